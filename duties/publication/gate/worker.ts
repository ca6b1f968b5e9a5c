import { parentPort } from 'node:worker_threads'
import { getResolvedPDFJS } from 'unpdf'
import type { Mend } from './findings.ts'
import { inspectFile } from './inspect.ts'
import { mendBytes } from './mending.ts'
import type { GateSettings } from './settings.ts'
import { MendRefused } from './trouble.ts'

/** What the worker is asked, one file at a time. */
export interface Task {
  readonly name: string
  readonly bytes: Uint8Array
  readonly settings: GateSettings
  /** Left out: inspect; given: mend. */
  readonly mends?: readonly Mend[]
}

const broken = '文件的内部结构不认识，没有改成。请用原来的程序改好后重新上传。'

async function answer({ name, bytes, settings, mends }: Task): Promise<unknown> {
  return mends === undefined ? inspectFile(name, bytes, settings) : mendBytes(name, bytes, mends, settings)
}

parentPort?.on('message', (task: Task) => {
  answer(task).then(
    (value) => parentPort?.postMessage({ value }),
    (fault: unknown) =>
      parentPort?.postMessage({ failed: fault instanceof MendRefused ? fault.message : broken }),
  )
})
// Loading the reader of PDFs is not the first file's time.
await getResolvedPDFJS()
parentPort?.postMessage({ ready: true })
