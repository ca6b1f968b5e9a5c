import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Client } from 'pg'
import { startEmbedded } from './embedded.ts'
import { isRunning, postmasterOf } from './postmaster.ts'
import { openTemporaryFolder, unprivilegedUser } from './system-user.ts'

const isRoot = process.getuid?.() === 0

function dataFolder(t: TestContext, parent = openTemporaryFolder(unprivilegedUser())): string {
  const folder = mkdtempSync(join(parent, 'gongkai-embedded-'))
  chmodSync(folder, 0o755)
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const start = (folder: string) => startEmbedded(folder, { durable: false })

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query({ text: question, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

const another = `
  import { startEmbedded } from '#platform/database/embedded.ts'
  const server = await startEmbedded(process.argv[1], { durable: false })
  console.log(server.pid)
  process.stdin.once('data', async () => { await server.stop(); process.exit(0) })
  setInterval(() => {}, 1000)`

async function anotherProgram(folder: string): Promise<{ program: ChildProcess; pid: number }> {
  const program = spawn(process.execPath, ['--input-type=module-typescript', '-e', another, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(program.stdout, 'data')
  return { program, pid: Number(line) }
}

test('The cluster is UTF-8 with checksums, and keeps what was written from one start to the next', async (t) => {
  const folder = dataFolder(t)
  const first = await start(folder)
  assert.equal(await ask(first.url, 'show server_encoding'), 'UTF8')
  assert.equal(await ask(first.url, 'show data_checksums'), 'on')
  assert.equal(await ask(first.url, 'show listen_addresses'), '')
  assert.equal(
    await ask(
      first.url,
      `select datlocprovider::text || datlocale from pg_database where datname = 'gongkai'`,
    ),
    'bC.UTF-8',
  )
  await ask(first.url, `create table kept as select '公开' as word`)
  await first.stop()
  assert.equal(isRunning(first.pid), false)
  const second = await start(folder)
  assert.equal(await ask(second.url, 'select word from kept'), '公开')
  await second.stop()
})

test('A server left over from a killed program is joined, and stopped by who joined it', async (t) => {
  const folder = dataFolder(t)
  const { program, pid } = await anotherProgram(folder)
  program.kill('SIGKILL')
  await once(program, 'exit')
  assert.equal(isRunning(pid), true)
  const server = await start(folder)
  assert.equal(server.pid, pid)
  await server.stop()
  assert.equal(isRunning(pid), false)
})

test('Two programs share one server; the last to leave stops it', async (t) => {
  const folder = dataFolder(t)
  const [server, other] = await Promise.all([start(folder), anotherProgram(folder)])
  assert.equal(server.pid, other.pid)
  await server.stop()
  assert.equal(isRunning(other.pid), true)
  other.program.stdin?.write('stop\n')
  await once(other.program, 'exit')
  assert.equal(isRunning(other.pid), false)
})

test('A database killed together with its program recovers at the next start', async (t) => {
  const folder = dataFolder(t)
  const { program, pid } = await anotherProgram(folder)
  program.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await once(program, 'exit')
  const server = await start(folder)
  assert.equal(await ask(server.url, 'select 1'), 1)
  await server.stop()
})

test('A pid file that names some other process is not believed, and that process is left alone', async (t) => {
  const folder = dataFolder(t)
  await (await start(folder)).stop()
  const cluster = realpathSync(join(folder, 'postgres'))
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n5432\n/nowhere\n\n\nready\n`)
  assert.equal(postmasterOf(cluster), undefined)
  const server = await start(folder)
  assert.notEqual(server.pid, process.pid)
  await server.stop()
})

test('A data folder that cannot be written is told in one Chinese line', async (t) => {
  const folder = dataFolder(t)
  writeFileSync(join(folder, 'file'), '')
  await assert.rejects(start(join(folder, 'file', 'data')), {
    code: 'dataNotWritable',
    message: /^数据目录无法写入：.*GONGKAI_DATA.*$/,
  })
})

test('A cluster of another version is told in one Chinese line', async (t) => {
  const folder = dataFolder(t)
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '16\n')
  await assert.rejects(start(folder), { code: 'dataOfOtherVersion' })
})

test('A folder whose path is too long for a socket gets its socket elsewhere', async (t) => {
  const folder = join(dataFolder(t), '很长的目录名'.repeat(5))
  const server = await start(folder)
  assert.match(server.url, /host=%2Ftmp%2Fgongkai-/)
  assert.equal(await ask(server.url, 'select 1'), 1)
  await server.stop()
})

test('In the closed home of root the cluster moves to a place that its user can enter', {
  skip: !isRoot && 'not root',
}, async (t) => {
  const folder = dataFolder(t, homedir())
  chmodSync(folder, 0o700)
  const server = await start(folder)
  t.after(() => {
    for (const leftover of [server.folder, `${server.folder}.log`])
      rmSync(leftover, { recursive: true, force: true })
  })
  assert.equal(await ask(server.url, 'select 1'), 1)
  await server.stop()
  const again = await start(folder)
  assert.equal(again.folder, server.folder)
  await again.stop()
})

test('A link to a cluster that is gone is replaced', async (t) => {
  const folder = dataFolder(t)
  symlinkSync(join(folder, 'gone'), join(folder, 'postgres'))
  const server = await start(folder)
  assert.equal(await ask(server.url, 'select 1'), 1)
  await server.stop()
})
