import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { itemsChanged } from '#duties/publication/changed.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { statedByServers } from '#platform/pages/servers.ts'
import { projectFolder } from '#platform/runtime/data-folder.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'

/** Two servers, each a process of its own, on one database: no page of either is ever behind. */

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const isReady = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

interface Started {
  address: string
  server: ChildProcess
}

async function startServer(t: TestContext, url: string, folder: string): Promise<Started> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    GONGKAI_DATABASE_URL: url,
    GONGKAI_DATA: folder,
    GONGKAI_DEMONSTRATION: 'no',
    PORT: String(port),
  }
  const server: ChildProcess = spawn(
    process.execPath,
    ['--import', './platform/runtime/jsx.mjs', 'apps/server.ts'],
    { cwd: projectFolder, env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  t.after(async () => {
    if (server.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  })
  while (server.exitCode === null && !(await isReady(address))) await pause(100)
  assert.equal(server.exitCode, null, 'the server came up')
  return { address, server }
}

async function publish({ db }: TestDatabase, organId: string, order: number): Promise<string> {
  const itemId = randomUUID()
  const at = new Date(Date.UTC(2026, 2, 1) + order * 1000).toISOString()
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('item_row')
      .values({
        organ_id: organId,
        item_id: itemId,
        seq: 1,
        index_number: `两台/2026-${order}`,
        kind: 'notice',
        catalogue_code: '20-11',
        title: `第${order}件通知`,
        document_number: '',
        summary: '',
        body: '<p>正文</p>',
        formed_on: '2026-03-01',
        published_at: at,
        validity: 'none',
        interprets: null,
        status: 'published',
        updated_at: at,
      })
      .execute()
    await itemsChanged(tx, organId, [itemId])
  })
  return itemId
}

const page = async (address: string, path: string): Promise<{ status: number; html: string }> => {
  const answer = await fetch(address + path, { headers: { accept: 'text/html' } })
  return { status: answer.status, html: await answer.text() }
}

test('第二十三条: what is published, amended or taken down stands so on every server at the next request, even after lost connections', async (t) => {
  const database = await testDatabase(t)
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-two-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const organId = await testOrgan(database.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const started = [await startServer(t, database.url, folder), await startServer(t, database.url, folder)]
  const servers = started.map(({ address }) => address)
  const everywhere = async (words: string, shown: boolean): Promise<void> => {
    for (const address of servers)
      for (const path of ['/', '/items', '/organs/xzf', '/feeds/items.atom'])
        assert.equal((await page(address, path)).html.includes(words), shown, `${words} ${address}${path}`)
  }
  let last = ''
  for (let i = 1; i <= 15; i++) {
    last = await publish(database, organId, i)
    await everywhere(`第${i}件通知`, true)
  }
  const change = (set: Record<string, string>) =>
    database.db
      .updateTable('item_row')
      .set(set)
      .where('organ_id', '=', organId)
      .where('item_id', '=', last)
      .execute()
  const { rows } = await sql<{ own: number }>`select pg_backend_pid() as own`.execute(database.db)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid not in (pg_backend_pid(), ${rows[0]?.own})`.execute(
    database.owner.db,
  )
  await change({ title: '第15件通知（更正）' })
  for (const address of servers) await page(address, '/')
  await everywhere('第15件通知（更正）', true)
  await change({ status: 'withdrawn' })
  await everywhere('第15件通知', false)
  for (const address of servers)
    assert.equal((await page(address, `/items/xzf/${encodeURIComponent('两台~2026-15')}`)).status, 410)
  const named = started.map(({ server }) => `${hostname()} ${server.pid}`).sort()
  const stated = async (patience?: number) =>
    (await statedByServers(database.db, patience)).map((each) => [each.name, each.stated])
  assert.deepEqual(
    await stated(),
    named.map((name) => [name, true]),
  )
  // One that hangs has not stated it, and the proof of the withdrawal says so.
  started[1]?.server.kill('SIGSTOP')
  assert.equal((await stated(3000)).filter(([, seen]) => seen).length, 1)
  started[1]?.server.kill('SIGCONT')
  assert.equal((await stated()).filter(([, seen]) => seen).length, 2)
})
