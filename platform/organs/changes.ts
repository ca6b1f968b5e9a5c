import { randomUUIDv7 } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Citation } from '#law/citation.ts'
import type { Database } from '#platform/database/schema.ts'
import { type HttpProblem, invalid, refused, trouble, type Wording } from '#platform/http/problem.ts'
import { type Day, day } from '#time/day.ts'
import { addToClosure, attach, detach, lockTree } from './closure.ts'
import { type Axis, axisNames, type Contact, type NewOrgan, type Succession } from './contract.ts'

type Db = Kysely<Database>
type Refusal = 'organEnded' | 'underItself' | 'codeTaken' | 'nameUnchanged'

const words: Record<Refusal, Wording> = {
  organEnded: {
    status: 409,
    title: '该机关已不存在',
    detail: '该机关已被合并或撤销，请在承接其职能的机关办理。',
  },
  underItself: { status: 409, title: '不能调整到自身之下', detail: '上级机关不能是该机关自己或其下级机关。' },
  codeTaken: {
    status: 409,
    title: '代码已被使用',
    detail: '机关代码或统一社会信用代码已属于另一机关，请核对。',
  },
  nameUnchanged: { status: 409, title: '名称没有变化', detail: '新名称与现名称相同。' },
}

const no = (refusal: Refusal, cites: readonly Citation[] = []): HttpProblem =>
  refused(refusal, words[refusal], cites)

const late = (field: string): HttpProblem =>
  invalid([{ field, message: '请填写今天或以前的日期，且不早于上一次变动。' }])

// One change of the tree at a time; in the transaction of whoever called, or in one of its own.
async function inTree<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  if (!db.isTransaction) return db.transaction().execute((transaction) => inTree(transaction, work))
  await lockTree(db)
  return work(db)
}

async function currentName(db: Db, organId: string) {
  const row = await db
    .selectFrom('organ_name')
    .selectAll()
    .where('organ_id', '=', organId)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw trouble('notFound')
  if (row.until_on !== null) throw no('organEnded')
  return row
}

/** Sets up an organ, under a parent by region where one is given. Gives its id. Refuses a code in use. */
export async function makeOrgan(db: Db, organ: NewOrgan, parentId: string | null): Promise<string> {
  const organId = randomUUIDv7()
  const { code, creditCode, kind, level, regionCode, name, shortName, fromOn, basis } = organ
  await inTree(db, async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('organ')
      .values({ organ_id: organId, code, credit_code: creditCode, kind, level, region_code: regionCode })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw no('codeTaken')
    await transaction
      .insertInto('organ_name')
      .values({ organ_id: organId, from_on: fromOn, name, short_name: shortName, basis })
      .execute()
    await addToClosure(transaction, organId)
    if (parentId !== null)
      await putUnder(transaction, { organId, axis: 'region', parentId, fromOn: day(fromOn) })
  })
  return organId
}

/** Gives an organ a new name from a day not after today; its earlier names stay with their days. */
export async function renameOrgan(
  db: Db,
  organId: string,
  {
    name,
    shortName,
    fromOn,
    basis,
    today,
  }: { name: string; shortName: string; fromOn: Day; basis: string; today: Day },
): Promise<void> {
  await inTree(db, async (transaction) => {
    const current = await currentName(transaction, organId)
    if (current.name === name && current.short_name === shortName) throw no('nameUnchanged')
    if (fromOn > today || fromOn <= current.from_on) throw late('fromOn')
    await transaction
      .updateTable('organ_name')
      .set({ until_on: fromOn })
      .where('organ_id', '=', organId)
      .where('from_on', '=', current.from_on)
      .execute()
    await transaction
      .insertInto('organ_name')
      .values({ organ_id: organId, from_on: fromOn, name, short_name: shortName, basis })
      .execute()
  })
}

interface Place {
  organId: string
  axis: Axis
  parentId: string
  fromOn: Day
}

