import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Office } from '#duties/requests/rules/office.cases.ts'
import { evidenceOf } from './evidence.ts'

test('行政复议法第四十八条: the evidence list is drawn from the case, in the order of the days', () => {
  const office = new Office('2026-03-02', { channel: 'registeredPost' })
  office.do('2026-03-04', 'askCorrection', { items: ['年份'], workingDays: 10 })
  office.do('2026-03-06', 'recordCorrectionServed', { on: '2026-03-05', proof: 'file-1' })
  office.do('2026-03-09', 'recordCorrected', { description: '2025年' })
  office.do('2026-03-10', 'logSearch', {
    where: '档案室',
    words: ['征地', '补偿'],
    by: '王某',
    found: '未检索到',
  })
  office.do('2026-03-10', 'note', { text: '内部备注' })
  office.decide('2026-03-11', [{ outcome: 'U1a', states: { search: '检索了档案室' } }])
  office.do('2026-03-12', 'serve', { method: 'post', proof: 'EMS99000000001CN', files: ['file-2'] })
  const list = evidenceOf(office.facts)
  assert.deepEqual(
    list.map(({ name, on }) => `${on} ${name}`),
    [
      '2026-03-02 政府信息公开申请（挂号信、特快专递）',
      '2026-03-04 政府信息公开申请补正告知书（清民公告〔2026〕2号）',
      '2026-03-05 补正告知书送达凭证',
      '2026-03-09 申请人的补正材料',
      '2026-03-10 检索记录（档案室；检索词：征地、补偿）',
      '2026-03-11 公开工作机构负责人审定意见',
      '2026-03-11 分管领导签发意见',
      '2026-03-11 政府信息公开申请答复书（清民公告〔2026〕10号）',
      '2026-03-12 送达凭证（邮寄送达，EMS99000000001CN）',
    ],
  )
  assert.deepEqual(list[2]?.files, ['file-1'])
  assert.deepEqual(list.at(-1)?.files, ['file-2'])
})
