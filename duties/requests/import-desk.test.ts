import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { compileReport } from '#duties/annual-report/compile-store.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { verify } from '#platform/ledger/verify.ts'
import { type Cleanup, lastFirst } from '#platform/testing/endings.ts'
import { caseView } from './case-view.ts'
import { ground } from './desk.cases.ts'
import { requestTasks } from './tasks.ts'

const heading = '编号,申请人,申请人类型,申请内容,申请方式,收到日期,答复结果,答复时间,答复编号,身份证号'
const right = [
  '清民公开2024-1,周禾,公民,财政决算,邮寄,2024/3/5,予以公开,2024年4月1日,清民公开〔2024〕3号,Q99000001',
  '清民公开2024-2,清溪石料有限公司,企业,采矿权批复,网上,2024-05-06,本机关不掌握相关政府信息,2024-05-20,,',
  ',林川,公民,校车路线,当面,2024-06-03,撤回,2024-06-05,,',
  ',何田,公民,校车采购合同,当面,2024-06-03,,,,',
]

const formOf = (name: string, text: string) => {
  const boundary = 'gongkai-test'
  const payload = [
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${name}"`,
    'content-type: text/csv',
    '',
    text,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

async function office(test: Cleanup) {
  const t = lastFirst(test)
  const made = await ground(t)
  const { platform, organId, database } = made
  const running = await runJobs(database.url, requestTasks(platform))
  t.after(() => running.stop())
  const { app, as } = await made.api()
  const officer = await as('handler')
  const url = `/api/organs/${organId}/request-imports`
  const upload = async (rows: readonly string[]) => {
    const { payload, headers } = formOf('台账2024.csv', `\ufeff${[heading, ...rows].join('\r\n')}`)
    const answer = await app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...officer.headers, ...headers },
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const waitFor = async (importId: string, status: string) => {
    const deadline = performance.now() + 20_000
    for (;;) {
      const one = (await officer.ask('GET', `${url}/${importId}`)).json()
      if (one.status === status) return one
      if (performance.now() > deadline)
        assert.fail(`${one.status}, not ${status}: ${JSON.stringify(one.wrong)}`)
      await pause(100)
    }
  }
  const check = (importId: string, mapping: object) =>
    officer.ask('POST', `${url}/${importId}/check`, { mapping })
  const run = (importId: string) => officer.ask('POST', `${url}/${importId}/run`)
  return { ...made, officer, upload, check, run, waitFor }
}

test('a register of earlier years is mapped, checked, and taken over whole, as facts marked with their row', async (t) => {
  const { upload, check, run, waitFor, platform, organId, actor } = await office(t)
  const { body } = await upload(right)
  assert.deepEqual([body.status, body.rows, body.headerRow], ['uploaded', 4, 1])
  assert.deepEqual(body.mapping.title, { column: 4 })
  assert.equal((await run(body.importId)).statusCode, 409)
  const unmapped = await check(body.importId, { ...body.mapping, receivedOn: undefined })
  assert.deepEqual(unmapped.json().errors, [
    { field: 'mapping.receivedOn', message: '请选择哪一列是收到日期' },
  ])
  assert.equal((await check(body.importId, body.mapping)).statusCode, 200)
  await waitFor(body.importId, 'checked')
  assert.equal((await run(body.importId)).statusCode, 200)
  const done = await waitFor(body.importId, 'imported')
  assert.equal(done.done, 4)
  const rows = await platform.db
    .selectFrom('request_row')
    .selectAll()
    .orderBy('received_on')
    .orderBy('number')
    .execute()
  assert.deepEqual(
    rows.map(({ number, status, outcome, closed_on }) => [number, status, outcome, closed_on]),
    [
      ['清民公开2024-1', 'replied', 'G2', '2024-04-01'],
      ['清民公开2024-2', 'replied', 'U1a', '2024-05-20'],
      ['MZ局补录〔2024〕1号', 'withdrawn', 'O3', '2024-06-05'],
      ['MZ局补录〔2024〕2号', 'unassigned', null, null],
    ],
  )
  const view = await caseView(platform, organId, rows[0]?.case_id ?? '', actor)
  assert.equal(view?.applicant?.name, '周禾')
  assert.deepEqual(
    view?.timeline.map(({ type, by }) => [type, by]),
    [
      ['received', `人员${view?.timeline[0]?.by?.slice(2) ?? ''}`],
      ['decided', view?.timeline[0]?.by],
      ['served', view?.timeline[0]?.by],
    ],
  )
  assert.ok(view?.timeline[0]?.lines.some(({ text }) => text === '台账2024.csv第2行'))
  assert.deepEqual((await verify(platform.db)).broken, [])
  const report = { organ: { id: organId, name: '' }, year: 2024 }
  const now = await compileReport(platform.db, { ...report, cutOff: '2026-12-31T16:00:00Z' })
  assert.equal(now.counted.get('requests.granted.naturalPerson')?.length, 1)
  const then = await compileReport(platform.db, { ...report, cutOff: '2025-01-31T16:00:00Z' })
  assert.equal(then.counted.get('requests.granted.naturalPerson'), undefined)
})

test('one wrong row and nothing of the file is taken; the reasons name row and field', async (t) => {
  const { upload, check, run, waitFor, platform } = await office(t)
  const { body } = await upload([
    ...right,
    '清民公开2024-9,周禾,公民,环评批复,邮寄,2024-07-08,予以公开,2024-07-01,,',
  ])
  await check(body.importId, body.mapping)
  const { wrong } = await waitFor(body.importId, 'wrong')
  assert.deepEqual(wrong, [
    { row: 6, field: '答复日期', message: '答复日期（2024年7月1日）早于收到日期（2024年7月8日）' },
  ])
  assert.equal((await run(body.importId)).statusCode, 409)
  assert.deepEqual(await platform.db.selectFrom('fact').select('seq').execute(), [])
})

test('the same register sent again is refused row by row, and what a heading stands for is remembered', async (t) => {
  const { upload, check, run, waitFor, platform } = await office(t)
  const first = (await upload(right)).body
  await check(first.importId, { ...first.mapping, description: { column: 9 }, letterNumber: undefined })
  await waitFor(first.importId, 'checked')
  await run(first.importId)
  await waitFor(first.importId, 'imported')
  const second = (await upload(right)).body
  assert.deepEqual(second.mapping.description, { column: 9 })
  await check(second.importId, second.mapping)
  const { wrong } = await waitFor(second.importId, 'wrong')
  assert.deepEqual(
    wrong.map(({ row, message }: { row: number; message: string }) => `${row} ${message}`),
    ['2 编号“清民公开2024-1”已经在系统中', '3 编号“清民公开2024-2”已经在系统中'],
  )
  assert.equal((await platform.db.selectFrom('request_row').select('case_id').execute()).length, 4)
})

test('a file that is no register is told why, and nothing of it is kept', async (t) => {
  const { upload, platform, officer, organId } = await office(t)
  const answer = await officer.ask('GET', `/api/organs/${organId}/request-imports`)
  assert.deepEqual(answer.json(), { imports: [] })
  const { status, body } = await upload(['申请人,姓名,申请内容,电话,邮箱,收到日期,文号,地址,渠道,身份证'])
  assert.equal(status, 422)
  assert.match(body.errors[0].message, /第1行和第2行都是表头/)
  assert.deepEqual(await platform.db.selectFrom('file').select('file_id').execute(), [])
})
