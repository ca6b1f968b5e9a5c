import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { App } from './app.ts'

const patience = 2000

async function isDatabaseThere(db: Kysely<Database>): Promise<boolean> {
  const late = new Promise<false>((done) => setTimeout(done, patience, false).unref())
  const there = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return Promise.race([there, late])
}

/** `/healthz`: the program lives. `/readyz`: it may be sent visitors; 503 while it stops or its database is away. */
export function reportHealth(app: App, db: Kysely<Database>): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  const options = { config: { rateLimit: false as const }, schema: { hide: true } }
  app.get('/healthz', options, async (_, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  )
  app.get('/readyz', options, async (_, reply) => {
    const ready = !stopping && (await isDatabaseThere(db))
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'unavailable' })
  })
}
