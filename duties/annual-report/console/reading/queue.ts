import { useSyncExternalStore } from 'react'
import { call } from '#platform/console/api.ts'
import { asProblem } from '#platform/console/problem-alert.tsx'
import type { BatchBegun } from '../../corpus/contract.ts'

/** How far the files chosen in this window have been sent; reading them goes on at the server. */
export interface Sending {
  readonly batchId: string | null
  readonly chosen: number
  readonly sent: number
  readonly stopped: boolean
  /** Files that did not arrive, with the reason. */
  readonly failed: readonly { readonly name: string; readonly why: string }[]
  /** Lines of a list of addresses that hold none. */
  readonly strange: readonly string[]
}

const most = { files: 20, bytes: 15 * 1024 * 1024 }
const nothing: Sending = { batchId: null, chosen: 0, sent: 0, stopped: false, failed: [], strange: [] }

let sending: Sending = nothing
let waiting: File[] = []
let running = false
const listeners = new Set<() => void>()

function note(next: Sending): void {
  sending = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The progress of sending; it goes on whatever screen of the console is open. */
export const useSending = (): Sending => useSyncExternalStore(subscribe, () => sending)

const nameOf = (file: File): string => file.webkitRelativePath || file.name

/** The next files that go together: few and small enough for one form, or one large one. */
function takeGroup(): readonly File[] {
  let bytes = 0
  const upTo = waiting.findIndex((file, index) => {
    bytes += file.size
    return index >= most.files || (index > 0 && bytes > most.bytes)
  })
  const group = upTo < 0 ? waiting : waiting.slice(0, upTo)
  waiting = upTo < 0 ? [] : waiting.slice(upTo)
  return group
}

async function sendGroup(root: string, batchId: string): Promise<void> {
  const group = takeGroup()
  const form = new FormData()
  for (const file of group) form.append('file', file, nameOf(file))
  try {
    await call('POST', `${root}/batches/${batchId}/files`, form)
    note({ ...sending, sent: sending.sent + group.length })
  } catch (error) {
    const { title, detail } = asProblem(error)
    const why = detail === '' ? title : detail
    const failed = group.map((file) => ({ name: nameOf(file), why }))
    note({ ...sending, sent: sending.sent + group.length, failed: [...sending.failed, ...failed] })
  }
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

/** Sends files to be read, in a batch of their own or with those that are still being sent. Throws Problem. */
export async function sendFiles(root: string, chosen: readonly File[], whenSent: () => void): Promise<void> {
  const files = chosen.filter((file) => !file.name.startsWith('.'))
  waiting = [...waiting, ...files]
  if (running) {
    note({ ...sending, chosen: sending.chosen + files.length })
    return
  }
  running = true
  window.addEventListener('beforeunload', warn)
  try {
    const { batchId } = await call<BatchBegun>('POST', `${root}/batches`, {})
    note({ ...nothing, batchId, chosen: waiting.length })
    while (waiting.length > 0) {
      await sendGroup(root, batchId)
      whenSent()
    }
  } finally {
    waiting = []
    window.removeEventListener('beforeunload', warn)
    running = false
  }
}

/** Has a list of addresses fetched and read. Throws Problem. */
export async function sendAddresses(root: string, addresses: string): Promise<void> {
  const { batchId, strange } = await call<BatchBegun>('POST', `${root}/batches`, { addresses })
  note({ ...nothing, batchId, strange })
}

/** Reads again what an older reader read. Throws Problem. */
export async function readAgain(root: string): Promise<void> {
  const { batchId } = await call<BatchBegun>('POST', `${root}/batches/again`, {})
  note({ ...nothing, batchId })
}

/** Sends no more, and has the server leave what it has not read. Throws Problem. */
export async function stop(root: string, batchId: string): Promise<void> {
  waiting = []
  note({ ...sending, stopped: true })
  await call('POST', `${root}/batches/${batchId}/cancel`)
}
