import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Report } from '#law/report-forms/report.ts'
import { trouble } from '#platform/http/problem.ts'
import { canonicalJson } from '#platform/ledger/chain.ts'
import type { OutKind } from './outs.ts'
import type { SetAnswer, SetAsk } from './worker.ts'

/** How long one file may take, with those that wait before it, in milliseconds. */
const longest = 60_000
/** Files that may wait at once. */
const mostWaiting = 40
/** Bytes of files that are kept. */
const room = 48 * 1024 * 1024
const memory = 512

interface Waiting {
  resolve(bytes: Uint8Array): void
  reject(fault: Error): void
}

let thread: Worker | undefined
let count = 0
const waiting = new Map<number, Waiting>()

// A thread that ends takes with it what waited; the next ask begins another.
function ended(worker: Worker, fault: Error): void {
  if (thread !== worker) return
  thread = undefined
  for (const each of waiting.values()) each.reject(fault)
  waiting.clear()
}

function open(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
    execArgv: [],
  })
  worker.on('message', (answer: SetAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    // Nothing waits: the thread keeps no program from ending.
    if (waiting.size === 0) worker.unref()
    if ('bytes' in answer) asked?.resolve(answer.bytes)
    else asked?.reject(new Error(answer.fault))
  })
  worker.on('error', (fault) => ended(worker, fault instanceof Error ? fault : new Error(String(fault))))
  worker.on('exit', () => ended(worker, new Error('the thread that sets reports has ended')))
  return worker
}

function inThread(kind: OutKind, report: Report): Promise<Uint8Array> {
  if (waiting.size >= mostWaiting) throw trouble('busy')
  thread ??= open()
  const worker = thread
  const ask: SetAsk = { id: ++count, kind, report }
  worker.ref()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      ended(worker, new Error(`a report was not set as ${kind} within ${longest} ms`))
      void worker.terminate()
    }, longest)
    const done =
      <T>(then: (value: T) => void) =>
      (value: T) => {
        clearTimeout(timer)
        then(value)
      }
    waiting.set(ask.id, { resolve: done(resolve), reject: done(reject) })
    worker.postMessage(ask)
  })
}

interface Entry {
  readonly making: Promise<Uint8Array>
  /** Bytes; 0 while it is being set. */
  size: number
}

const kept = new Map<string, Entry>()

// The one asked for longest ago goes first.
function makeRoom(): void {
  let whole = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [key, { size }] of kept) {
    if (whole <= room) return
    kept.delete(key)
    whole -= size
  }
}

function begin(key: string, kind: OutKind, report: Report): Entry {
  const entry: Entry = { making: inThread(kind, report), size: 0 }
  entry.making.then(
    (bytes) => {
      entry.size = bytes.length
      makeRoom()
    },
    () => kept.get(key) === entry && kept.delete(key),
  )
  return entry
}

/**
 * A report set as a file, in a thread of its own: the server answers others meanwhile. The same report is set once and
 * kept by the hash over all that is printed. Throws `busy` where too many wait.
 */
export async function setAs(kind: OutKind, report: Report): Promise<Uint8Array> {
  const { organ, year, form, cells, texts } = report
  const printed = canonicalJson([kind, organ.name, year, form, cells, texts])
  const key = createHash('sha256').update(printed).digest('hex')
  const entry = kept.get(key) ?? begin(key, kind, report)
  kept.delete(key)
  kept.set(key, entry)
  return entry.making
}
