import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'
import { filedUnder } from '../catalogue/store.ts'
import { itemAddress } from '../item-address.ts'
import { instantKey } from '../list-key.ts'
import { headingOf } from '../rules/catalogue.ts'
import { indexSlug } from '../rules/index-number.ts'
import { validityOn } from '../rules/register.ts'
import { kindLabel, validityLabel } from '../rules/vocabulary.ts'
import type { Field } from './fields.ts'

type Db = Kysely<Database>

/** A published item as data; a withdrawn one only in the changes, without its words. */
export interface OpenItem {
  organId: string
  itemId: string
  organCode: string
  organName: string
  creditCode: string
  indexNumber: string
  kind: string
  catalogue: string
  title: string
  documentNumber: string
  summary: string
  /** Cleaned HTML; only where it was asked for. */
  body: string
  formedOn: string
  publishedAt: string
  updatedAt: string
  validity: string
  interprets: string | null
  isWithdrawn: boolean
}

/** Path of an item on the portal. */
export const pathOf = ({ organCode, indexNumber, creditCode }: OpenItem): string =>
  itemAddress(organCode, indexSlug(indexNumber, creditCode))

const ownFields: readonly Field<OpenItem>[] = [
  { name: 'itemId', heading: '信息标识', about: '不变的唯一标识（UUID）', of: (row) => row.itemId },
  {
    name: 'indexNumber',
    heading: '索引号',
    about: '公开目录中的索引号，不变更，不重复使用',
    of: (row) => row.indexNumber,
  },
  {
    name: 'organCode',
    heading: '机关代码',
    about: '本平台的机关代码，见机关数据集',
    of: (row) => row.organCode,
  },
  { name: 'organName', heading: '发布机构', about: '公开信息的机关现在的名称', of: (row) => row.organName },
  { name: 'kind', heading: '体裁代码', about: '信息体裁的代码', of: (row) => row.kind },
  { name: 'kindLabel', heading: '体裁', about: '信息体裁的名称', of: (row) => kindLabel(row.kind) },
  {
    name: 'catalogue',
    heading: '类别代码',
    about: '信息类别，20-01至20-15对应《条例》第二十条各项',
    of: (row) => row.catalogue,
  },
  {
    name: 'catalogueLabel',
    heading: '信息类别',
    about: '信息类别的名称',
    of: (row) => headingOf(row.catalogue)?.short ?? '',
  },
  { name: 'title', heading: '名称', about: '信息的标题', of: (row) => row.title },
  { name: 'documentNumber', heading: '文号', about: '发文字号，没有的为空', of: (row) => row.documentNumber },
  { name: 'summary', heading: '内容概述', about: '内容概述，没有的为空', of: (row) => row.summary },
  { name: 'formedOn', heading: '成文日期', about: '北京时间的日期', of: (row) => row.formedOn },
  { name: 'publishedAt', heading: '发布时间', about: 'UTC 时刻（ISO 8601）', of: (row) => row.publishedAt },
  { name: 'updatedAt', heading: '更新时间', about: '最近一次变更的 UTC 时刻', of: (row) => row.updatedAt },
  {
    name: 'validity',
    heading: '有效性代码',
    about: 'inForce、amended、repealed、expired、none',
    of: (row) => row.validity,
  },
  {
    name: 'validityLabel',
    heading: '有效性',
    about: '现行有效、已修改、已废止、已失效、不涉及',
    of: (row) => validityLabel(row.validity),
  },
  {
    name: 'interprets',
    heading: '解读的信息',
    about: '所解读文件的信息标识，不是解读的为空',
    of: (row) => row.interprets,
  },
]

/** The fields of the data set of items; `site` is the address of the portal. */
export const itemFields = (site: string): readonly Field<OpenItem>[] => [
  ...ownFields,
  { name: 'address', heading: '网址', about: '信息在本平台的固定网址', of: (row) => `${site}${pathOf(row)}` },
]

export interface ItemsAsk {
  organId?: string | undefined
  /** Code of an entry of the standard catalogue of that organ: what was filed under it, by those below it too. */
  entry?: string | undefined
  catalogue?: string | undefined
  kind?: string | undefined
  year?: number | undefined
  /** Key of the page, as the page before gave it. */
  after?: string | undefined
  /** With the text, as HTML. */
  withBody?: boolean
  limit: number
  today: Day
}

export interface OpenPage {
  items: readonly OpenItem[]
  /** Key of the following page; null at the end. */
  next: string | null
}

interface Row {
  organ_id: string
  item_id: string
  index_number: string
  kind: string
  catalogue_code: string
  title: string
  document_number: string
  summary: string
  body?: string
  formed_on: string
  published_at: string | null
  updated_at: string
  validity: string
  expires_on: string | null
  interprets: string | null
  status: string
}

const columns = [
  ...(['organ_id', 'item_id', 'index_number', 'kind', 'catalogue_code', 'title', 'document_number'] as const),
  ...([
    'summary',
    'formed_on',
    'published_at',
    'updated_at',
    'validity',
    'expires_on',
    'interprets',
    'status',
  ] as const),
] as const

