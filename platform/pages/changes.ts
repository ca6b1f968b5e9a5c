import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

/** Whose data a page shows: of these organs, or of all. */
export type Shown = readonly string[] | 'all'

/**
 * What a process knows of changes to public data. A look asks the database for what became visible since the look
 * before; it costs one small query, and all who ask at the same time share it.
 */
export interface Changes {
  /**
   * Looks, and gives the number of the look, the database's clock in milliseconds with it. The look begins after the
   * call: whatever was committed before the call is known.
   */
  look(): Promise<Look>
  /** True where nothing that the page shows has changed after that look, as far as the last look saw. */
  holds(since: Look, shown: Shown): boolean
}

export interface Look {
  tick: number
  /** Milliseconds since 1970 by the clock of the database, which is one for all machines. */
  at: number
}

const question = `
  SELECT pg_current_snapshot()::text AS seen, extract(epoch FROM clock_timestamp()) * 1000 AS at,
    (SELECT coalesce(array_agg(DISTINCT coalesce(organ_id::text, '')), '{}') FROM page_change
     WHERE xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)) AS changed`

interface Answer {
  seen: string
  at: string
  changed: string[]
}

/** Looks that follow one another at once are gathered for this long. */
const gatherFor = 2
/** Who has not looked for so long takes everything as changed: older rows may have been cleared away. */
const forgetsAfter = 30 * 60_000
const keptFor = '1 day'

interface Known {
  tick: number
  /** The snapshot of the last look; empty before the first. */
  seen: string
  /** The ticks at which all pages, any page, and those of an organ changed last. */
  all: number
  any: number
  organs: Map<string, number>
}

function everythingChanged(known: Known): void {
  known.all = known.any = ++known.tick
  known.organs.clear()
}

function learn(known: Known, { seen, at, changed }: Answer): Look {
  known.seen = seen
  if (changed.includes('')) everythingChanged(known)
  else if (changed.length > 0) {
    known.any = ++known.tick
    for (const organId of changed) known.organs.set(organId, known.tick)
  }
  return { tick: known.tick, at: Number(at) }
}

async function ask(db: Kysely<Database>, known: Known): Promise<Look> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(question, [known.seen || null]))
  const [answer] = rows as Answer[]
  if (!answer) throw new Error('no snapshot')
  return learn(known, answer)
}

/** The changes as one process follows them. */
export function followChanges(db: Kysely<Database>): Changes {
  const known: Known = { tick: 0, seen: '', all: 0, any: 0, organs: new Map() }
  let begun = -forgetsAfter
  let running: Promise<Look> | undefined
  let next: Promise<Look> | undefined

  const begin = async (): Promise<Look> => {
    await running?.catch(() => undefined)
    const wait = begun + gatherFor - performance.now()
    if (wait > 0) await pause(wait)
    // Whoever asks from here on is served by a later look.
    next = undefined
    if (performance.now() - begun > forgetsAfter) {
      known.seen = ''
      everythingChanged(known)
    }
    begun = performance.now()
    running = ask(db, known)
    // Who could not look does not know what happened meanwhile, nor whether it is the same database that comes back.
    running.catch(() => {
      begun = -forgetsAfter
    })
    return running
  }

  return {
    look: () => {
      next ??= begin()
      return next
    },
    holds: ({ tick }, shown) =>
      known.all <= tick &&
      (shown === 'all'
        ? known.any <= tick
        : shown.every((organId) => (known.organs.get(organId) ?? 0) <= tick)),
  }
}

/** Clears away what every process has long seen. */
export async function clearOldChanges(db: Kysely<Database>): Promise<void> {
  await sql`DELETE FROM page_change WHERE at < clock_timestamp() - ${keptFor}::interval`.execute(db)
}
