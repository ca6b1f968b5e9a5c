import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asText } from './fixtures/as-text.ts'
import { compare } from './fixtures/compare.ts'
import { documentOf } from './fixtures/document.ts'
import { manners } from './fixtures/manners.ts'
import { spoiledReport } from './fixtures/random-report.ts'
import { openSource } from './open.ts'
import { readText } from './read.ts'

test('in fifty manners seen on the sites of offices no cell is misread, and none is refused that keeps its place', async () => {
  for (const manner of manners)
    for (const [seed, form] of [
      [4, '2021'],
      [5, '2019'],
    ] as const) {
      const report = spoiledReport(seed, form)
      const [source] = await openSource('年报', await manner.make(report))
      if (source?.kind !== 'read') assert.fail(`${manner.name}: ${source?.why}`)
      const { wrong, refused, lost } = compare(report, source.reading)
      assert.deepEqual(wrong, [], manner.name)
      if (manner.whole) assert.equal(refused + lost, 0, manner.name)
    }
})

const remedies = (table: string): string[] => {
  const text = `清溪县教育局2024年政府信息公开工作年度报告\n一、总体情况\n略\n四、政府信息公开行政复议、行政诉讼情况\n${table}\n五、存在的主要问题及改进情况\n略\n`
  const { cells } = readText(text)
  return ['review.upheld', 'review.total', 'litigation_direct.upheld', 'litigation_after_review.total'].map(
    (id) => {
      const cell = cells.get(id)?.cell
      return cell?.kind === 'number' ? String(cell.value) : (cell?.kind ?? 'absent')
    },
  )
}

test('table four with a row for each kind, or with its headers one under another, is read like any other', () => {
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const rows = [
    ['行政复议', '1\t0\t2\t0\t3'],
    ['行政诉讼（未经复议直接起诉）', '4\t1\t0\t0\t5'],
    ['行政诉讼（复议后起诉）', '0\t0\t1\t1\t2'],
  ]
  const lying = `\t${heads.join('\t')}\n${rows.map((row) => row.join('\t')).join('\n')}`
  assert.deepEqual(remedies(lying), ['1', '3', '4', '2'])
  const upright = rows.map(([label, figures = '']) => {
    const each = figures.split('\t')
    return `${label}\n${heads.map((head, index) => `${head}\t${each[index]}`).join('\n')}`
  })
  assert.deepEqual(remedies(upright.join('\n')), ['1', '3', '4', '2'])
})

test('money under a head that says 元 is read in 元; finer than 分 its unit is not sure', () => {
  const report = spoiledReport(2, '2021')
  const cells = { ...report.cells, 'proactive.fees.amount': { kind: 'number', value: 2_510_000_00 } as const }
  const read = (amount: string) =>
    readText(
      asText(documentOf({ ...report, cells }), 'tabs')
        .replace('（单位：万元）', '（单位：元）')
        .replace(/(行政事业性收费)\t[\d.]+/, `$1\t${amount}`),
    ).cells.get('proactive.fees.amount')?.cell
  assert.deepEqual(read('251000'), { kind: 'number', value: 25_100_000, written: '251000元', unit: 'yuan' })
  assert.equal(read('251000.1234')?.kind, 'undecidable')
})