const published = (db: Db) => db.selectFrom('item_row').select(columns).where('status', '=', 'published')
type Query = ReturnType<typeof published>

function ofOrgan(query: Query, { organId, entry }: Pick<ItemsAsk, 'organId' | 'entry'>): Query {
  const filed = entry ? query.where(sql<boolean>`entry = ${entry}`) : query
  if (!organId) return filed
  return entry
    ? filed.where(filedUnder(organId, entry.replace(/-.*$/u, '')))
    : filed.where('organ_id', '=', organId)
}

/** What is published, newest first, a page at a time by key. A key that is none begins at the newest. */
export async function openItems(db: Db, ask: ItemsAsk): Promise<OpenPage> {
  const key = instantKey(ask.after)
  let query = published(db)
  if (ask.withBody) query = query.select('body') as Query
  query = ofOrgan(query, ask)
  if (ask.catalogue) query = query.where('catalogue_code', '=', ask.catalogue)
  if (ask.kind) query = query.where('kind', '=', ask.kind)
  if (ask.year)
    query = query
      .where('published_at', '>=', `${ask.year}-01-01T00:00:00+08:00`)
      .where('published_at', '<', `${ask.year + 1}-01-01T00:00:00+08:00`)
  if (key)
    query = query.where(sql<boolean>`(published_at, item_id) < (${key.at}::timestamptz, ${key.id}::uuid)`)
  const rows = await query
    .orderBy('published_at', 'desc')
    .orderBy('item_id', 'desc')
    .limit(ask.limit + 1)
    .execute()
  const shown = rows.slice(0, ask.limit)
  const last = shown.at(-1)
  const next = rows.length > ask.limit && last ? `${last.published_at}~${last.item_id}` : null
  return { items: await withOrgans(db, shown, ask.today), next }
}

/** All of them, page by page: never all in memory. */
export async function* everyItem(db: Db, ask: Omit<ItemsAsk, 'limit' | 'after'>): AsyncGenerator<OpenItem> {
  let after: string | undefined
  do {
    const { items, next } = await openItems(db, { ...ask, after, limit: 500 })
    yield* items
    after = next ?? undefined
  } while (after !== undefined)
}

export interface ChangesAsk {
  /** ISO instant, or the key that the page before gave. */
  since: string
  limit: number
  today: Day
  /** ISO instant of now. */
  now: string
}

export interface ChangesPage {
  items: readonly OpenItem[]
  /** From where to go on: at once where this is not the last, else later. */
  next: string
  isLast: boolean
}

/** What a change may still be under way for before it is seen: the key never runs past it. */
const overlapSeconds = 120

/**
 * What was published, amended or withdrawn since an instant, in the order of the changes. `next` never runs past two
 * minutes ago, so that whoever goes on from it misses nothing that was being written meanwhile; the last two minutes
 * may come twice.
 */
export async function openChanges(db: Db, ask: ChangesAsk): Promise<ChangesPage> {
  const key = instantKey(ask.since)
  const from = key?.at ?? ask.since
  let query = db.selectFrom('item_row').select(columns).where('status', 'in', ['published', 'withdrawn'])
  query = key
    ? query.where(sql<boolean>`(updated_at, item_id) > (${from}::timestamptz, ${key.id}::uuid)`)
    : query.where('updated_at', '>=', from)
  const rows = await query
    .orderBy('updated_at')
    .orderBy('item_id')
    .limit(ask.limit + 1)
    .execute()
  const shown = rows.slice(0, ask.limit)
  const items = await withOrgans(db, shown, ask.today)
  const last = shown.at(-1)
  const horizon = new Date(Date.parse(ask.now) - overlapSeconds * 1000).toISOString()
  if (last && last.updated_at < horizon)
    return { items, next: `${last.updated_at}~${last.item_id}`, isLast: rows.length <= ask.limit }
  return { items, next: from < horizon ? horizon : from, isLast: true }
}

async function withOrgans(db: Db, rows: readonly Row[], today: Day): Promise<OpenItem[]> {
  const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today)
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  return rows.map((row) => {
    const organ = byId.get(row.organ_id)
    return {
      organId: row.organ_id,
      itemId: row.item_id,
      organCode: organ?.code ?? '',
      organName: organ?.name ?? '',
      creditCode: organ?.creditCode ?? '',
      indexNumber: row.index_number,
      kind: row.kind,
      catalogue: row.catalogue_code,
      title: row.title,
      documentNumber: row.document_number,
      summary: row.summary,
      body: row.body ?? '',
      formedOn: row.formed_on,
      publishedAt: row.published_at ?? '',
      updatedAt: row.updated_at,
      validity: validityOn(row.validity, row.expires_on, today),
      interprets: row.interprets,
      isWithdrawn: row.status === 'withdrawn',
    }
  })
}
