import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMain } from '#platform/runtime/main.ts'
import { temporaryCluster } from '#platform/testing/cluster.ts'
import { dropTemplates, prepareTemplate } from '#platform/testing/database.ts'
import { runTests, testFiles } from '#platform/testing/run.ts'
import { buildConsole } from './console/build.ts'

await runMain(async () => {
  const files = testFiles(process.argv.slice(2))
  if (files.length === 0) throw new Error(`no test file matches: ${process.argv.slice(2).join(' ')}`)
  const ended = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.abort())
  const server = await testServer()
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-data-'))
  Object.assign(process.env, {
    GONGKAI_TEST_SERVER: server.url,
    GONGKAI_DATA: join(folder, 'data'),
    // What one file has compiled, the others need not.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  })
  delete process.env.GONGKAI_DATABASE_URL
  try {
    await prepareTemplate(server.url)
    // What serves the whole program finds the console built; two files at once would build it twice.
    if (files.some((file) => file.startsWith('apps/'))) await buildConsole({ onProgress: console.log })
    const { passed, failed, skipped } = await runTests(files, ended.signal)
    console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    process.exitCode = failed > 0 || ended.signal.aborted ? 1 : 0
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.GONGKAI_DATABASE_URL
  return url ? { url, stop: () => dropTemplates(url) } : temporaryCluster()
}
