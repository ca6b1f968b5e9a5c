import type { Kysely } from 'kysely'
import { type PublishedEntry, reportsOfYear, reportYears } from '#duties/annual-report/published.ts'
import type { Database } from '#platform/database/schema.ts'
import { type Contact, type Organ, organKinds, organLevels } from '#platform/organs/contract.ts'
import { contactOf, descendantsOf } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'
import type { Field } from './fields.ts'

type Db = Kysely<Database>

/** An organ with how to reach it. */
export interface OpenOrgan {
  organ: Organ
  contact: Contact | undefined
}

/** The fields of the data set of organs. */
export const organFields = (site: string): readonly Field<OpenOrgan>[] => [
  { name: 'code', heading: '机关代码', about: '本平台的机关代码，用于网址', of: ({ organ }) => organ.code },
  { name: 'creditCode', heading: '统一社会信用代码', about: '18位', of: ({ organ }) => organ.creditCode },
  { name: 'name', heading: '名称', about: '现在的名称', of: ({ organ }) => organ.name },
  { name: 'shortName', heading: '简称', about: '', of: ({ organ }) => organ.shortName },
  { name: 'kind', heading: '性质', about: '政府、部门、乡镇等', of: ({ organ }) => organKinds[organ.kind] },
  { name: 'level', heading: '层级', about: '省级至村级', of: ({ organ }) => organLevels[organ.level] },
  { name: 'regionCode', heading: '行政区划代码', about: '', of: ({ organ }) => organ.regionCode },
  {
    name: 'endedOn',
    heading: '终止日期',
    about: '不再存在的第一日，存续的为空',
    of: ({ organ }) => organ.endedOn,
  },
  { name: 'office', heading: '公开工作机构', about: '', of: ({ contact }) => contact?.office ?? '' },
  { name: 'officeAddress', heading: '办公地址', about: '', of: ({ contact }) => contact?.address ?? '' },
  { name: 'telephone', heading: '联系电话', about: '', of: ({ contact }) => contact?.telephone ?? '' },
  { name: 'email', heading: '电子邮箱', about: '', of: ({ contact }) => contact?.email ?? '' },
  {
    name: 'address',
    heading: '网址',
    about: '机关公开专页的固定网址',
    of: ({ organ }) => `${site}/organs/${organ.code}`,
  },
]

/** The organ of the portal and all below it. */
export async function* openOrgans(db: Db, own: Organ, today: Day): AsyncGenerator<OpenOrgan> {
  for (const organ of [own, ...(await descendantsOf(db, own.organId, 'region', today))])
    yield { organ, contact: await contactOf(db, organ.organId) }
}

/** The fields of the data set of published annual reports. */
export const reportFields = (site: string): readonly Field<PublishedEntry>[] => [
  { name: 'organCode', heading: '机关代码', about: '见机关数据集', of: (row) => row.organCode },
  { name: 'organName', heading: '机关', about: '', of: (row) => row.organName },
  { name: 'year', heading: '年度', about: '', of: (row) => row.year },
  { name: 'publishedAt', heading: '发布时间', about: 'UTC 时刻', of: (row) => row.publishedAt },
  { name: 'address', heading: '网址', about: '', of: (row) => `${site}${row.address}` },
  {
    name: 'json',
    heading: '数据（JSON）',
    about: '报告全部单元格',
    of: (row) => `${site}${row.address}/report.json`,
  },
  {
    name: 'csv',
    heading: '数据（CSV）',
    about: '报告全部单元格',
    of: (row) => `${site}${row.address}/report.csv`,
  },
]

/** The annual reports published, newest year first. */
export async function* openReports(db: Db, today: Day): AsyncGenerator<PublishedEntry> {
  for (const year of await reportYears(db)) yield* await reportsOfYear(db, year, today)
}
