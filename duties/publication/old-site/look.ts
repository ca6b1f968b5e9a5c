import { parseFragment } from 'parse5'
import { agrees } from '#platform/files/content.ts'
import { fileRefusals } from '#platform/files/refusals.ts'
import type { Day } from '#time/day.ts'
import type { GateSettings } from '../gate/settings.ts'
import { addressOfPath, hostOf, type OldAddress, resolved } from './address.ts'
import { decodePage, isUnreadable } from './decode.ts'
import { type FieldName, fieldNames, type Mapping } from './fields.ts'
import type { FileWanted, LinkGround } from './html/links.ts'
import { filePlace } from './html/links.ts'
import { isMostlyLinks } from './html/main-text.ts'
import { readPage } from './html/page.ts'
import { type Element, parsePage } from './html/tree.ts'
import { type Looked, type Prepared, prepare, type Said } from './prepare.ts'
import { mostOfPage } from './read-site.ts'
import type { Reason } from './reasons.ts'
import type { Values } from './records.ts'
import type { Finder, Source } from './source.ts'
import type { OldSite } from './store.ts'

/** Bytes of an attachment or a picture at most. */
export const mostOfFile = 100 * 1024 * 1024

/** With what the pages of a site are looked into. */
export interface LookGround {
  readonly site: Pick<OldSite, 'kind' | 'mapping' | 'options'>
  readonly source: Source
  readonly finder: Finder
  readonly gate: GateSettings
  readonly today: Day
}

export interface PageRow {
  readonly n: number
  readonly place: string
  readonly record: Values | null
}

const nothing = (reason: Reason): Looked => ({
  prepared: undefined,
  reasons: [reason],
  title: '',
  publishedOn: undefined,
  address: '',
  addressKey: undefined,
  titleKey: undefined,
  textHash: undefined,
})

function valuesBy(mapping: Mapping, record: Values): Partial<Record<FieldName, string>> {
  const values: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNames) {
    const source = mapping[name]
    const said = source && ('value' in source ? source.value : record[source.from])
    if (said?.trim()) values[name] = said.trim()
  }
  return values
}

const isHtml = (text: string): boolean => /<(?:p|br|div|table|span|img|a|ul|font|h\d)\b/i.test(text)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraphs = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `<p>${escaped(line.trim())}</p>`)
    .join('')

function bodyOfText(text: string): Element | undefined {
  if (text === '') return undefined
  const fragment = parseFragment(`<div>${isHtml(text) ? text.slice(0, mostOfPage) : paragraphs(text)}</div>`)
  return fragment.childNodes.find((node): node is Element => 'tagName' in node)
}

function saidByRecord({ record }: PageRow, { site }: LookGround): Said {
  const values = valuesBy(site.mapping, record ?? {})
  return { values, body: bodyOfText(values.body ?? ''), reasons: [] }
}

async function saidByPage({ place }: PageRow, { site, source }: LookGround) {
  const read = await source.read(place, mostOfPage)
  if (read.kind === 'refused') return read.reason
  const decoded = decodePage(read.bytes)
  if (isUnreadable(decoded)) return { code: 'badEncoding' } as const
  const { values, body, base, redirects } = readPage(parsePage(decoded.text), site.mapping)
  if (redirects) return { code: 'onlyRedirect' } as const
  if (body && isMostlyLinks(body) && !values.publishedOn) return { code: 'notAnItem' } as const
  const reasons: Reason[] = decoded.damaged > 0 ? [{ code: 'damaged', detail: `${decoded.damaged}个` }] : []
  return { said: { values, body, reasons }, base }
}

function linksFrom(from: OldAddress, { site, finder }: LookGround): LinkGround {
  return {
    from,
    finder,
    byName: site.kind !== 'html',
    hosts: new Set([site.options.host, `www.${site.options.host}`]),
  }
}

async function said(page: PageRow, ground: LookGround): Promise<{ said: Said; from: OldAddress } | Reason> {
  const { site } = ground
  const host = hostOf(site.options.host)
  if (site.kind !== 'html') return { said: saidByRecord(page, ground), from: { host, path: '/' } }
  const read = await saidByPage(page, ground)
  if ('code' in read) return read
  const here = { host, path: addressOfPath(page.place, site.options.root) }
  // What a page says of its own address counts only where it lies on no disk that copies the site.
  const { address: _, ...values } = read.said.values
  const own = site.mapping.address
  const isSettled = own && !('from' in own && own.from === 'auto')
  const from = (read.base && resolved(read.base, here)) || here
  return {
    said: {
      ...read.said,
      values: { ...values, address: (isSettled && read.said.values.address) || here.path },
    },
    from: { host: from.host || host, path: from.path },
  }
}

/** Each file as it would be stored: those that would not are taken out, with the reason. */
async function checkedFiles(
  prepared: Prepared,
  { source }: LookGround,
): Promise<{ prepared: Prepared; reasons: Reason[] }> {
  const reasons: Reason[] = []
  const kept: FileWanted[] = []
  let { body } = prepared
  for (const [n, file] of prepared.files.entries()) {
    const why = await refusalOf(file, source)
    if (why === undefined) {
      body = body.replaceAll(`"${filePlace(n)}"`, `"${filePlace(kept.length)}"`)
      kept.push(file)
    } else {
      reasons.push({ code: 'fileRefused', detail: why.slice(0, 120) })
      body = withoutFile(body, n)
    }
  }
  return { prepared: { ...prepared, body, files: kept }, reasons }
}

async function refusalOf(file: FileWanted, source: Source): Promise<string | undefined> {
  const read = await source.read(file.path, mostOfFile)
  if (read.kind === 'refused')
    return read.reason.code === 'pageTooLarge'
      ? fileRefusals.tooLarge(file.name)
      : `文件“${file.name}”已损坏，不能读取。`
  if (read.bytes.length === 0) return fileRefusals.empty(file.name)
  return (await agrees(file.name, read.bytes)) ? undefined : fileRefusals.disguised(file.name)
}

/** A body without a picture of that file, and without the link to it; the words of the link stay. */
export function withoutFile(body: string, n: number): string {
  const place = filePlace(n)
  return body
    .replaceAll(new RegExp(`<img src="${place}"[^<>]*>`, 'g'), '')
    .replaceAll(new RegExp(`<a href="${place}">([^<]*(?:<(?!/a>)[^<]*)*)</a>`, 'g'), '$1')
}

/** What would become of one page: its text, its files opened and checked; nothing is written. */
export async function lookInto(page: PageRow, ground: LookGround): Promise<Looked> {
  const read = await said(page, ground)
  if ('code' in read) return nothing(read)
  const { gate, today, site } = ground
  const looked = prepare(read.said, {
    today,
    gate,
    findings: site.options.findings,
    links: linksFrom(read.from, ground),
  })
  if (!looked.prepared || looked.prepared.files.length === 0) return looked
  const { prepared, reasons } = await checkedFiles(looked.prepared, ground)
  return { ...looked, prepared, reasons: [...looked.reasons, ...reasons] }
}
