import type { Block, FormId, Labelled, Row, TableId } from '#law/report-forms/form.ts'
import { forms } from '#law/report-forms/forms.ts'
import { applicantHeadings } from '#law/report-forms/requests-table.ts'
import { bareOf, normalise } from './normal.ts'

/** One thing the reader looks for in a table: a row's label, a column's, a block's title, a group's heading. */
export interface Label {
  readonly kind: 'row' | 'column' | 'title' | 'heading'
  /** The row's key, the column's id, the block's id; the words themselves for a heading. */
  readonly key: string
  readonly table: TableId
  /** Ways to write it, longest first, in bare characters and without its number. */
  readonly words: readonly string[]
  /** The number before it: 1 to 8, or 一 to 七. */
  readonly number: string
  /** Where it stands among the labels of its table, from top to bottom. */
  readonly order: number
  /** Which form prints it. */
  readonly form: FormId | 'both'
  /** Too short or too common to be taken for a label without its number or its place. */
  readonly weak: boolean
}

const bare = (words: string): string => bareOf(normalise(words).text).text

/** A label split into its number and its words without what stands in brackets. */
function partsOf(label: string): { number: string; words: string[] } {
  const match = /^(?:（([一二三四五六七八])）|([一二三四])、|(\d)\.)?(.*)$/.exec(label)
  const rest = match?.[4] ?? label
  const number = match?.[1] ?? match?.[2] ?? match?.[3] ?? ''
  return { number, words: [bare(rest), bare(rest.replace(/（[^）]{3,}）/g, ''))] }
}

function wordsOf({ label, variants = [] }: Labelled): { number: string; words: readonly string[] } {
  const all = [label, ...variants].map(partsOf)
  const plain = all.flatMap((each) => each.words).filter((each) => each !== '')
  const words = [...new Set([...plain, ...plain.map(misconverted)])]
  return { number: all[0]?.number ?? '', words: words.sort((one, other) => other.length - one.length) }
}

/** What a converter between traditional and simplified characters makes of a label: 規範性檔案 for 规范性文件. */
const misconverted = (word: string): string => word.replaceAll('文件', '档案')

interface Draft extends Labelled {
  readonly kind: Label['kind']
  readonly key: string
  readonly form: FormId | 'both'
}

/** The labels of one table of every form in the order of print; what two forms share is one label. */
function labelsOf(table: TableId, drafts: readonly Draft[]): readonly Label[] {
  const merged = new Map<string, Draft>()
  for (const draft of drafts) {
    const name = `${draft.kind}:${draft.key}`
    const known = merged.get(name)
    const variants = known
      ? [...(known.variants ?? []), draft.label, ...(draft.variants ?? [])]
      : draft.variants
    const form = known && known.form !== draft.form ? 'both' : draft.form
    merged.set(name, { ...(known ?? draft), form, ...(variants ? { variants } : {}) })
  }
  return [...merged.values()].map((draft, order) => {
    const { number, words } = wordsOf(draft)
    const weak = words.some((each) => each.length <= 2)
    return { kind: draft.kind, key: draft.key, table, words, number, order, form: draft.form, weak }
  })
}

const rowDraft = (form: FormId, row: Row): Draft => ({ ...row, kind: 'row', form })
const headingDraft = (form: FormId, label: string): Draft => ({ kind: 'heading', key: label, label, form })

function blockDrafts(form: FormId, block: Block): readonly Draft[] {
  const titles = block.titles.map((title): Draft => ({ ...title, kind: 'title', key: block.id, form }))
  const columns = block.columns.map(
    (column): Draft => ({ ...column, kind: 'column', key: `${block.id}.${form}.${column.id}`, form }),
  )
  const info = headingDraft(form, `信息内容`)
  return [
    ...titles,
    { ...info, key: `${block.id}.head` },
    ...columns,
    ...block.rows.map((row) => rowDraft(form, row)),
  ]
}

/** Blocks of table two by id in the order of print, each with what either form has in it. */
function proactiveDrafts(): readonly Draft[] {
  const ids = [...new Set(forms.flatMap((form) => form.tables[0].blocks.map((block) => block.id)))].sort()
  return ids.flatMap((id) =>
    forms.flatMap((form) =>
      form.tables[0].blocks
        .filter((block) => block.id === id)
        .flatMap((block) => blockDrafts(form.id, block)),
    ),
  )
}

/** Rows of table three, the groups' headings before the first row under them. */
function requestDrafts(): readonly Draft[] {
  const drafts: Draft[] = []
  const [first] = forms
  if (first === undefined) return drafts
  for (const { id } of forms)
    drafts.push(headingDraft(id, applicantHeadings.all), headingDraft(id, applicantHeadings.organisations))
  const rows = forms.flatMap((form) =>
    form.tables[1].blocks.flatMap((block) => block.rows.map((row) => ({ form, row }))),
  )
  const position = (key: string) => Math.max(...forms.map((form) => rowIndex(form.id, key)))
  for (const { form, row } of rows.sort((one, other) => position(one.row.key) - position(other.row.key))) {
    const known = (label: string) => rows.some((each) => each.row.label === label)
    for (const heading of row.under) if (!known(heading)) drafts.push(headingDraft(form.id, heading))
    drafts.push(rowDraft(form.id, row))
  }
  return drafts
}

/** The place of a row in its own form; a row only the older form has stands before what replaced it. */
function rowIndex(form: FormId, key: string): number {
  const rows = forms.find((each) => each.id === form)?.tables[1].blocks.flatMap((block) => block.rows) ?? []
  return rows.findIndex((row) => row.key === key)
}

export const proactiveLabels = labelsOf('proactive', proactiveDrafts())
export const requestLabels = labelsOf('requests', requestDrafts())

const [{ tables } = { tables: undefined }] = forms
const remedies = tables?.[2].blocks ?? []

/** True where a row is labelled as its form has it, or with the beginning of that label. */
export function isOfficial(form: FormId, key: string, word: string): boolean {
  const words = officialWords.get(`${form} ${key}`)
  return words === undefined || words.some((each) => each.startsWith(word.replaceAll('档案', '文件')))
}

const officialWords: ReadonlyMap<string, readonly string[]> = new Map(
  forms.flatMap(({ id, tables: all }) =>
    all.flatMap((table) =>
      table.blocks.flatMap((block) =>
        block.rows.map((row): [string, string[]] => [`${id} ${row.key}`, partsOf(row.label).words]),
      ),
    ),
  ),
)

/** The words of table four: the five columns, and the titles over them. */
export const remedyColumns = (remedies[0]?.columns ?? []).map((column) => ({
  id: column.id,
  words: wordsOf(column).words,
}))
/** The words over the columns of 行政诉讼: they stand in no other table. */
export const remedyTitles = remedies
  .flatMap((block) => block.titles.slice(1))
  .flatMap((title) => wordsOf(title).words)
/** The words that tell the three blocks apart: 行政复议, 未经复议直接起诉, 复议后起诉. */
export const remedyRows = remedies.map((block) => wordsOf(block.titles.at(-1) ?? { label: '' }).words)
export const remedyBlocks = remedies.map((block) => block.id)

/** Everything a table's headings are written with: a scrap of it standing alone is no content. */
export const headingScraps: string = [...requestLabels, ...proactiveLabels]
  .filter((label) => label.kind === 'heading')
  .map((label) => `${label.number}${label.words[0] ?? ''}`)
  .join('|')
