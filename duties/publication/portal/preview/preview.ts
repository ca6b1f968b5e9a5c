import { Worker } from 'node:worker_threads'
import type { Shown } from './convert.ts'
import type { Preview } from './kinds.ts'

const longest = 15_000
const memory = 384
const mostKept = 60
const mostWaiting = 20

const kept = new Map<string, Shown | null>()
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * A file converted for a page, in a thread of its own with bounded memory and time, one file after another; null where
 * it cannot be shown, undefined where too many wait. The last sixty are remembered by their content.
 */
export async function previewOfFile(
  kind: Exclude<Preview, 'inline'>,
  { sha256, bytes }: { sha256: string; bytes: Uint8Array },
): Promise<Shown | null | undefined> {
  const known = kept.get(sha256)
  if (known !== undefined) return known
  if (waiting >= mostWaiting) return undefined
  waiting++
  const mine = last.then(() => kept.get(sha256) ?? inThread(kind, bytes))
  last = mine
  const shown = await mine.finally(() => waiting--)
  kept.set(sha256, shown)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return shown
}

function inThread(kind: Exclude<Preview, 'inline'>, bytes: Uint8Array): Promise<Shown | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { kind, bytes },
      resourceLimits: { maxOldGenerationSizeMb: memory },
      execArgv: [],
    })
    const timer = setTimeout(() => void worker.terminate(), longest)
    const end = (shown: Shown | null): void => {
      clearTimeout(timer)
      resolve(shown)
      void worker.terminate()
    }
    worker.once('message', end)
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}
