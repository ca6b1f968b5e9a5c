import { Worker } from 'node:worker_threads'
import { readableKinds, type Taken } from './file-text.ts'

const longestTime = 30_000
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

const isReadable = (ending: string): boolean => readableKinds.some((kind) => kind === ending)

/**
 * The text of a file, taken out of it in a thread of its own with bounded memory and time: a damaged, endless or hostile
 * file is unreadable, and nothing else. The ending is that of its name, in small letters.
 */
export async function textOfFile(
  ending: string,
  bytes: Uint8Array,
  { ms = longestTime }: { ms?: number } = {},
): Promise<Taken> {
  if (!isReadable(ending)) return { outcome: 'none', text: '' }
  const { promise, resolve } = Promise.withResolvers<Taken>()
  const unreadable: Taken = { outcome: 'unreadable', text: '' }
  const worker = new Worker(new URL('./file-text-worker.ts', import.meta.url), {
    workerData: { ending, bytes: Uint8Array.from(bytes) },
    resourceLimits: memory,
    stdout: true,
    stderr: true,
  })
  const timer = setTimeout(() => resolve(unreadable), ms)
  worker.once('message', (taken: Taken) => resolve(taken))
  worker.once('error', () => resolve(unreadable))
  worker.once('exit', () => resolve(unreadable))
  const taken = await promise
  clearTimeout(timer)
  await worker.terminate()
  return taken
}
