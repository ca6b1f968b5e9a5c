import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { officialLetterPdf } from '#platform/documents/official-letter-pdf.ts'
import type { Platform } from '#platform/platform.ts'
import { looksOf } from '../letter-looks.ts'
import { type Collected, collect, type KeptFile } from './collect.ts'
import { indexPage } from './index-page.tsx'

/** A file of the package: where it lies in it, what it is called, what it holds. */
export interface Entry {
  path: string
  bytes: Uint8Array
}

/** A paper of the case as the index lists it. */
export interface Paper {
  title: string
  storedAt: string
  path: string
  pdf?: string
  /** The version of the organ's own template. */
  template?: number
}

// Names that every system can unpack.
const safe = (name: string): string => name.replaceAll(/[<>:"/\\|?*]/g, '_')
const ordinal = (i: number): string => String(i + 1).padStart(2, '0')

async function papersOf(
  folder: string,
  files: readonly KeptFile[],
): Promise<{ papers: Paper[]; entries: Entry[] }> {
  const entries: Entry[] = []
  const papers: Paper[] = []
  for (const [i, { name, bytes, storedAt, letter }] of files.entries()) {
    const path = `${folder}/${ordinal(i)} ${safe(name)}`
    entries.push({ path, bytes })
    const words = letter?.words
    const pdf = words && `${path.replace(/\.[^.]+$/, '')}.pdf`
    if (words && pdf) entries.push({ path: pdf, bytes: await officialLetterPdf(looksOf(words)) })
    const title = letter ? name.replace(/\.docx$/, '') : name
    const { template } = letter?.id ?? {}
    papers.push({ title, storedAt, path, ...(pdf ? { pdf } : {}), ...(template ? { template } : {}) })
  }
  return { papers, entries }
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const sums = (entries: readonly Entry[]): Entry => ({
  path: 'SHA256SUMS.txt',
  bytes: strToU8(`${entries.map(({ path, bytes }) => `${sumOf(bytes)}  ${path}`).join('\n')}\n`),
})

const ledger = ({ rows, c }: Collected): Entry => ({
  path: '台账/facts.json',
  bytes: strToU8(`${JSON.stringify({ number: c.intake.number, facts: rows }, null, 1)}\n`),
})

async function entriesOf(collected: Collected): Promise<Entry[]> {
  const letters = await papersOf(
    '文书',
    collected.files.filter(({ letter }) => letter),
  )
  const evidence = await papersOf(
    '附件',
    collected.files.filter(({ letter }) => !letter),
  )
  const script = await readFile(new URL('verify.mjs', import.meta.url))
  const page = indexPage(collected, { letters: letters.papers, evidence: evidence.papers })
  const entries = [
    { path: 'index.html', bytes: strToU8(page) },
    ...letters.entries,
    ...evidence.entries,
    ledger(collected),
    { path: '台账/核验.mjs', bytes: new Uint8Array(script) },
  ]
  return [...entries, sums(entries)]
}

/** The archive package of a case as a zip that opens without this program; undefined where there is no such case. */
export async function archivePackage(
  platform: Platform,
  organId: string,
  caseId: string,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const collected = await collect(platform, organId, caseId)
  if (!collected) return undefined
  const entries = await entriesOf(collected)
  const mtime = new Date(collected.madeAt)
  const zip: Zippable = Object.fromEntries(entries.map(({ path, bytes }) => [path, [bytes, { mtime }]]))
  return { name: `${safe(collected.c.intake.number)}档案包.zip`, bytes: zipSync(zip, { level: 6 }) }
}

/** More than a case with scans comes to. */
const largestPackage = 1024 * 1024 * 1024

/** Makes the package and keeps it sealed with the case; gives the file's id. */
export async function keepPackage(
  tx: Parameters<Platform['files']['store']>[0],
  platform: Platform,
  { organId, caseId, by }: { organId: string; caseId: string; by: string },
): Promise<string> {
  const made = await archivePackage(platform, organId, caseId)
  if (!made) throw new Error('an archive package without a case')
  const at = platform.now().toISOString()
  const file = { organId, caseId, ...made, sealed: true, by, at, limit: largestPackage }
  const stored = await platform.files.store(tx, file)
  if (stored.kind === 'refused') throw new Error(`an archive package was not kept: ${stored.code}`)
  return stored.file.file_id
}
