import { Client, type Pool } from 'pg'

/** A session that shows which lanes are alive; it ends with the program, even when that is killed. */
export type Presence = {
  /** Takes the lock of a lane, by the name under which the queue knows it. */
  hold(lane: string): Promise<void>
  leave(): Promise<void>
}

// First half of the advisory lock; the second is the lane's name, hashed.
const lockClass = 99_000_003

/** Opens the session in which the lanes of this program take their locks. */
export async function takePlace(url: string): Promise<Presence> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return {
    hold: async (lane) => {
      await client.query('select pg_advisory_lock($1::int, hashtext($2))', [lockClass, lane])
    },
    leave: () => client.end(),
  }
}

/**
 * Gives back the jobs whose lane is dead: the queue itself would wait four hours for it. A lane is dead
 * when its lock can be had. Gives the number of lanes released.
 */
export async function releaseAbandoned(pool: Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ lane: string }>(
      `with taken as (
         select locked_by as lane from graphile_worker._private_jobs where locked_by is not null
         union select locked_by from graphile_worker._private_job_queues where locked_by is not null)
       select lane from taken where pg_try_advisory_xact_lock($1::int, hashtext(lane))`,
      [lockClass],
    )
    if (rows.length > 0) {
      const lanes = rows.map(({ lane }) => lane)
      await client.query('select graphile_worker.force_unlock_workers($1::text[])', [lanes])
    }
    await client.query('commit')
    return rows.length
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}
