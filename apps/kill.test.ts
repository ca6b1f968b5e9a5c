import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { isRunning } from '#platform/database/postmaster.ts'
import { openTemporaryFolder, unprivilegedUser } from '#platform/database/system-user.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { verify } from '#platform/ledger/verify.ts'
import { projectFolder } from '#platform/runtime/data-folder.ts'
import { fileOne, type Receipt } from './kill-clients.ts'

const kills = 20
const clients = 3

type Office = { address: string; start(): Promise<ChildProcess> }

function openOffice(dataFolder: string, port: number): Office {
  const address = `http://127.0.0.1:${port}`
  const { GONGKAI_DATABASE_URL: _, ...env } = process.env
  const start = async (): Promise<ChildProcess> => {
    const server = spawn(process.execPath, ['--import', './platform/runtime/jsx.mjs', 'apps/server.ts'], {
      cwd: projectFolder,
      env: { ...env, GONGKAI_DATA: dataFolder, PORT: String(port), GONGKAI_DEMONSTRATION: 'no' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    while (server.exitCode === null && !(await isReady(address))) await pause(50)
    assert.equal(server.exitCode, null, 'the server came back')
    return server
  }
  return { address, start }
}

const isReady = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

test('第二十九条: killed 20 times while requests are filed, the office comes back and has every request it gave a receipt for', async (t) => {
  const folder = mkdtempSync(join(openTemporaryFolder(unprivilegedUser()), 'gongkai-kill-'))
  chmodSync(folder, 0o755)
  const office = openOffice(folder, await freePort())
  let server = await office.start()
  t.after(async () => {
    server.kill('SIGKILL')
    await killDatabase(folder)
    rmSync(folder, { recursive: true, force: true })
  })
  await inDatabase(folder, ({ db }) => testOrgan(db, 'mzj'))

  const receipts: Receipt[] = []
  let open = true
  const person = async (): Promise<void> => {
    for (; open; await pause(200)) receipts.push(await fileOne(office.address, 'mzj'))
  }
  const people = Promise.all(Array.from({ length: clients }, person))
  people.catch(() => {})
  for (let killed = 1; killed <= kills; killed++) {
    // At another moment of the work each time: 130, 260, … milliseconds into it.
    await pause(130 * (1 + (killed % 7)))
    server.kill('SIGKILL')
    await once(server, 'exit')
    // Every fifth time the database goes down with it.
    if (killed % 5 === 0) await killDatabase(folder)
    server = await office.start()
  }
  open = false
  await people
  server.kill('SIGTERM')
  const [code] = await once(server, 'exit')
  assert.equal(code, 0)
  t.diagnostic(`${receipts.length} receipts`)
  await inDatabase(folder, (database) => checkReceipts(database, receipts))
})

type Database = ReturnType<typeof openDatabase>

async function inDatabase(folder: string, work: (database: Database) => Promise<unknown>): Promise<void> {
  const server = await startEmbedded(folder)
  const database = openDatabase(server.url, { role: 'owner' })
  try {
    await work(database)
  } finally {
    await database.close()
    await server.stop()
  }
}

async function killDatabase(folder: string): Promise<void> {
  const { pid, stop } = await startEmbedded(folder)
  process.kill(pid, 'SIGKILL')
  while (isRunning(pid)) await pause(10)
  await stop()
}

async function checkReceipts({ db }: Database, receipts: Receipt[]): Promise<void> {
  const { rows } = await sql<{ number: string }>`select number from request_row`.execute(db)
  const kept = new Set(rows.map(({ number }) => number))
  const given = receipts.map(({ number }) => number)
  assert.ok(given.length >= kills, `${given.length} receipts`)
  assert.deepEqual(
    given.filter((number) => !kept.has(number)),
    [],
    'every receipt is there',
  )
  assert.equal(new Set(given).size, given.length, 'no number twice')
  assert.equal(kept.size, given.length, 'a form sent again is one request')
  assert.deepEqual((await verify(db)).broken, [])
}
