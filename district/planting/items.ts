import type { Transaction } from 'kysely'
import type { ProjectGiven } from '#duties/publication/projection.ts'
import type { TakenOver } from '#duties/publication/rules/facts.ts'
import { defaultSettings } from '#duties/publication/rules/settings.ts'
import { takenOver } from '#duties/publication/take-over.ts'
import type { Database } from '#platform/database/schema.ts'
import { appendMany } from '#platform/ledger/ledger.ts'
import { dayInShanghai, yearOf } from '#time/day.ts'
import type { Item, Span } from '../items.ts'
import type { Staff } from '../staff.ts'
import { insertMany } from './insert.ts'

const withdrawalNote = '经核查，该信息内容不准确，已经撤下。'

const told = (item: Item): TakenOver => ({
  indexNumber: item.indexNumber,
  status: item.status,
  publishedAt: item.publishedAt ?? null,
  source: '原政府信息公开系统',
  ...(item.status === 'withdrawn' ? { note: withdrawalNote } : {}),
  content: {
    title: item.title,
    summary: item.summary,
    body: item.body,
    kind: item.kind,
    catalogue: item.catalogue,
    ...(item.entry ? { entry: item.entry } : {}),
    formedOn: item.formedOn,
    documentNumber: item.documentNumber,
    attribute: 'active',
    validity: item.validity,
    files: [],
    ...(item.interprets ? { interprets: item.interprets } : {}),
    extra: item.extra,
  },
})

/** Who drafts at each organ. */
const draftersOf = (staff: readonly Staff[]): ReadonlyMap<string, string> =>
  new Map(
    staff.flatMap(({ organ, officers }) => {
      const drafter = officers.find(({ roles }) => roles.includes('informationOfficer'))
      return drafter ? [[organ.organId, drafter.personId] as const] : []
    }),
  )

/** Writes the items of the catalogue, each with the fact that it was taken over, and how far the index numbers have run. */
export async function plantItems(
  tx: Transaction<Database>,
  items: readonly Item[],
  staff: readonly Staff[],
  { calendar }: Pick<Span, 'calendar'>,
): Promise<void> {
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const drafters = draftersOf(staff)
  const planted = items.map((item) => {
    const documentAt = item.interprets && byId.get(item.interprets)?.publishedAt
    const given: ProjectGiven = {
      calendar,
      settings: defaultSettings,
      ...(documentAt ? { documentOn: dayInShanghai(documentAt) } : {}),
    }
    const recordedAt = item.publishedAt ?? `${item.formedOn}T02:00:00.000Z`
    const by = drafters.get(item.organId) ?? 'system'
    const { organId, itemId, formedOn } = item
    return takenOver({ organId, itemId, item: told(item), happenedOn: formedOn, recordedAt, by }, given)
  })
  await appendMany(
    tx,
    planted.map(({ fact }) => fact),
  )
  // jsonb takes the object as it is: insertMany writes it as JSON.
  const rows = planted.map(({ row }) => ({ ...row, extra: row.extra as unknown as string }))
  await insertMany(tx, 'item_row', rows)
  await plantNumbers(tx, items)
}

async function plantNumbers(tx: Transaction<Database>, items: readonly Item[]): Promise<void> {
  const last = Map.groupBy(items, ({ organId, formedOn }) => `${organId} ${yearOf(formedOn)}`)
  await insertMany(
    tx,
    'number_series',
    [...last].map(([key, each]) => {
      const [organ_id = '', year = ''] = key.split(' ')
      return { organ_id, series: 'item', year: Number(year), last: each.length }
    }),
  )
}
