import { parentPort, workerData } from 'node:worker_threads'
import { converted } from './convert.ts'
import type { Preview } from './kinds.ts'

const { kind, bytes } = workerData as { kind: Exclude<Preview, 'inline'>; bytes: Uint8Array }

parentPort?.postMessage(await converted(kind, bytes).catch(() => null))
