import { dataFolder } from '#platform/runtime/data-folder.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** The database of this installation: its owner's address, the migrations just run, and how to leave it. */
export type DatabaseServer = { url: string; migrated: string[]; stop(): Promise<void> }

/**
 * The server that GONGKAI_DATABASE_URL names, else the embedded one in the data folder, started or
 * joined; migrated. Throws an Obstacle where it is out of reach, too old or cannot start.
 */
export async function databaseServer(): Promise<DatabaseServer> {
  const url = process.env.GONGKAI_DATABASE_URL
  const server = url ? { url, stop: async () => {} } : await startEmbedded(dataFolder())
  try {
    return { url: server.url, migrated: await migrate(server.url), stop: () => server.stop() }
  } catch (fault) {
    await server.stop()
    throw fault
  }
}
