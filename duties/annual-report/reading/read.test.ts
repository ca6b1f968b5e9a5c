import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOfReading } from './findings.ts'
import { asHtml } from './fixtures/as-html.ts'
import { asText } from './fixtures/as-text.ts'
import { compare } from './fixtures/compare.ts'
import { containers } from './fixtures/containers.ts'
import { documentOf } from './fixtures/document.ts'
import { mutations } from './fixtures/mutate.ts'
import { randomFrom, spoiledReport, validReport } from './fixtures/random-report.ts'
import { unfoldHtml } from './html.ts'
import { openSource } from './open.ts'
import { readText } from './read.ts'

const head = '清溪县石桥镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n'
const tableTwo = (rows: string): string =>
  `${head}二、主动公开政府信息情况\n第二十条第（一）项\n${rows}\n三、收到和处理政府信息公开申请情况\n`
const cellOf = (text: string, id: string) => readText(text).cells.get(id)?.cell
const header = '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n'

test('the same report gives the same form in every container and layout', async () => {
  for (const container of containers) {
    const report = validReport(7, '2021')
    const [source] = await openSource('年报', await container.make(report))
    assert.equal(source?.kind, 'read', container.name)
    if (source?.kind !== 'read') continue
    const { right, wrong } = compare(report, source.reading)
    assert.deepEqual(wrong, [], container.name)
    if (container.whole) assert.equal(right, 200, container.name)
  }
})

test('wrong reports are read as they are written: blanks, marks and totals that do not add up', async () => {
  for (const container of containers.filter((each) => !each.slow))
    for (const seed of [3, 4, 5]) {
      const report = spoiledReport(seed, seed % 2 === 0 ? '2021' : '2019')
      const [source] = await openSource('年报', await container.make(report))
      if (source?.kind !== 'read') assert.fail(container.name)
      const { wrong, refused } = compare(report, source.reading)
      assert.deepEqual(wrong, [], container.name)
      if (container.whole) assert.equal(refused, 0, container.name)
    }
})

test('a damaged document gives no wrong figure', () => {
  for (let seed = 1; seed <= 240; seed++) {
    const random = randomFrom(seed)
    const mutation = mutations[seed % mutations.length]
    if (mutation === undefined) continue
    const report = validReport(seed, '2021')
    const layout = (['tabs', 'barCells', 'lines', 'markdown'] as const)[random(4)] ?? 'tabs'
    const reading = readText(mutation.change(asText(documentOf(report), layout), random))
    if (mutation.keeps)
      assert.deepEqual(compare(report, reading).wrongFigures, [], `${mutation.name} ${layout} ${seed}`)
  }
})

test('a blank is not zero, a mark is not zero', () => {
  const text = tableTwo(`${header}规章\t/\t/\t/\n行政规范性文件\t\t0\t3`)
  assert.deepEqual(cellOf(text, 'proactive.regulations.made'), { kind: 'mark', mark: '/' })
  assert.deepEqual(cellOf(text, 'proactive.normative.made'), { kind: 'blank' })
  assert.deepEqual(cellOf(text, 'proactive.normative.repealed'), { kind: 'number', value: 0 })
})

test('a lost table is missing, its cells are absent', () => {
  const reading = readText(
    `${head}二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n`,
  )
  assert.equal(reading.form, 'unknown')
  assert.equal(reading.cells.size, 0)
  assert.deepEqual(
    findingsOfReading(reading)
      .filter((finding) => finding.check === 'F2')
      .map((finding) => finding.sentence),
    ['表二', '表三', '表四'].map((table) => `报告中没有${table}，缺表不等于零，请补齐表格后重新报送。`),
  )
})

test('digits in a label are no figures: 保留4位小数, 指2019年事项数', () => {
  const text = `${head}二、主动公开政府信息情况\n第二十条第（八）项\n信息内容\t本年收费金额（单位：万元，保留4位小数）\n行政事业性收费（2022年实收）\t12.5\n三、`
  assert.deepEqual(cellOf(text, 'proactive.fees.amount'), { kind: 'number', value: 12_500000 })
})

