import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { isCreditCode } from './credit-code.ts'
import { readDecisions } from './decision-list.ts'

const head = [
  '行政相对人名称',
  '行政相对人类别',
  '统一社会信用代码',
  '行政处罚决定书文号',
  '违法事实',
  '处罚依据',
  '处罚内容',
  '处罚决定日期',
  '处罚机关',
]
const firm = [
  '某某食品有限公司',
  '法人及非法人组织',
  '91350100M000100Y43',
  '清市监罚〔2026〕1号',
  '经营标签不符合规定的食品',
  '《中华人民共和国食品安全法》',
  '罚款5000元',
  '2026/3/5',
  '清溪县市场监督管理局',
]
const person = [
  '周禾苗',
  '自然人',
  '',
  '清市监罚〔2026〕2号',
  '周禾苗未经许可经营食品',
  '《中华人民共和国食品安全法》',
  '没收违法所得',
  '2026年3月9日',
  '清溪县市场监督管理局',
]
const reading = { kind: 'penalty', month: '2026-03', today: day('2026-04-02') } as const

test('GB 32100: the last sign of a credit code follows from the others', () => {
  assert.equal(isCreditCode('91350100M000100Y43'), true)
  assert.equal(isCreditCode('91350100M000100Y44'), false)
  assert.equal(isCreditCode('9135'), false)
})

test('第十五条: names of private persons are masked wherever they stand in the row, those of firms are not', () => {
  const mask = (name: string) => `${name.charAt(0)}某某`
  const { decisions, masked, wrong } = readDecisions([['3月清单'], head, firm, person], { ...reading, mask })
  assert.deepEqual([masked, wrong], [1, []])
  assert.deepEqual(
    decisions.map((each) => [each.party, each.facts, each.decidedOn]),
    [
      ['某某食品有限公司', '经营标签不符合规定的食品', '2026-03-05'],
      ['周某某', '周某某未经许可经营食品', '2026-03-09'],
    ],
  )
})

test('双公示: every wrong place of a list is named by its row and column', () => {
  const wrongCode = firm.with(2, '91350100M000100Y44').with(3, '清市监罚〔2026〕3号')
  const otherMonth = firm.with(3, '清市监罚〔2026〕4号').with(7, '2026-02-28')
  const noFacts = firm.with(3, '清市监罚〔2026〕5号').with(4, '')
  const idShown = person.with(2, '11010519491231002X').with(3, '清市监罚〔2026〕6号')
  const { wrong } = readDecisions([head, firm, wrongCode, otherMonth, noFacts, idShown, firm], reading)
  assert.deepEqual(
    wrong.map(({ row, column, message }) => `${row} ${column} ${message}`),
    [
      '3 统一社会信用代码 “91350100M000100Y44”的校验位不对，请核对',
      '4 处罚决定日期 2026-02-28不在所选的月份里',
      '5 违法事实 没有填写违法事实',
      '6 统一社会信用代码 自然人没有统一社会信用代码，证件号码不得公开，请删去',
      '7 行政处罚决定书文号 与第2行的文号相同',
    ],
  )
})

test('a list without a column that the law asks for is not read at all', () => {
  const short = head.filter((name) => name !== '处罚依据')
  const { decisions, wrong } = readDecisions([short, firm], reading)
  assert.deepEqual([decisions, wrong], [[], [{ row: 1, column: '表头', message: '缺少处罚依据' }]])
  assert.deepEqual(readDecisions([['说明']], reading).wrong[0]?.column, '表头')
})
