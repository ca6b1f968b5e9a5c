import { useSyncExternalStore } from 'react'
import { callLines } from '#platform/console/api.ts'
import { asProblem } from '#platform/console/problem-alert.tsx'
import type { Kept } from '../../corpus/contract.ts'

/** How far the files chosen in this window have been read. */
export interface Progress {
  readonly chosen: number
  readonly done: number
  /** The last first, numbered in the order in which they were read. */
  readonly kept: readonly (Kept & { readonly at: number })[]
}

const most = { files: 10, bytes: 15 * 1024 * 1024 }

let progress: Progress = { chosen: 0, done: 0, kept: [] }
let waiting: { root: string; file: File }[] = []
let running = false
const listeners = new Set<() => void>()

function note(next: Progress): void {
  progress = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The progress; it goes on whatever screen of the console is open. */
export const useProgress = (): Progress => useSyncExternalStore(subscribe, () => progress)

const failed = (name: string, error: unknown): Kept => {
  const { title, detail } = asProblem(error)
  const refused = detail === '' ? title : detail
  return {
    name,
    readId: null,
    again: false,
    refused,
    organName: null,
    year: null,
    blocks: 0,
    explains: 0,
    warns: 0,
  }
}

/** The next files that go together: few enough for one form, of one organ. */
function takeGroup(): { root: string; files: File[] } {
  const root = waiting[0]?.root ?? ''
  let bytes = 0
  const upTo = waiting.findIndex(({ root: other, file }, index) => {
    bytes += file.size
    return other !== root || index >= most.files || (index > 0 && bytes > most.bytes)
  })
  const group = upTo < 0 ? waiting : waiting.slice(0, upTo)
  waiting = upTo < 0 ? [] : waiting.slice(upTo)
  return { root, files: group.map(({ file }) => file) }
}

async function sendGroup(): Promise<void> {
  const { root, files } = takeGroup()
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  const take = (kept: Kept) =>
    note({ ...progress, kept: [{ ...kept, at: progress.kept.length }, ...progress.kept] })
  try {
    await callLines<Kept>(root, form, take)
  } catch (error) {
    for (const file of files) take(failed(file.name, error))
  }
  note({ ...progress, done: progress.done + files.length })
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

/** Puts files at the end of the line and reads it to its end; a file that fails does not hold up the others. */
export async function readFiles(root: string, files: readonly File[], whenRead: () => void): Promise<void> {
  const fresh = running ? progress : { chosen: 0, done: 0, kept: [] }
  waiting = [...waiting, ...files.map((file) => ({ root, file }))]
  note({ ...fresh, chosen: fresh.chosen + files.length })
  if (running) return
  running = true
  window.addEventListener('beforeunload', warn)
  while (waiting.length > 0) {
    await sendGroup()
    whenRead()
  }
  window.removeEventListener('beforeunload', warn)
  running = false
}