test('glued digits are cut only where the sums leave one way', () => {
  const figures = [
    '一、本年新收政府信息公开申请数量71300007',
    '二、上年结转政府信息公开申请数量0000000',
  ].join('')
  const text = `${head}三、收到和处理政府信息公开申请情况申请人情况自然人${figures}三、本年度办理结果（一）予以公开0000000`
  const cell = cellOf(text, 'requests.new_received.naturalPerson')
  assert.equal(cell?.kind, 'undecidable')
})

test('traditional characters with the noise of a converter read as simplified ones', () => {
  const text = tableTwo(
    '信息內容 | 本年製發件數(shù) | 本年廢止件數(shù) | 現(xiàn)行有效件數(shù) |\n規(guī)章 | 0 | 0 | 0 |\n行政規(guī)范性文件 | 4 | 1 | 9 |',
  )
  assert.deepEqual(cellOf(text, 'proactive.normative.valid'), { kind: 'number', value: 9 })
})

test('organ and year come from the title, the place of every cell from the source', () => {
  const text = tableTwo(`${header}规章\t0\t0\t0\n行政规范性文件\t2\t1\t15`)
  const reading = readText(text)
  assert.equal(reading.organ?.name, '清溪县石桥镇人民政府')
  assert.equal(reading.year?.year, 2022)
  const read = reading.cells.get('proactive.normative.valid')
  assert.equal(text.slice(read?.from, read?.to), '15')
})

test('a figure in the text is held against its cell, and a total that contradicts its parts is reported', () => {
  const report = validReport(11, '2021')
  const texts = { ...report.texts, overview: `${report.year}年，本机关收到政府信息公开申请999999件。` }
  const reading = readText(asText(documentOf({ ...report, texts }), 'tabs'))
  const [finding] = findingsOfReading(reading)
  assert.equal(finding?.check, 'E8')
  assert.deepEqual(finding?.cells, ['requests.new_received.total'])
})

test('reviews received in one sentence and none in another contradict each other', () => {
  const report = validReport(12, '2021')
  const overview = '收到行政复议1件。全年没有发生行政复议、行政诉讼。'
  const reading = readText(asText(documentOf({ ...report, texts: { ...report.texts, overview } }), 'tabs'))
  assert.ok(findingsOfReading(reading).some((finding) => finding.check === 'T1'))
})

test('a figure that may stand twice beside a blank that its like have not: no cell is told', () => {
  const others = ['行政许可</td><td>3', '行政处罚</td><td>4', '行政强制</td><td>5'].map(
    (row) => `<tr><td>${row}</td></tr>`,
  )
  const norms = '<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>'
  const odd = '<tr><td>行政规范性文件</td><td>6</td><td>6</td><td>7</td><td></td></tr>'
  const html = `<h1>清溪县石桥镇人民政府2022年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><h2>二、主动公开政府信息情况</h2>
<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>${norms}${odd}${others.join('')}</table>`
  const { cells } = readText(unfoldHtml(html).raw)
  assert.deepEqual(cells.get('proactive.regulations.made')?.cell, { kind: 'number', value: 1 })
  assert.equal(cells.get('proactive.normative.made')?.cell.kind, 'undecidable')
})

test('words where a figure belongs: kept as written with their place, and named by the finding', async () => {
  const report = validReport(7, '2021')
  const whole = asHtml(documentOf(report), 'table')
  const html = whole.replace(/(行政许可(?:<[^>]*>|\s)*)\d+/, '$1若干')
  const [source] = await openSource('年报', new TextEncoder().encode(html))
  if (source?.kind !== 'read') assert.fail()
  const read = [...source.reading.cells].find(([, { cell }]) => cell.kind === 'undecidable')
  assert.deepEqual(read?.[1].cell, { kind: 'undecidable', written: '若干', why: '格内是文字，不是数字' })
  assert.equal(source.unfolded.raw.slice(read?.[1].from, read?.[1].to), '若干')
  const finding = findingsOfReading(source.reading).find(({ check }) => check === 'E11d')
  assert.equal(
    finding?.sentence,
    '表二“行政许可”行不能确定各格数字：格内是文字，不是数字（“行政许可”原文“若干”）。请报送机关核实。',
  )
})
