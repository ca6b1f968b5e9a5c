import { performance } from 'node:perf_hooks'
import { plantOptionsOf } from '#district/cli.ts'
import { plantDistrict } from '#district/plant.ts'
import { readingTasks } from '#duties/annual-report/corpus/batch-tasks.ts'
import { oldSiteTasks } from '#duties/publication/old-site/tasks.ts'
import { beginOpenData, openDataTasks } from '#duties/publication/open-data/tasks.ts'
import { beginSearch, searchTasks } from '#duties/publication/search/tasks.ts'
import { beginSubscriptions, subscriptionTasks } from '#duties/publication/subscriptions/tasks.ts'
import { beginInspection, inspectionTasks } from '#duties/publication/supervision/tasks.ts'
import { publicationTasks } from '#duties/publication/tasks.ts'
import { beginReminders } from '#duties/requests/reminders.ts'
import { requestTasks } from '#duties/requests/tasks.ts'
import { openDatabase } from '#platform/database/database.ts'
import { databaseServer } from '#platform/database/server.ts'
import { stopOnSignals } from '#platform/http/graceful-stop.ts'
import { trustProxyFrom } from '#platform/http/settings.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { mailCarrier, mailTasks } from '#platform/mail/mail.ts'
import { openPlatform, readConfig } from '#platform/open-platform.ts'
import { freePort } from '#platform/runtime/free-port.ts'
import { runMain } from '#platform/runtime/main.ts'
import { Obstacle } from '#platform/runtime/obstacle.ts'
import { announce } from './announce.ts'
import { assemble } from './assemble.ts'
import { buildConsole } from './console/build.ts'

await runMain(async () => {
  const begun = performance.now()
  const config = readConfig()
  const options = plantOptionsOf(process.argv.slice(2))
  if (typeof options === 'string') throw new Obstacle('wrongArguments', options)
  await freePort(config.host, config.port)
  const server = await databaseServer()
  const { db, close } = openDatabase(server.url)
  const platform = openPlatform(db, config)
  const planted = config.demonstration
    ? await plantDistrict(platform, { ...options, onProgress: console.log })
    : null
  const consoleFolder = await buildConsole({ onProgress: console.log })
  const secret = platform.seal.secretFor('sessions')
  const http = { trustProxy: trustProxyFrom(process.env.GONGKAI_TRUST_PROXY) }
  const app = await assemble(platform, { secret, logger: {}, consoleFolder, http })
  const carrier = mailCarrier(config.dataFolder)
  const mail = mailTasks(platform.seal, carrier, (sent) => app.log.info(sent, 'mail'))
  const visit = async (url: string) => {
    const { statusCode: status, body } = await app.inject({ method: 'GET', url })
    return { status, body }
  }
  const publication = publicationTasks(platform, visit)
  const reading = readingTasks(platform, (err, name) =>
    app.log.error({ err, name }, 'the reader failed over a file'),
  )
  const jobs = await runJobs(server.url, {
    ...mail,
    ...requestTasks(platform),
    ...publication,
    ...inspectionTasks(platform, visit),
    ...openDataTasks(platform),
    ...subscriptionTasks(platform),
    ...reading,
    ...searchTasks(platform),
    ...oldSiteTasks(platform),
  })
  stopOnSignals(app, async () => {
    await jobs.stop()
    await close()
    await server.stop()
  })
  await app.listen({ host: config.host, port: config.port })
  await beginReminders(platform)
  await beginSearch(platform)
  await beginOpenData(platform)
  await beginInspection(platform)
  await beginSubscriptions(platform)
  announce(config, planted, performance.now() - begun)
})
