import { oldSiteTasks } from '#duties/publication/old-site/tasks.ts'
import { openDatabase } from '#platform/database/database.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { openPlatform, readConfig } from '#platform/open-platform.ts'

/** A program that runs the jobs of old sites on a database until it is killed: import-process.ts URL FOLDER */
const [url = '', dataFolder = ''] = process.argv.slice(2)
const { db } = openDatabase(url, { connections: 4 })
const platform = openPlatform(db, { ...readConfig(), dataFolder })
await runJobs(url, oldSiteTasks(platform), {
  onFault: ({ name }, fault) => console.error(name, fault),
})
