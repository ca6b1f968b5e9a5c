import type { Generated } from 'kysely'

declare module '#platform/database/schema.ts' {
  interface Database {
    job_done: { job_id: string; done_at: Generated<string> }
  }
}
