import { sql } from 'kysely'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organsById } from '#platform/organs/tree.ts'
import { type PublicPage, sendPublicPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { gazettePath, issueAddress } from '../../addresses.ts'
import { issueRows } from '../../channels/gazette.ts'
import { numberLabel } from '../../channels/lists.ts'
import { itemAddress } from '../../item-address.ts'
import { keepsGazette } from '../../rules/channels/gazette.ts'
import { indexSlug } from '../../rules/index-number.ts'
import { organsToChoose } from '../../store.ts'
import { organAt, ownOrgan } from '../places.ts'
import { GazettePage, IssuePage, type ListedIssue, type Printed } from './pages.tsx'

type IssueRow = Awaited<ReturnType<typeof issueRows>>[number]

const listed = (row: IssueRow, organ: Organ): ListedIssue => ({
  organName: organ.name,
  label: numberLabel(row),
  year: row.year,
  issuedOn: row.made_on as Day,
  items: row.items.length,
  address: issueAddress(organ.code, row.year, row.number),
})

/** The governments of this portal that keep a gazette. */
async function keepers(platform: Platform): Promise<Organ[]> {
  const organs = await organsToChoose(platform.db, await ownOrgan(platform), platform.today())
  return organs.filter(keepsGazette)
}

async function issuesOf(platform: Platform): Promise<ListedIssue[]> {
  const organs = await keepers(platform)
  // 第二十三条; 国办发〔2018〕22号: a county or a department has no gazette, and no page of one.
  if (organs.length === 0) throw trouble('notFound')
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  const rows = await issueRows(platform.db, [...byId.keys()])
  return rows.flatMap((row) => {
    const organ = byId.get(row.organ_id)
    return organ ? [listed(row, organ)] : []
  })
}

interface Standing {
  organ_id: string
  item_id: string
  index_number: string
}

// What was taken down since is on no list, this one neither.
async function printedIn(platform: Platform, { items }: IssueRow): Promise<Printed[]> {
  const { rows } = await sql<Standing>`
    select organ_id, item_id, index_number from item_row where status = 'published'
      and organ_id = any(${items.map(({ organId }) => organId)}::uuid[])
      and item_id = any(${items.map(({ itemId }) => itemId)}::uuid[])`.execute(platform.db)
  const stands = new Map(rows.map((row) => [row.item_id, row]))
  const organs = await organsById(
    platform.db,
    [...new Set(rows.map((row) => row.organ_id))],
    platform.today(),
  )
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  return items.map(({ itemId, title, documentNumber }) => {
    const row = stands.get(itemId)
    const organ = row && byId.get(row.organ_id)
    const address = organ ? itemAddress(organ.code, indexSlug(row.index_number, organ.creditCode)) : null
    return { itemId, title, documentNumber, organName: organ?.name ?? '', address }
  })
}

interface IssueParams {
  code: string
  year: string
  number: string
}

async function one(platform: Platform, { code, year, number }: IssueParams): Promise<PublicPage> {
  const organ = await organAt(platform, code)
  const rows = /^\d{4}$/.test(year) ? await issueRows(platform.db, [organ.organId], Number(year)) : []
  const row = rows.find((each) => String(each.number) === number)
  if (!row) throw trouble('notFound')
  const shown = { issue: listed(row, organ), printed: await printedIn(platform, row) }
  return { page: (frame) => <IssuePage frame={frame} {...shown} />, shown: 'all' }
}

/** 政府公报 for the public: the issues, and each with what is printed in it. */
export function gazettePages(app: App, platform: Platform): void {
  app.get(gazettePath, (request, reply) =>
    sendPublicPage(platform, request, reply, async (): Promise<PublicPage> => {
      const issues = await issuesOf(platform)
      return { page: (frame) => <GazettePage frame={frame} issues={issues} />, shown: 'all' }
    }),
  )
  app.get<{ Params: IssueParams }>(`${gazettePath}/:code/:year/:number`, (request, reply) =>
    sendPublicPage(platform, request, reply, () => one(platform, request.params)),
  )
}
