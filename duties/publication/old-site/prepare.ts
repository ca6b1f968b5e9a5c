import { createHash } from 'node:crypto'
import { serialize } from 'parse5'
import { textOfHtml } from '#platform/search/html-text.ts'
import type { Day } from '#time/day.ts'
import { gateTroubles } from '../gate/findings.ts'
import type { GateSettings } from '../gate/settings.ts'
import { gateText } from '../gate/text.ts'
import { cleanHtml } from '../paste/clean.ts'
import { headings } from '../rules/catalogue.ts'
import { itemKind, usualKind } from '../rules/kinds.ts'
import { hasText, summaryOf } from '../rules/paragraphs.ts'
import { kindLabels, type Validity, validityLabels } from '../rules/vocabulary.ts'
import { addressKey, hostOf, type OldAddress, resolved } from './address.ts'
import type { FieldName } from './fields.ts'
import { bringLinks, type FileWanted, type LinkGround, Wanted } from './html/links.ts'
import type { Element } from './html/tree.ts'
import { dayIn, dayInAddress, instantOf, type WrittenDay } from './read-day.ts'
import { type Reason, refusesPage } from './reasons.ts'

/** A page as it will be taken: its text cleaned, its files numbered. */
export interface Prepared {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly kind: string
  readonly catalogue: string
  readonly validity: Validity
  readonly publishedAt: string
  readonly formedOn: Day
  readonly documentNumber: string
  readonly indexNumber: string
  readonly organ: string
  readonly host: string
  readonly address: string
  readonly files: readonly FileWanted[]
}

/** What was found of a page: what will be taken, or why not; and by what it is known again. */
export interface Looked {
  readonly prepared: Prepared | undefined
  readonly reasons: readonly Reason[]
  readonly title: string
  readonly publishedOn: Day | undefined
  readonly address: string
  readonly addressKey: string | undefined
  readonly titleKey: string | undefined
  readonly textHash: string | undefined
}

export interface PrepareGround {
  readonly today: Day
  readonly gate: GateSettings
  /** What becomes of a page in which the gate finds something. */
  readonly findings: 'draft' | 'publish'
  readonly links: LinkGround
}

/** What a page or a record says, whichever way it was read. */
export interface Said {
  readonly values: Readonly<Partial<Record<FieldName, string>>>
  readonly body: Element | undefined
  readonly reasons: readonly Reason[]
}

const longestTitle = 300
const longestBody = 2_000_000
const earliest = '1949-10-01'
/** Shorter texts, 详见附件 and the like, are the same by chance. */
const fewestCharacters = 60

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
const oneLine = (text = ''): string =>
  text
    .replaceAll(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd\s]+/gu, ' ')
    .toWellFormed()
    .trim()

function publishedIn(
  said: string | undefined,
  address: string,
  today: Day,
  reasons: Reason[],
): WrittenDay | undefined {
  const found = said ? dayIn(said) : dayInAddress(address)
  if (!said && !found) reasons.push({ code: 'noDate' })
  else if (!found || found.on < earliest)
    reasons.push({ code: 'dateOdd', detail: oneLine(said).slice(0, 40) })
  else if (found.on > today) reasons.push({ code: 'dateFuture', detail: found.on })
  else return found
  return undefined
}

function formedIn(said: string | undefined, publishedOn: Day, reasons: Reason[]): Day {
  if (!said) return publishedOn
  const found = dayIn(said)?.on
  if (found && found <= publishedOn && found >= earliest) return found
  reasons.push({ code: 'formedOdd', detail: oneLine(said).slice(0, 40) })
  return publishedOn
}

const bare = (text: string): string => text.replaceAll(/[\s、，,（）()]/g, '')
const otherHeading = '20-15'

function headingIn(said: string, reasons: Reason[]): string {
  if (said === '') return otherHeading
  const found = headings.find(({ code, short, label }) =>
    [code, bare(short), bare(label)].includes(bare(said)),
  )
  if (!found) reasons.push({ code: 'headingUnknown', detail: said.slice(0, 40) })
  return found?.code ?? otherHeading
}

function kindIn(said: string, catalogue: string, reasons: Reason[]): string {
  const found = Object.entries(kindLabels).find(([kind, label]) => kind === said || label === said)?.[0]
  if (said !== '' && !found) reasons.push({ code: 'kindUnknown', detail: said.slice(0, 40) })
  return found ?? usualKind(catalogue)
}

const validityWords: Readonly<Record<string, Validity>> = {
  有效: 'inForce',
  废止: 'repealed',
  失效: 'expired',
  修改: 'amended',
  ...Object.fromEntries(Object.entries(validityLabels).map(([key, label]) => [label, key as Validity])),
}