async function isWithin(db: Db, { organId, axis, parentId }: Omit<Place, 'fromOn'>): Promise<boolean> {
  const row = await db
    .selectFrom('organ_closure')
    .select('depth')
    .where('organ_id', '=', organId)
    .where('axis', '=', axis)
    .where('descendant_id', '=', parentId)
    .executeTakeFirst()
  return row !== undefined
}

async function putUnder(db: Db, place: Place): Promise<void> {
  const { organId, axis, parentId, fromOn } = place
  if (await isWithin(db, place)) throw no('underItself')
  await currentName(db, parentId)
  await endParent(db, organId, axis, fromOn)
  await db
    .insertInto('organ_parent')
    .values({ organ_id: organId, axis, from_on: fromOn, parent_id: parentId })
    .execute()
  await attach(db, organId, axis, parentId)
}

// Closes the period under the present parent, and takes the organ out of today's tree.
async function endParent(db: Db, organId: string, axis: Axis, onDay: Day): Promise<void> {
  const current = await db
    .selectFrom('organ_parent')
    .select('from_on')
    .where('organ_id', '=', organId)
    .where('axis', '=', axis)
    .where('until_on', 'is', null)
    .executeTakeFirst()
  if (current === undefined) return
  if (onDay <= current.from_on) throw late('fromOn')
  await db
    .updateTable('organ_parent')
    .set({ until_on: onDay })
    .where('organ_id', '=', organId)
    .where('axis', '=', axis)
    .where('from_on', '=', current.from_on)
    .execute()
  await detach(db, organId, axis)
}

/** Puts an organ with all below it under another parent, from a day not after today. Refuses a circle. */
export async function moveOrgan(db: Db, { today, ...place }: Place & { today: Day }): Promise<void> {
  if (place.fromOn > today) throw late('fromOn')
  await inTree(db, async (transaction) => {
    await currentName(transaction, place.organId)
    await putUnder(transaction, place)
  })
}

interface Merger {
  organId: string
  successorId: string
  onDay: Day
  how: Succession
  basis: string
  today: Day
}

async function handOverChildren(db: Db, { organId, successorId, onDay }: Merger, axis: Axis): Promise<void> {
  const children = await db
    .selectFrom('organ_parent')
    .select('organ_id')
    .where('parent_id', '=', organId)
    .where('axis', '=', axis)
    .where('until_on', 'is', null)
    .execute()
  for (const child of children) {
    await putUnder(db, { organId: child.organ_id, axis, parentId: successorId, fromOn: onDay })
  }
}

/**
 * Ends an organ: from that day its successor answers for it, and what stood below it stands below
 * the successor. Its names, its place and its records stay as they were (国办公开办函〔2019〕14号).
 */
export async function mergeOrgan(db: Db, merger: Merger): Promise<void> {
  const { organId, successorId, onDay, how, basis, today } = merger
  if (onDay > today) throw late('onDay')
  await inTree(db, async (transaction) => {
    const current = await currentName(transaction, organId)
    await currentName(transaction, successorId)
    if (onDay <= current.from_on) throw late('onDay')
    for (const axis of axisNames) {
      if (await isWithin(transaction, { organId, axis, parentId: successorId })) throw no('underItself')
      await handOverChildren(transaction, merger, axis)
      await endParent(transaction, organId, axis, onDay)
    }
    await transaction
      .updateTable('organ_name')
      .set({ until_on: onDay })
      .where('organ_id', '=', organId)
      .where('from_on', '=', current.from_on)
      .execute()
    await transaction
      .insertInto('organ_succession')
      .values({ organ_id: organId, successor_id: successorId, on_day: onDay, how, basis })
      .execute()
  })
}

/** Writes what the guide of 第十二条 says of an organ. */
export async function saveContact(db: Db, organId: string, contact: Contact): Promise<void> {
  const { reconsiderationOrgan: reconsideration_organ, ...rest } = contact
  const row = { ...rest, reconsideration_organ }
  await db
    .insertInto('organ_contact')
    .values({ organ_id: organId, ...row })
    .onConflict((on) => on.column('organ_id').doUpdateSet(row))
    .execute()
}
