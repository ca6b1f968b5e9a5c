import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { runJobs } from '#platform/jobs/run.ts'
import { type Cleanup, lastFirst } from '#platform/testing/endings.ts'
import { ground, person } from './desk.cases.ts'
import { hookKey, hookProblem, hookSignature, hookTasks } from './hooks.ts'
import { fileRequest } from './public-desk.ts'

const institution = {
  ...person,
  category: 'company',
  idKind: 'other',
  idNumber: 'X1',
  name: '澜江青禾食品有限公司',
}

interface Call {
  headers: IncomingHttpHeaders
  body: string
}

/** A real listener of an institution on this machine, which answers with the status given. */
async function listener(t: Cleanup) {
  const calls: Call[] = []
  const answers = { status: 204 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      calls.push({ headers: request.headers, body })
      response.writeHead(answers.status, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gongkai`, calls, answers }
}

async function desk(t: Cleanup, hook: string) {
  const made = await ground(t)
  const { platform, organId, database } = made
  const askId = '0199aaaa-0000-4000-8000-00000000000a'
  const filed = await fileRequest(platform, organId, institution, {
    askId,
    channel: 'online',
    wishes: { hook },
  })
  const { number } = filed.kind === 'filed' ? filed.receipt : assert.fail(JSON.stringify(filed))
  const caseId = await made.caseIdOf(number)
  const left = async () => {
    const { rows } = await sql<{ payload: object }>`
      select payload from graphile_worker._private_jobs order by id`.execute(database.owner.db)
    return rows.map(({ payload }) => payload)
  }
  const run = async (allow: readonly string[]) => {
    const [task] = Object.values(hookTasks(platform, allow))
    const payload = (await left()).at(-1)
    await platform.db.transaction().execute(async (tx) => task?.(tx, payload))
  }
  const kept = async () =>
    (await platform.db.selectFrom('request_hook').select('address').execute()).map(({ address }) => address)
  return { ...made, number, caseId, left, run, kept }
}

const loopback = ['127.0.0.0/8']

test('an institution is called with the number and that there is news, signed, and nothing of what it is', async (t) => {
  const { address, calls } = await listener(t)
  const { platform, organId, caseId, number, done, run, kept } = await desk(t, address)
  assert.ok(!String(await kept()).includes('127.0.0.1'), 'the address is kept encrypted')
  await done(caseId, 'askCorrection', { items: ['请写明年份'], workingDays: 10 })
  await run(loopback)
  const [call] = calls
  assert.deepEqual(JSON.parse(call?.body ?? ''), {
    number,
    message: '有新进展',
    at: '2026-03-02T01:00:00.000Z',
  })
  const key = hookKey(platform, { organId, caseId })
  assert.equal(call?.headers['x-gongkai-signature'], hookSignature(key, call?.body ?? ''))
  assert.doesNotMatch(JSON.stringify(call), /年份|补正|低保|青禾/)
})

test('what only officers see is no news', async (t) => {
  const { address } = await listener(t)
  const { caseId, done, left } = await desk(t, address)
  await done(caseId, 'note', { text: '电话已告知' })
  assert.deepEqual(await left(), [])
})

test('a receiver that does not take it is called again; one that is gone is called no more', async (t) => {
  const { address, calls, answers } = await listener(t)
  const { caseId, done, run, kept } = await desk(t, address)
  await done(caseId, 'askCorrection', { items: ['请写明年份'], workingDays: 10 })
  for (const status of [500, 302]) {
    answers.status = status
    await assert.rejects(run(loopback), /not taken: notGiven/)
  }
  assert.equal(calls.length, 2, 'a redirect is not followed')
  assert.equal((await kept()).length, 1)
  answers.status = 410
  await run(loopback)
  assert.deepEqual(await kept(), [])
  await run(loopback)
  assert.equal(calls.length, 3)
})

test('the own network is not called unless the installation lets it in', async (t) => {
  const { address, calls } = await listener(t)
  const { caseId, done, run, kept } = await desk(t, address.replace('127.0.0.1', 'localhost'))
  await done(caseId, 'askCorrection', { items: ['请写明年份'], workingDays: 10 })
  await run([])
  assert.deepEqual([calls.length, await kept()], [0, []])
})

test('the address is https; http only within a network that is let in', () => {
  assert.equal(hookProblem('https://oa.example.cn/news', []), undefined)
  assert.equal(hookProblem('http://10.20.1.5/news', ['10.20.0.0/16']), undefined)
  assert.match(hookProblem('http://oa.example.cn/news', []) ?? '', /以 https:\/\/ 开头/)
  assert.match(hookProblem('https://10.20.1.5/news', []) ?? '', /在内部网络/)
  assert.match(hookProblem('http://169.254.169.254/', []) ?? '', /在内部网络/)
  for (const wrong of ['oa.example.cn', 'ftp://oa.example.cn', 'https://a:b@oa.example.cn/', ''])
    assert.match(hookProblem(wrong, []) ?? '', /完整网址/, wrong)
})

test('一事一申请: what was wished for the form holds for every case it is split into', async (t) => {
  const { address } = await listener(t)
  const { caseId, done, kept } = await desk(t, address)
  await done(caseId, 'split', { titles: ['农村低保标准', '城市低保标准'] })
  assert.equal((await kept()).length, 3)
})

test('the job runner calls again by itself until it is taken, and then no more', async (context) => {
  const t = lastFirst(context)
  const { address, calls, answers } = await listener(t)
  const { caseId, done, platform, database } = await desk(t, address)
  answers.status = 503
  await done(caseId, 'askCorrection', { items: ['请写明年份'], workingDays: 10 })
  const running = await runJobs(database.url, hookTasks(platform, loopback))
  t.after(() => running.stop())
  const called = async (times: number) => {
    for (const until = Date.now() + 30_000; calls.length < times; ) {
      if (Date.now() > until) assert.fail(`called ${calls.length} times`)
      await pause(100)
    }
  }
  await called(1)
  answers.status = 204
  await called(2)
  assert.equal(calls[1]?.body, calls[0]?.body)
})
