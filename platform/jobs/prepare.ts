import { Logger, runMigrations } from 'graphile-worker'

/** A logger that says nothing: what matters is thrown. */
export const silent = new Logger(() => () => {})

/** Brings the queue's own tables up to date, as the owner of the database. */
export async function prepareJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent })
}
