import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { type Axis, axisNames } from './contract.ts'

const lockNumber = 99_000_010

/** Makes changes of the tree go one after another, on every server, until the transaction ends. */
export async function lockTree(db: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(db)
}

/** Puts a new organ into the pairs: below itself, and below nothing yet. */
export async function addToClosure(db: Kysely<Database>, organId: string): Promise<void> {
  const pairs = axisNames.map((axis) => ({ organ_id: organId, axis, descendant_id: organId, depth: 0 }))
  await db
    .insertInto('organ_closure')
    .values(pairs)
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Takes an organ, with all below it, out from under whatever stands above it. */
export async function detach(db: Kysely<Database>, organId: string, axis: Axis): Promise<void> {
  await sql`
    delete from organ_closure c using organ_closure below, organ_closure above
    where c.axis = ${axis} and below.axis = ${axis} and above.axis = ${axis}
      and below.organ_id = ${organId} and above.descendant_id = ${organId} and above.depth > 0
      and c.organ_id = above.organ_id and c.descendant_id = below.descendant_id`.execute(db)
}

/** Puts an organ, with all below it, under a parent. It must stand under nothing. */
export async function attach(
  db: Kysely<Database>,
  organId: string,
  axis: Axis,
  parentId: string,
): Promise<void> {
  await sql`
    insert into organ_closure (organ_id, axis, descendant_id, depth)
    select above.organ_id, ${axis}, below.descendant_id, above.depth + below.depth + 1
    from organ_closure above, organ_closure below
    where above.axis = ${axis} and above.descendant_id = ${parentId}
      and below.axis = ${axis} and below.organ_id = ${organId}`.execute(db)
}

/** Makes all pairs anew from the parents that hold today: after a bulk import, or to check the program. */
export async function rebuildClosure(transaction: Transaction<Database>): Promise<void> {
  await lockTree(transaction)
  await transaction.deleteFrom('organ_closure').execute()
  await sql`
    insert into organ_closure (organ_id, axis, descendant_id, depth)
    select organ_id, axis, organ_id, 0 from organ, unnest(${[...axisNames]}::text[]) as axis`.execute(
    transaction,
  )
  for (let depth = 1, added = true; added; depth++) {
    const { numAffectedRows = 0n } = await sql`
      insert into organ_closure (organ_id, axis, descendant_id, depth)
      select p.parent_id, c.axis, c.descendant_id, ${depth}::integer
      from organ_closure c join organ_parent p on p.organ_id = c.organ_id and p.axis = c.axis and p.until_on is null
      where c.depth = ${depth - 1}::integer`.execute(transaction)
    added = numAffectedRows > 0n
  }
}
