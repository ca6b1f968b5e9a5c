import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { readTable } from '#platform/documents/table-file.ts'
import type { FieldError } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { type DeskGiven, givenFor } from '../desk.ts'
import { nextIndexNumber } from '../draft-item.ts'
import { maskOf } from '../gate/words/mask-word.ts'
import { recordItem } from '../record.ts'
import { listKinds, monthInChinese, type ReadDecisions, readDecisions } from '../rules/decision-list.ts'
import type { Content } from '../rules/facts.ts'
import type { FieldRow } from '../rules/kind-field.ts'
import type { CheckedList, ListAsk, TakenList } from './contract.ts'

interface ListFile extends ListAsk {
  organId: string
  personId: string
  name: string
  bytes: Uint8Array
}

type Checked =
  | { kind: 'unreadable'; sentence: string }
  | { kind: 'read'; list: ReadDecisions; given: DeskGiven }

async function read(platform: Platform, file: ListFile): Promise<Checked> {
  const table = await readTable(file.name, file.bytes)
  if (table.kind === 'unreadable') return table
  const given = await givenFor(platform, file.organId)
  const mask = (name: string) => maskOf('caseName', name, given.gate) ?? name
  const list = readDecisions(table.table.rows, {
    kind: file.kind,
    month: file.month,
    today: given.today,
    ...(given.settings.maskListNames ? { mask } : {}),
  })
  return { kind: 'read', list, given }
}

export type CheckAnswer = { kind: 'unreadable'; sentence: string } | { kind: 'checked'; list: CheckedList }

/** What a list of a month would bring: how many decisions, and every wrong place. Nothing is kept. */
export async function checkList(platform: Platform, file: ListFile): Promise<CheckAnswer> {
  const checked = await read(platform, file)
  if (checked.kind === 'unreadable') return checked
  const { decisions, masked, wrong } = checked.list
  return { kind: 'checked', list: { decisions: decisions.length, masked, wrong: wrong.slice(0, 200) } }
}

const contentOf = (kind: ListAsk['kind'], of: Pick<Content, 'title' | 'body' | 'formedOn'>): Content => ({
  ...of,
  summary: '',
  kind,
  catalogue: listKinds[kind].catalogue,
  documentNumber: '',
  attribute: 'active',
  validity: 'none',
  files: [],
  extra: {},
})

const lastDay = (decisions: readonly FieldRow[]): Day =>
  decisions.map(({ decidedOn }) => String(decidedOn)).reduce((one, two) => (one > two ? one : two)) as Day

/** The items that a list becomes: one for the month, or one for each decision. */
function contentsOf(
  { kind, month }: ListAsk,
  { name }: Organ,
  decisions: readonly FieldRow[],
  each: boolean,
) {
  const { label } = listKinds[kind]
  const when = monthInChinese(month)
  if (!each) {
    const body = `<p>${name}${when}作出${label}决定${decisions.length}件，现将决定的内容公示如下。</p>`
    const content = contentOf(kind, {
      title: `${name}${when}${label}信息公示`,
      body,
      formedOn: lastDay(decisions),
    })
    return [{ ...content, extra: { month, decisions } }]
  }
  return decisions.map((decision) => {
    const title = `${decision.party}${label}决定（${decision.number}）`.slice(0, 300)
    const body = `<p>${name}于${decision.decidedOn}作出${label}决定，现将决定的内容公示如下。</p>`
    const content = contentOf(kind, { title, body, formedOn: decision.decidedOn as Day })
    return { ...content, extra: { month, decisions: [decision] } }
  })
}

export type TakeAnswer =
  | { kind: 'unreadable'; sentence: string }
  | { kind: 'wrong'; errors: FieldError[] }
  | { kind: 'taken'; list: TakenList }

const errorsOf = (list: ReadDecisions): FieldError[] =>
  list.wrong.map(({ row, column, message }) => ({
    field: `rows.${row}`,
    message: `第${row}行，${column}：${message}`,
  }))

/** True where a list of that kind and month stands already; the list stays locked until the transaction ends. */
async function standsAlready(
  tx: Transaction<Database>,
  { organId, kind, month }: ListFile,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organId} ${kind} ${month}`}, 0))`.execute(tx)
  const row = await tx
    .selectFrom('item_row')
    .select('item_id')
    .where('organ_id', '=', organId)
    .where('kind', '=', kind)
    .where(sql<boolean>`extra ->> 'month' = ${month}`)
    .where('status', 'not in', ['discarded', 'withdrawn'])
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes the list of a month whole or not at all: its drafts, which go through review and gate like every item and count
 * for table two of the annual report once they are released. A month that stands already is refused until its items are
 * discarded.
 */
export async function takeList(platform: Platform, file: ListFile): Promise<TakeAnswer> {
  const checked = await read(platform, file)
  if (checked.kind === 'unreadable') return checked
  const { list, given } = checked
  if (list.wrong.length > 0) return { kind: 'wrong', errors: errorsOf(list) }
  const organ = await organById(platform.db, file.organId, given.today)
  if (!organ) return { kind: 'wrong', errors: [{ field: 'file', message: '没有这个机关' }] }
  const each = given.settings.listItems === 'decision'
  return platform.db.transaction().execute(async (tx): Promise<TakeAnswer> => {
    if (await standsAlready(tx, file)) {
      const message = `${monthInChinese(file.month)}的${listKinds[file.kind].label}清单已经导入；需要重新导入的，请先作废原来的信息`
      return { kind: 'wrong', errors: [{ field: 'month', message }] }
    }
    const items: TakenList['items'] = []
    for (const content of contentsOf(file, organ, list.decisions, each))
      items.push(await draft(tx, platform, { file, organ, content, given }))
    const counted = `${monthInChinese(file.month)}${listKinds[file.kind].label}${list.decisions.length}件，发布以后计入年度报告表二`
    return { kind: 'taken', list: { decisions: list.decisions.length, masked: list.masked, items, counted } }
  })
}

interface ToDraft {
  file: ListFile
  organ: Organ
  content: Content
  given: DeskGiven
}

async function draft(
  tx: Transaction<Database>,
  platform: Platform,
  { file, organ, content, given }: ToDraft,
) {
  const itemId = randomUUID()
  const indexNumber = await nextIndexNumber(tx, organ, given.settings.indexPattern, content.formedOn)
  const recorded = await recordItem(tx, platform, {
    organId: file.organId,
    itemId,
    askId: itemId,
    by: file.personId,
    before: [],
    facts: [{ fact: { type: 'drafted', indexNumber, content }, happenedOn: given.today }],
    given,
  })
  if (recorded.kind !== 'recorded') throw new Error(`draft ${itemId} was there before`)
  return { itemId, title: content.title }
}
