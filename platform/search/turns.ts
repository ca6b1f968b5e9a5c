/** Too many wait already, or it took too long to be let in. */
export class NoTurn extends Error {}

export interface Turns {
  /** Works when it is its turn. Throws NoTurn where the queue is full or the turn did not come in time. */
  take<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Lets so many work at once; so many others wait, each for so many milliseconds at most. */
export function turns({ atOnce, waiting, ms }: { atOnce: number; waiting: number; ms: number }): Turns {
  const queue: (() => void)[] = []
  let working = 0

  const enter = async (): Promise<void> => {
    if (working < atOnce) {
      working++
      return
    }
    if (queue.length >= waiting) throw new NoTurn()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const timer = setTimeout(() => {
      queue.splice(queue.indexOf(resolve), 1)
      reject(new NoTurn())
    }, ms)
    queue.push(resolve)
    await promise.finally(() => clearTimeout(timer))
  }

  // The place goes to the next in the queue, or becomes free.
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else working--
  }

  return {
    take: async (work) => {
      await enter()
      return work().finally(leave)
    },
  }
}
