import { globSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { EventData } from 'node:test'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { projectFolder } from '#platform/runtime/data-folder.ts'

export type Tally = { passed: number; failed: number; skipped: number }

const fileTimeout = 15 * 60_000
const silence = 20_000

/** The test files under the project whose path contains one of the filters; all without a filter. */
export function testFiles(filters: string[]): string[] {
  const wanted = filters.map((filter) => relative(projectFolder, filter) || '.')
  return globSync('**/*.test.{ts,tsx}', { cwd: projectFolder, exclude: isElsewhere })
    .filter((file) => wanted.length === 0 || wanted.some((part) => part === '.' || file.includes(part)))
    .sort()
}

function isElsewhere(path: string): boolean {
  return /^(node_modules|data|dist|screenshots)(\/|$)/.test(path)
}

/** Runs the files, each in a process of its own, two at a time; tells of each when it ends. */
export async function runTests(files: string[], signal: AbortSignal): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  const running = new Map<string, FileAccount>()
  const stream = run({
    files,
    cwd: projectFolder,
    concurrency: 2,
    timeout: fileTimeout,
    execArgv: ['--import', './platform/runtime/jsx.mjs'],
    signal,
  })
  const reminder = remindOfRunning(running)
  let ended = 0
  stream.on('test:dequeue', (event) => accountOf(running, event.file))
  stream.on('test:stdout', (event) => accountOf(running, event.file).output.push(event.message))
  stream.on('test:stderr', (event) => accountOf(running, event.file).output.push(event.message))
  stream.on('test:diagnostic', (event) => accountOf(running, event.file).output.push(`${event.message}\n`))
  stream.on('test:complete', (event) => {
    const account = accountOf(running, event.file)
    if (!isFile(event)) return count(account, event)
    countFile(account, event)
    running.delete(event.name)
    reminder.refresh()
    tell(account, event, `${++ended}/${files.length}`)
    for (const key of ['passed', 'failed', 'skipped'] as const) tally[key] += account[key]
  })
  for await (const _ of stream);
  clearInterval(reminder)
  return tally
}

type FileAccount = Tally & { failures: string[]; output: string[] }

function accountOf(running: Map<string, FileAccount>, file = ''): FileAccount {
  const name = nameOf(file)
  const known = running.get(name)
  if (known) return known
  const fresh = { passed: 0, failed: 0, skipped: 0, failures: [], output: [] }
  running.set(name, fresh)
  return fresh
}

// Some events give the file's whole path, some the path inside the project.
function nameOf(file: string): string {
  return relative(projectFolder, resolve(projectFolder, file))
}

// The process of a file is reported as a test whose name is the file.
function isFile(event: EventData.TestComplete): boolean {
  return event.nesting === 0 && event.name === nameOf(event.file ?? '')
}

function count(account: FileAccount, { name, details, skip, todo }: EventData.TestComplete): void {
  if (details.type === 'suite') return
  const leftOut = (skip !== undefined && skip !== false) || (todo !== undefined && todo !== false)
  account[leftOut ? 'skipped' : details.passed ? 'passed' : 'failed']++
  if (details.passed || leftOut) return
  account.failures.push(`✖ ${name}\n${indent(inspect(details.error?.cause ?? details.error))}`)
}

// A file that does not load, is killed or throws after its last test fails as a whole.
function countFile(account: FileAccount, { details }: EventData.TestComplete): void {
  if (details.passed || account.failed > 0) return
  account.failed++
  account.failures.push(`✖ the file itself\n${indent(inspect(details.error))}`)
}

function tell(account: FileAccount, event: EventData.TestComplete, place: string): void {
  const { passed, failed, skipped, failures, output } = account
  const mark = failed > 0 ? '✖' : '✔'
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
  const seconds = (event.details.duration_ms / 1000).toFixed(1)
  console.log(`${mark} [${place}] ${event.name}  ${counts.filter(Boolean).join(', ')}  ${seconds} s`)
  if (failed === 0) return
  for (const failure of failures) console.log(indent(failure))
  if (output.length > 0) console.log(indent(output.join('')))
}

function remindOfRunning(running: Map<string, FileAccount>): NodeJS.Timeout {
  return setInterval(() => {
    if (running.size > 0) console.log(`… still running: ${[...running.keys()].join(', ')}`)
  }, silence)
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