const validityIn = (said: string, kind: string): Validity =>
  itemKind(kind)?.holds ? (validityWords[said] ?? 'inForce') : 'none'

function filesListed(said: string | undefined, wanted: Wanted): void {
  for (const line of (said ?? '').split(/[\r\n;；|]+/).slice(0, 500)) {
    const [path = '', name = ''] = line.split('\t').map((each) => each.trim())
    if (path !== '' && wanted.file(path, name, false) === undefined) wanted.note('fileMissing', path)
  }
}

function bodyIn(element: Element | undefined, wanted: Wanted, reasons: Reason[]): string {
  if (!element) return ''
  bringLinks(element, wanted)
  const { html, dropped } = cleanHtml(serialize(element).replaceAll('\0', '').toWellFormed())
  const said = dropped.map(({ what, count }) => `${what}${count}处`).join('、')
  if (said !== '') reasons.push({ code: 'dropped', detail: said.slice(0, 120) })
  return html
}

function addressIn(said: string | undefined, from: OldAddress): OldAddress {
  return (said ? resolved(said, { host: from.host, path: '/' }) : undefined) ?? from
}

function gated(prepared: Prepared, ground: PrepareGround, reasons: Reason[]): void {
  const { title, summary, body } = prepared
  const stops = gateText({ title, summary, bodyHtml: body }, ground.gate).filter(
    ({ severity }) => severity === 'blocks',
  )
  if (stops.length === 0) return
  const words = [...new Set(stops.map(({ code }) => gateTroubles[code].label))].join('、')
  const code = ground.findings === 'draft' ? 'gateFound' : 'gateWarned'
  reasons.push({ code, detail: `${words}，共${stops.length}处`.slice(0, 120) })
}

/** What becomes of a page, from what it says: nothing is written, nothing of the store is asked. */
export function prepare(said: Said, ground: PrepareGround): Looked {
  const { values } = said
  const reasons: Reason[] = [...said.reasons]
  const { host, path } = addressIn(values.address, ground.links.from)
  const address = path === '/' && !values.address ? '' : path
  const titleSaid = oneLine(values.title)
  const title = [...titleSaid].slice(0, longestTitle).join('')
  if (title === '') reasons.push({ code: 'noTitle' })
  if (title !== titleSaid) reasons.push({ code: 'titleCut' })
  const wanted = new Wanted({ ...ground.links, from: { host, path: address || '/' } })
  const body = bodyIn(said.body, wanted, reasons)
  filesListed(values.attachments, wanted)
  if (!hasText(body) && wanted.files.length === 0) reasons.push({ code: 'noBody' })
  if (body.length > longestBody) reasons.push({ code: 'bodyTooLong' })
  const day = publishedIn(values.publishedOn, address, ground.today, reasons)
  reasons.push(...wanted.reasons)
  const whole = { title, body, day, host: hostOf(host), address, files: wanted.files }
  const prepared =
    day && !reasons.some(refusesPage) ? preparedOf(values, { ...whole, day }, reasons) : undefined
  if (prepared) gated(prepared, ground, reasons)
  return { prepared, reasons, title, publishedOn: day?.on, address, ...keysOf(whole, values.organ) }
}

type Whole = Pick<Prepared, 'title' | 'body' | 'host' | 'address' | 'files'>

function preparedOf(
  values: Said['values'],
  { day, ...whole }: Whole & { day: WrittenDay },
  reasons: Reason[],
): Prepared {
  const catalogue = headingIn(oneLine(values.catalogue), reasons)
  const kind = kindIn(oneLine(values.kind), catalogue, reasons)
  return {
    ...whole,
    summary: summaryOf(whole.body),
    catalogue,
    kind,
    validity: validityIn(oneLine(values.validity), kind),
    publishedAt: instantOf(day),
    formedOn: formedIn(values.formedOn, day.on, reasons),
    documentNumber: oneLine(values.documentNumber).slice(0, 60),
    indexNumber: oneLine(values.indexNumber).slice(0, 60),
    organ: oneLine(values.organ).slice(0, 80),
  }
}

function keysOf({ title, body, day, address, files }: Whole & { day: WrittenDay | undefined }, organ = '') {
  const text = textOfHtml(body).replaceAll(/\s/g, '')
  const isLong = text.length >= fewestCharacters
  return {
    addressKey: address === '' ? undefined : addressKey(address),
    titleKey: title === '' || !day ? undefined : digest(`${title}\n${day.on}\n${oneLine(organ)}`),
    textHash: isLong ? digest(`${text}\n${files.map(({ path }) => path).join('\n')}`) : undefined,
  }
}
