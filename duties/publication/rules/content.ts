import { type Day, isDay } from '#time/day.ts'
import { isAttribute, isWithheldGround } from './attribute.ts'
import type { Content, SpecialPeriod } from './facts.ts'
import { itemKind, readExtra, usualKind } from './kinds.ts'
import { hasText, summaryOf } from './paragraphs.ts'
import type { Problem } from './problems.ts'
import type { Validity } from './vocabulary.ts'

/** Longest text of one item in characters of HTML: some four hundred pages. */
const longestBody = 2_000_000
const longestTitle = 300
const longestSummary = 1000

/** What a form sends; the names of files are looked up by whoever keeps them. */
export type ContentAsk = Readonly<Record<string, unknown>>

const textOf = (sent: ContentAsk, name: string): string | undefined => {
  const value = Object.hasOwn(sent, name) ? sent[name] : undefined
  return value === undefined || value === null ? '' : typeof value === 'string' ? value.trim() : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const periodOf = (sent: ContentAsk, problems: Problem[]): SpecialPeriod | undefined => {
  const { period } = sent
  if (!isRecord(period) || period.workingDays === undefined || period.workingDays === null) return undefined
  const { workingDays, basis } = period
  if (
    typeof workingDays !== 'number' ||
    !Number.isInteger(workingDays) ||
    workingDays < 1 ||
    workingDays > 250
  ) {
    problems.push({ field: 'period', code: 'notANumber', params: { label: '公开期限' } })
    return undefined
  }
  if (typeof basis !== 'string' || basis.trim() === '') {
    problems.push({ field: 'period', code: 'periodBasisMissing' })
    return undefined
  }
  return { workingDays, basis: basis.trim() }
}

const filesOf = (sent: ContentAsk): Content['files'] | undefined => {
  const files = sent.files ?? []
  if (!Array.isArray(files) || files.length > 200) return undefined
  const ids = files.every((fileId) => typeof fileId === 'string') ? (files as string[]) : undefined
  return ids && [...new Set(ids)].map((fileId) => ({ fileId, name: '', sha256: '' }))
}

const limits = {
  title: longestTitle,
  summary: longestSummary,
  body: longestBody,
  documentNumber: 60,
} as const
const labels = { title: '标题', summary: '内容概述', body: '正文', documentNumber: '文号' } as const

const tooLong = (texts: Readonly<Record<keyof typeof limits, string>>): Problem[] =>
  Object.entries(limits).flatMap(([name, most]) => {
    const field = name as keyof typeof limits
    return texts[field].length > most
      ? [{ field, code: 'tooLong', params: { label: labels[field], most } } as const]
      : []
  })

const formedOf = (sent: ContentAsk, today: Day, problems: Problem[]): Day => {
  const text = textOf(sent, 'formedOn') || today
  if (!isDay(text)) problems.push({ field: 'formedOn', code: 'notADay', params: { label: '成文日期' } })
  else if (text > today) problems.push({ field: 'formedOn', code: 'formedInFuture' })
  return text as Day
}

// An attribute that is not to publish carries its ground (第十四至十六条); the words are the drafter's.
const attributeOf = (sent: ContentAsk, problems: Problem[]) => {
  const attribute = textOf(sent, 'attribute') || 'active'
  if (!isAttribute(attribute)) {
    problems.push({ field: 'attribute', code: 'attributeChosen' })
    return { attribute: 'active' as const }
  }
  const ground = textOf(sent, 'ground') ?? ''
  const groundWords = textOf(sent, 'groundWords') ?? ''
  return {
    attribute,
    ...(attribute !== 'active' && isWithheldGround(ground) ? { ground } : {}),
    ...(attribute !== 'active' && groundWords ? { groundWords } : {}),
  }
}

const validityOf = (kind: string): Validity => (itemKind(kind)?.holds ? 'inForce' : 'none')

/**
 * The content out of what was sent, in its types, with sensible values for what was left out; or what is wrong. A draft
 * may lack what `missingOf` asks for later. `validity` is not sent: it is marked by a step.
 */
export function readContent(
  sent: ContentAsk,
  today: Day,
  before?: Content,
): { content: Content } | { problems: Problem[] } {
  const problems: Problem[] = []
  const texts = {
    title: textOf(sent, 'title') ?? '',
    summary: textOf(sent, 'summary') ?? '',
    body: textOf(sent, 'body') ?? '',
    documentNumber: textOf(sent, 'documentNumber') ?? '',
  }
  problems.push(...tooLong(texts))
  if (texts.title === '') problems.push({ field: 'title', code: 'titleMissing' })
  const catalogue = textOf(sent, 'catalogue') ?? ''
  if (catalogue.length > 40) problems.push({ field: 'catalogue', code: 'headingUnknown' })
  const kind = textOf(sent, 'kind') || usualKind(catalogue)
  if (!itemKind(kind)) problems.push({ field: 'kind', code: 'kindUnknown' })
  const { extra, problems: wrong } = readExtra(kind, isRecord(sent.extra) ? sent.extra : {}, false)
  problems.push(...wrong.map(({ field, code, label }) => ({ field, code, params: { label, most: 20_000 } })))
  const formedOn = formedOf(sent, today, problems)
  const period = periodOf(sent, problems)
  const files = filesOf(sent)
  if (!files) problems.push({ field: 'files', code: 'contentBroken' })
  const interprets = textOf(sent, 'interprets')
  const entry = textOf(sent, 'entry') ?? ''
  const isEntry = /^\d{2}-\d{3,5}$/.test(entry)
  if (entry !== '' && !isEntry) problems.push({ field: 'entry', code: 'entryUnknown' })
  const content: Content = {
    ...texts,
    catalogue,
    ...(isEntry ? { entry } : {}),
    kind,
    formedOn,
    ...attributeOf(sent, problems),
    validity: before?.kind === kind ? before.validity : validityOf(kind),
    files: files ?? [],
    ...(interprets && itemKind(kind)?.interprets ? { interprets } : {}),
    ...(period ? { period } : {}),
    extra,
  }
  return problems.length > 0 ? { problems } : { content }
}

/** What a content lacks before it may be sent to review: each with its field. */
export function missingOf(content: Content): Problem[] {
  const { title, body, files, catalogue, attribute, ground, groundWords, kind, interprets } = content
  const problems: Problem[] = []
  if (title === '') problems.push({ field: 'title', code: 'titleMissing' })
  if (!hasText(body) && files.length === 0) problems.push({ field: 'body', code: 'bodyMissing' })
  if (catalogue === '') problems.push({ field: 'catalogue', code: 'headingMissing' })
  if (attribute !== 'active' && (!ground || !groundWords))
    problems.push({ field: 'ground', code: 'groundMissing' })
  if (itemKind(kind)?.interprets && !interprets)
    problems.push({ field: 'interprets', code: 'interpretsMissing' })
  const { problems: extra } = readExtra(kind, content.extra, true)
  problems.push(...extra.map(({ field, code, label }) => ({ field, code, params: { label, most: 20_000 } })))
  return problems
}

/** The content as it is frozen: with a summary drawn from the text where nobody wrote one (目录：内容概述). */
export const completed = (content: Content): Content =>
  content.summary === '' ? { ...content, summary: summaryOf(content.body) } : content
