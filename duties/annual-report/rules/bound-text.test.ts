import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberCell, type Report } from '#law/report-forms/report.ts'
import { validReport } from '../reading/fixtures/random-report.ts'
import { boundFigures, boundNames, renderText, strayFigures, withBound } from './bound-text.ts'
import { check, findingsOf } from './checks.ts'
import { likenessOf } from './likeness.ts'
import { startingTexts, startingTextsWith } from './starting-texts.ts'

const valid = validReport(3, '2021')
const report: Report = {
  ...valid,
  cells: {
    ...valid.cells,
    'requests.new_received.total': numberCell(12),
    'proactive.fees.amount': numberCell(92_000),
    'review.total': { kind: 'blank' },
  },
}
const fees = { notices: 2, noticed: 150, collected: 100 }
const figures = boundFigures(report, fees)

test('a bound figure says what its cell says, money in 万元, fees in 元', () => {
  assert.equal(
    renderText('新收{{requests.new_received.total}}件，收费{{ proactive.fees.amount }}万元', figures),
    '新收12件，收费0.0920万元',
  )
  assert.equal(renderText('实际收取{{fees.collected}}元', figures), '实际收取100元')
})

test('a changed figure changes the sentence', () => {
  const more = boundFigures({
    ...report,
    cells: { ...report.cells, 'requests.new_received.total': numberCell(13) },
  })
  assert.equal(renderText('新收{{requests.new_received.total}}件', more), '新收13件')
})

test('a name without a figure stays visible and blocks, it does not become 0', () => {
  const text = renderText('复议{{review.total}}件', figures)
  assert.equal(text, '复议{{review.total}}件')
  const found = findingsOf(check({ report: { ...report, texts: { ...report.texts, overview: text } } }))
  assert.ok(found.some((each) => each.check === 'B1' && each.severity === 'blocks'))
})

test('a figure typed beside its cell is pointed out with the name to bind it to; a bound one is not', () => {
  const written = '本年共收到政府信息公开申请15件，结转下年度办理{{requests.carried_forward.total}}件。'
  const [stray, ...more] = strayFigures('overview', written, figures, report.year)
  assert.equal(more.length, 0)
  assert.equal(stray?.bindTo, 'requests.new_received.total')
  assert.equal(stray?.written, '15')
  assert.equal(stray?.agrees, false)
  assert.equal(
    stray && withBound(written, stray),
    '本年共收到政府信息公开申请{{requests.new_received.total}}件，结转下年度办理{{requests.carried_forward.total}}件。',
  )
})

test('every name in the starting texts is one that can be bound, and nothing in them strays', () => {
  const names = new Set(boundNames('2021').map(({ name }) => name))
  for (const [section, text] of Object.entries(startingTexts)) {
    for (const [, name = ''] of text.matchAll(/\{\{([\w.]+)\}\}/g)) assert.ok(names.has(name), name)
    assert.deepEqual(strayFigures(section as 'overview', text, figures, report.year), [])
  }
})

test('第五十条: what was made public by channel and kind is bound by its name; where nothing is recorded it is to be written', () => {
  const published = [
    { name: 'publication.channel.site', label: '通过政府网站公开的条数', value: 312 },
    { name: 'publication.kind.interpretation', label: '政府网站公开的政策解读条数', value: 14 },
  ]
  const { overview } = startingTextsWith(published)
  const names = new Set(boundNames('2021', published).map(({ name }) => name))
  for (const [, name = ''] of overview.matchAll(/\{\{([\w.]+)\}\}/g)) assert.ok(names.has(name), name)
  assert.match(
    renderText(overview, boundFigures(report, fees, published)),
    /全年通过政府网站主动公开政府信息312条，其中政策解读14条。/,
  )
  assert.deepEqual(strayFigures('overview', overview, boundFigures(report, fees, published), report.year), [])
  assert.equal(startingTextsWith([]).overview, startingTexts.overview)
  assert.equal(figures('publication.channel.site'), undefined)
})

test('30号二（四）: wording copied from last year is told, other words are not', () => {
  const then =
    '主要问题是政策解读形式比较单一，基层业务人员更换较多，公开的时效还有差距，群众查找信息不够方便。'.repeat(
      3,
    )
  const now = '本年度对窗口人员开展了四次培训，将部门文件库同省级平台对接，并请人大代表评议公开质量。'.repeat(
    3,
  )
  assert.equal(likenessOf(then, then), 1)
  assert.ok(likenessOf(then, now) < 0.3)
  const copied = (problems: string) => {
    const given = { ...valid, texts: { ...valid.texts, problems } }
    const lastYear = { ...valid, year: valid.year - 1, texts: { ...valid.texts, problems: then } }
    return findingsOf(check({ report: given, lastYear })).some((each) => each.check === 'B2')
  }
  assert.ok(copied(then))
  assert.ok(!copied(now))
})
