import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form2019 } from './form-2019.ts'
import { form2021 } from './form-2021.ts'
import { cellsOf, formForYear, forms, identitiesOf, nameOfCell, resultRows } from './forms.ts'
import { emptyReport, parseCell, showValue } from './report.ts'

const rowsOf = (form: typeof form2019) => new Set(cellsOf(form).map((place) => place.row.key))

test('2021 form: 10 figures in table two, 25 rows of 7 in table three, 15 in table four', () => {
  const count = (table: string) => cellsOf(form2021).filter((place) => place.table.id === table).length
  assert.equal(count('proactive'), 10)
  assert.equal(count('requests'), 25 * 7)
  assert.equal(count('remedies'), 15)
})

test('2019 form: 其他处理 is one row, and 政府集中采购 stands in table two', () => {
  assert.ok(rowsOf(form2019).has('requests.other_total'))
  assert.ok(rowsOf(form2019).has('proactive.procurement'))
  assert.ok(!rowsOf(form2021).has('requests.other_total'))
  assert.equal(resultRows(form2019.tables[1]).length, 19)
  assert.equal(resultRows(form2021.tables[1]).length, 21)
})

test('the reports on 2019 and 2020 are in the trial form, later ones in the form of 30号', () => {
  assert.equal(formForYear(2018), undefined)
  assert.equal(formForYear(2020)?.id, '2019')
  assert.equal(formForYear(2021)?.id, '2021')
  assert.equal(formForYear(2026)?.id, '2021')
})

test('every cell has a name of its own, and every identity names cells of its form', () => {
  for (const form of forms) {
    const ids = cellsOf(form).map((place) => place.id)
    assert.equal(new Set(ids).size, ids.length)
    const known = new Set(ids)
    for (const identity of form.tables.flatMap(identitiesOf))
      for (const id of [...identity.left, ...identity.right]) assert.ok(known.has(id), id)
  }
})

test('table three has 7 balances, 7 sums of results and a sum along each of its 25 rows', () => {
  const rules = identitiesOf(form2021.tables[1]).map((identity) => identity.rule)
  assert.equal(rules.filter((rule) => rule === 'columnBalance').length, 7)
  assert.equal(rules.filter((rule) => rule === 'leafSum').length, 7)
  assert.equal(rules.filter((rule) => rule === 'applicantSum').length, 25)
})

test('an empty report is blank in every printed cell, not 0, and has no local row', () => {
  const report = emptyReport(form2019, { name: '清溪县人民政府' }, 2020)
  assert.equal(report.cells['requests.granted.total']?.kind, 'blank')
  assert.equal(report.cells['proactive.other_proactive_docs.made'], undefined)
})

test('a figure is read as it stands: thousands separators, full width, a sign where the column has one', () => {
  assert.deepEqual(parseCell('3,012', 'count'), { kind: 'number', value: 3012, written: '3,012' })
  assert.deepEqual(parseCell('１２', 'count'), { kind: 'number', value: 12, written: '１２' })
  assert.deepEqual(parseCell('-74', 'change'), { kind: 'number', value: -74 })
  assert.deepEqual(parseCell(' 5 ', 'count'), { kind: 'number', value: 5 })
})

test('blank, a mark and words are not 0', () => {
  assert.deepEqual(parseCell('  ', 'count'), { kind: 'blank' })
  assert.deepEqual(parseCell('/', 'count'), { kind: 'mark', mark: '/' })
  assert.deepEqual(parseCell('不适用', 'money'), { kind: 'mark', mark: '不适用' })
  assert.deepEqual(parseCell('3件', 'count'), { kind: 'malformed', written: '3件' })
  assert.deepEqual(parseCell('2.5', 'count'), { kind: 'malformed', written: '2.5' })
  assert.deepEqual(parseCell('1,23', 'count'), { kind: 'malformed', written: '1,23' })
})

test('万元 is held exactly, in 分', () => {
  assert.deepEqual(parseCell('59237.2449', 'money'), { kind: 'number', value: 59237_244900 })
  assert.deepEqual(parseCell('5949.088667', 'money'), { kind: 'number', value: 5949_088667 })
  assert.deepEqual(parseCell('0.092', 'money'), { kind: 'number', value: 92000 })
  assert.deepEqual(parseCell('3,001.453', 'money'), {
    kind: 'number',
    value: 3001_453000,
    written: '3,001.453',
  })
  assert.equal(showValue(59237_244900, 'money'), '59237.2449')
  assert.equal(showValue(5949_088667, 'money'), '5949.088667')
  assert.equal(showValue(92000, 'money'), '0.0920')
  assert.equal(showValue(-92000, 'money'), '-0.0920')
})

test('an amount written in 元 is that amount, and says so', () => {
  assert.deepEqual(parseCell('251000元', 'money'), {
    kind: 'number',
    value: 25_100000,
    written: '251000元',
    unit: 'yuan',
  })
})

test('an amount finer than 分 is rounded, and says so', () => {
  assert.deepEqual(parseCell('1.2345678', 'money'), {
    kind: 'number',
    value: 1_234568,
    written: '1.2345678',
    rounded: true,
  })
})

test('a cell is named in words an official knows', () => {
  assert.equal(nameOfCell('requests.granted.naturalPerson'), '表三“（一）予以公开”自然人')
  assert.equal(nameOfCell('litigation_direct.upheld'), '表四“行政诉讼／未经复议直接起诉”结果维持')
})
