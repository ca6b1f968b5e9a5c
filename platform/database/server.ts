import { dataFolder } from '#platform/runtime/data-folder.ts'
import { startEmbedded } from './embedded.ts'

/** The database the program runs on, and how to leave it. */
export interface DatabaseServer {
  url: string
  stop(): Promise<void>
}

/** The server of GONGKAI_DATABASE_URL, or else the embedded one in the data folder, started or joined. */
export async function databaseServer(): Promise<DatabaseServer> {
  const url = process.env.GONGKAI_DATABASE_URL
  return url ? { url, stop: async () => {} } : startEmbedded(dataFolder())
}
