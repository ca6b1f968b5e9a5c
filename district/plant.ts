import type { Transaction } from 'kysely'
import { hashOfReport } from '#duties/annual-report/compile-store.ts'
import { inBulk, indexAll } from '#duties/publication/search/write.ts'
import { identityIndex, queryCodeHash } from '#duties/requests/intake-facts.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { Role } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import { lockTree } from '#platform/organs/closure.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, day } from '#time/day.ts'
import { type AreaData, dataOf, demonstratorsOf } from './area-data.ts'
import type { Span } from './items.ts'
import type { Organ } from './organ.ts'
import { plantCases, plantRemedies } from './planting/cases.ts'
import { plantChannels } from './planting/channels.ts'
import { plantDecisions } from './planting/decisions.ts'
import { insertMany } from './planting/insert.ts'
import { plantItems } from './planting/items.ts'
import { plantOrgans, siteSetting } from './planting/organs.ts'
import { demonstrationPassword, plantPeople } from './planting/people.ts'
import { plantFigures, plantReports } from './planting/published.ts'
import { plantStandards } from './planting/standards.ts'
import { randomOf } from './random.ts'
import type { PublishedReport } from './reports.ts'
import { type Keys, type Receipt, receiptsOf } from './requests.ts'
import { staffOf } from './staff.ts'
import { growTree, type Scale } from './tree.ts'

export interface PlantOptions {
  readonly seed?: number
  readonly scale?: Scale
  /** The last day of the history is the one before. */
  readonly today?: Day
  readonly onProgress?: (line: string) => void
}

/** What stands in the database: who may sign in, with the one password. */
export interface Planted {
  readonly seed: number
  readonly scale: Scale
  readonly today: Day
  readonly accounts: readonly {
    readonly username: string
    readonly name: string
    readonly organName: string
    readonly roles: readonly Role[]
  }[]
  readonly password: string
  /** Requests of the county that the portal can be tried with. */
  readonly receipts: readonly Receipt[]
}

const settingName = 'district'
const begin = day('2024-01-01')

/**
 * Plants the invented district into an empty database, all or nothing, and tells who may sign in. Where it was planted
 * before, only tells that; gives null where the database holds organs of its own.
 */
export async function plantDistrict(
  platform: Platform,
  { seed = 2026, scale = 'county', today = platform.today(), onProgress = () => {} }: PlantOptions = {},
): Promise<Planted | null> {
  const known = await plantedBefore(platform)
  if (known !== undefined) return known
  return platform.db.transaction().execute(async (tx) => {
    await lockTree(tx)
    const meanwhile = await plantedBefore({ ...platform, db: tx })
    if (meanwhile !== undefined) return meanwhile
    return toldOf(await plantAll(tx, platform, { seed, scale, today, onProgress }))
  })
}

/** What the setting keeps of the planting. */
type Kept = Pick<Planted, 'seed' | 'scale' | 'today' | 'receipts'>

/** What was planted; null where there are other organs; undefined where there are none. */
async function plantedBefore({ db }: Pick<Platform, 'db'>): Promise<Planted | null | undefined> {
  const row = await db
    .selectFrom('organ_setting')
    .select('value')
    .where('name', '=', settingName)
    .executeTakeFirst()
  if (row) return toldOf(row.value as Kept)
  const organ = await db.selectFrom('organ').select('organ_id').limit(1).executeTakeFirst()
  return organ ? null : undefined
}

function toldOf(kept: Kept): Planted {
  const random = randomOf(String(kept.seed))
  // The organs of the demonstration are those of 清溪县, the same at every scale.
  const organs = growTree(random, 'county').flatMap((area) => area.organs)
  const accounts = demonstratorsOf(organs.map((organ) => staffOf(random, organ)))
  return { ...kept, accounts, password: demonstrationPassword }
}

async function plantAll(
  tx: Transaction<Database>,
  platform: Platform,
  { seed, scale, today, onProgress }: Required<PlantOptions>,
): Promise<Kept> {
  const random = randomOf(String(seed))
  const areas = growTree(random, scale)
  const organs = areas.flatMap((area) => area.organs)
  const [root] = organs
  if (!root) throw new Error('the district has no organs')
  const span = { from: begin, today, calendar: await platform.calendarFor(root.organId) }
  await plantOrgans(tx, organs)
  onProgress(`正在建立演示数据：机关和村 ${organs.length} 个`)
  const receipts: Receipt[] = []
  const governments: PublishedReport[] = []
  // The lower areas first: a government merges the reports of those below.
  for (const [i, area] of areas.toReversed().entries()) {
    const lower = governments.filter(({ organ }) => isBelow(organ, area.organs[0]))
    const data = dataOf(random, area, { span, keys: keysOf(platform), hashOf, lower })
    await plantArea(tx, platform, data, span)
    receipts.unshift(...receiptsOf(data.cases))
    governments.push(...data.reports.filter(({ organ }) => organ.kind === 'government'))
    onProgress(`  ${areas.length > 1 ? `${i + 1}/${areas.length} ` : ''}${area.name}：${countsOf(data)}`)
  }
  await inBulk(tx, () => indexAll(tx))
  const kept = { seed, scale, today, receipts }
  const setting = (name: string, value: object) => ({ organ_id: root.organId, name, value, changed_by: null })
  await insertMany(tx, 'organ_setting', [setting(settingName, kept), setting('site', siteSetting(root))])
  return kept
}

const isBelow = ({ parents }: Organ, upper: Organ | undefined): boolean =>
  parents.some(({ axis, parentId }) => axis === 'region' && parentId === upper?.organId)

const hashOf = (report: Report): string =>
  hashOfReport(report.form === '2019' ? '2019' : '2021', report.organ.id ?? '', report)

const keysOf = (platform: Platform): Keys => ({
  identity: (applicant) => identityIndex(platform, applicant),
  queryCode: (code) => queryCodeHash(platform, code),
})

async function plantArea(
  tx: Transaction<Database>,
  platform: Platform,
  data: AreaData,
  span: Span,
): Promise<void> {
  await plantPeople(tx, data.staff, platform.now())
  const [government] = data.staff
  if (government) await plantStandards(tx, government)
  await plantItems(tx, data.items, data.staff, span)
  await plantChannels(tx, data.staff, span)
  await plantDecisions(tx, data.decisions)
  await plantCases(tx, platform, data.cases, span)
  await plantRemedies(tx, platform, data.remedies)
  await plantFigures(tx, data.figures)
  await plantReports(tx, data.reports)
}

const countsOf = ({ items, cases, remedies, reports }: AreaData): string =>
  `公开信息 ${items.length} 条，申请 ${cases.length} 件，复议诉讼 ${remedies.length} 件，年度报告 ${reports.length} 份`
