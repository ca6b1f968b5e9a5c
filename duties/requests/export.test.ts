import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { ground, person } from './desk.cases.ts'

test('a list goes out as CSV that Excel opens: in order, harmless cells, no applicant', async (t) => {
  const { register, organId, api } = await ground(t, '2026-03-20T01:00:00Z')
  await register('2026-03-02', { title: '=1+1,"附件"' })
  await register('2026-03-03', { title: '财政决算' })
  const clerk = await (await api()).as('secrecyReviewer')
  const url = `/api/organs/${organId}/request-export?format=csv`
  const answer = await clerk.ask('GET', url)
  assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8')
  assert.deepEqual([...answer.rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const lines = answer.body.replace('\ufeff', '').trimEnd().split('\r\n')
  assert.deepEqual(lines, [
    '编号,申请内容,申请人类别,提交方式,收到日期,答复期限,期限是否暂定,状态,承办人,办理结果,答复日期',
    `MZ局公申〔2026〕1号,"'=1+1,""附件""",自然人,当面提交,2026-03-02,2026-03-30,,待分办,,,`,
    'MZ局公申〔2026〕2号,财政决算,自然人,当面提交,2026-03-03,2026-03-31,,待分办,,,',
  ])
  assert.equal((await clerk.ask('GET', `${url}&applicant=true`)).statusCode, 403)
  assert.equal((await clerk.ask('GET', `${url}&q=财政`)).body.split('\r\n').length, 3)
})

test('with the applicants it is for the roles that need them, and written down', async (t) => {
  const { register, organId, api, platform } = await ground(t, '2026-03-20T01:00:00Z')
  for (let n = 1; n <= 3; n++) await register('2026-03-02', { title: `第${n}项` })
  const head = await (await api()).as('officeHead')
  const answer = await head.ask(
    'GET',
    `/api/organs/${organId}/request-export?format=xlsx&applicant=true&view=all`,
  )
  assert.equal(answer.statusCode, 200, answer.body)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(answer.rawPayload).buffer)
  const sheet = workbook.worksheets[0]
  assert.equal(sheet?.rowCount, 4)
  assert.equal(sheet?.getRow(2).getCell(12).value, person.name)
  assert.equal(sheet?.getRow(1).getCell(13).value, '证件号码')
  const entries = await platform.db
    .selectFrom('audit_entry')
    .select('subject')
    .where('organ_id', '=', organId)
    .where('action', '=', 'fileOpened')
    .execute()
  assert.deepEqual(entries, [{ subject: '导出申请列表，含申请人信息' }])
})
