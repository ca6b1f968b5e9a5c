import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'

type Db = Kysely<Database>

/** Villages and public enterprises write no report of an organ, nor do the posts of a department in the towns. */
const reports = ({ kind, level }: Organ): boolean =>
  kind !== 'village' && kind !== 'enterprise' && !(kind === 'vertical' && level === 'town')

/**
 * The organs below a government that owe a report on a year: those that stood below it on its last day, or stand today
 * while the year lasts, under the names they bore then. An organ that ended since is among them, one begun since is not.
 */
export async function organsReporting(db: Db, organId: string, year: number, today: Day): Promise<Organ[]> {
  const lastDay = `${year}-12-31` as Day
  const on = today < lastDay ? today : lastDay
  const { rows } = await sql<{ organ_id: string }>`
    with recursive below as (
      select p.organ_id from organ_parent p
      where p.parent_id = ${organId} and p.axis = 'region' and p.from_on <= ${on}
        and (p.until_on is null or p.until_on > ${on})
      union
      select p.organ_id from organ_parent p join below b on p.parent_id = b.organ_id
      where p.axis = 'region' and p.from_on <= ${on} and (p.until_on is null or p.until_on > ${on})
    )
    select organ_id from below where organ_id <> ${organId}`.execute(db)
  const organs = await organsById(
    db,
    rows.map((row) => row.organ_id),
    on,
  )
  return organs.filter((organ) => reports(organ) && organ.endedOn === null)
}
