import { Worker } from 'node:worker_threads'
import { limits } from './trouble.ts'
import type { Task } from './worker.ts'

type Reply = { ready?: true; value?: unknown; failed?: string }

/** The file took longer or more memory than a file may. */
export class TooHeavy extends Error {
  override name = 'TooHeavy'
}

/** The work on the file failed, in the words of the worker. */
export class TaskFailed extends Error {
  override name = 'TaskFailed'
}

// One worker, one file at a time: a file that hangs or swells ends the worker, never the server.
let worker: Promise<Worker> | undefined
let last: Promise<unknown> = Promise.resolve()

function startWorker(): Promise<Worker> {
  const started = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  })
  return new Promise((resolve, reject) => {
    started.once('error', reject)
    started.once('message', () => {
      started.off('error', reject)
      started.on('error', () => {
        worker = undefined
      })
      started.unref()
      resolve(started)
    })
  })
}

const timeFor = ({ length }: Uint8Array): number =>
  Math.min(limits.longestTime, limits.time + (length / 1e6) * limits.timePerMillion)

async function run(task: Task): Promise<unknown> {
  worker ??= startWorker()
  const busy = await worker.catch((fault) => {
    worker = undefined
    throw fault
  })
  busy.ref()
  const reply = await new Promise<Reply | undefined>((resolve) => {
    const timer = setTimeout(() => settle(undefined), timeFor(task.bytes))
    const settle = (given: Reply | undefined) => {
      clearTimeout(timer)
      busy.off('message', settle)
      busy.off('exit', gone)
      resolve(given)
    }
    const gone = () => settle(undefined)
    busy.on('message', settle)
    busy.on('exit', gone)
    busy.postMessage(task)
  })
  if (reply === undefined) {
    worker = undefined
    await busy.terminate()
    throw new TooHeavy()
  }
  busy.unref()
  if (reply.failed !== undefined) throw new TaskFailed(reply.failed)
  return reply.value
}

/** What the worker answers to a task. Throws `TooHeavy` for a file beyond its limits, `TaskFailed` for what failed. */
export function ask(task: Task): Promise<unknown> {
  const next = last.then(
    () => run(task),
    () => run(task),
  )
  last = next.catch(() => undefined)
  return next
}
