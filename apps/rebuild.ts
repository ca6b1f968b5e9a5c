import { rebuildReports } from '#duties/annual-report/rebuild.ts'
import { rebuildChannels } from '#duties/publication/channels/store.ts'
import { rebuildDecisions } from '#duties/publication/decisions/store.ts'
import { rebuildItems } from '#duties/publication/rebuild.ts'
import { freshVectors, rebuildSearch } from '#duties/publication/search/rebuild.ts'
import { rebuildReminders } from '#duties/publication/supervision/reminders.ts'
import { rebuildRemedies } from '#duties/remedies/rebuild.ts'
import { rebuildRequests } from '#duties/requests/rebuild.ts'
import { openDatabase } from '#platform/database/database.ts'
import { databaseServer } from '#platform/database/server.ts'
import { openPlatform, readConfig } from '#platform/open-platform.ts'

/** `gongkai rebuild`: writes the rows that lists read again, from the facts alone. */
export async function rebuildCommand(): Promise<number> {
  const { url, stop } = await databaseServer()
  const { db, close } = openDatabase(url)
  const owner = openDatabase(url, { role: 'owner', connections: 1 })
  try {
    const platform = openPlatform(db, readConfig())
    const done = await rebuildRequests(platform, (n) => process.stderr.write(`\r已重建 ${n} 件`))
    console.log(`\n依申请公开：${done} 件`)
    console.log(`行政复议、行政诉讼：${await rebuildRemedies(platform)} 件`)
    console.log(`主动公开：${await rebuildItems(platform)} 条`)
    console.log(`重大行政决策：${await rebuildDecisions(db, platform.now().toISOString())} 项`)
    console.log(`公开渠道：${await rebuildChannels(db)} 条`)
    console.log(`督办提醒：${await rebuildReminders(db)} 条`)
    console.log(`检索索引：${await rebuildSearch(db)} 条`)
    await freshVectors(owner.db)
    console.log(`年度报告：${await rebuildReports(platform)} 份`)
    return 0
  } finally {
    await Promise.all([close(), owner.close()])
    await stop()
  }
}
