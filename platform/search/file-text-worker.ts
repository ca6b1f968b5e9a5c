import { parentPort, workerData } from 'node:worker_threads'
import { takeText } from './file-text.ts'

// What a library says of a damaged file is no concern of the server's log.
console.log = console.warn = console.error = () => {}

const { ending, bytes } = workerData as { ending: string; bytes: Uint8Array }
parentPort?.postMessage(await takeText(ending, bytes))
