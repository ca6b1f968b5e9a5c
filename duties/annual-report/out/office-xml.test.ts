import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { validReport } from '../reading/fixtures/random-report.ts'
import { type SetTable, setOut } from '../rules/set-out.ts'
import { reportDocx } from './report-docx.ts'
import { reportXlsx } from './report-xlsx.ts'

/** The packages of Word and Excel held against their own rules, read from the raw XML by none of their libraries. */

const valid = validReport(3, '2021')
const report = {
  ...valid,
  cells: { ...valid.cells, 'proactive.coercion.decided': { kind: 'mark', mark: '/' } as const },
  texts: { ...valid.texts, problems: '一是<w:t>&"引号"\'撇号\'；\n二是]]>。' },
}

const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  )

const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy

/** What keeps a part from being well-formed XML: an element not closed, an attribute twice, a bare & or <. */
function unformed(xml: string): string | undefined {
  const open: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (!match) return `neither tag nor text: ${xml.slice(at, at + 60)}`
    const [, closes, opens, attributes = '', alone, text = ''] = match
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text + attributes)) return `bare &: ${match[0]}`
    if (text.includes(']]>')) return `]]> in text: ${text}`
    const names = [...attributes.matchAll(/([\w:.-]+)\s*=/g)].map(([, name]) => name)
    if (opens && new Set(names).size < (attributes.match(/=\s*["']/g) ?? []).length)
      return `twice: ${match[0]}`
    if (closes && open.pop() !== closes) return `closes ${closes}`
    if (opens && !alone) open.push(opens)
  }
  return open.length > 0 ? `not closed: ${open.join(' ')}` : undefined
}

for (const [name, out] of [
  ['docx', reportDocx],
  ['xlsx', reportXlsx],
] as const)
  test(`${name}: every part is well-formed XML, has its content type, and what parts refer to is there`, async () => {
    const parts = partsOf(await out(report))
    for (const [part, xml] of parts) assert.equal(unformed(xml), undefined, part)
    const types = parts.get('[Content_Types].xml') ?? assert.fail('no content types')
    for (const part of parts.keys()) {
      if (part === '[Content_Types].xml') continue
      const isKnown =
        types.includes(`PartName="/${part}"`) || types.includes(`Extension="${part.split('.').at(-1)}"`)
      assert.ok(isKnown, part)
    }
    for (const [part, xml] of parts) {
      if (!part.endsWith('.rels')) continue
      const folder = part.replace(/_rels\/[^/]*$/, '')
      for (const [, attributes = ''] of xml.matchAll(/<Relationship ([^>]*)>/g)) {
        if (attributes.includes('TargetMode="External"')) continue
        const target = /Target="([^"]*)"/.exec(attributes)?.[1] ?? ''
        const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
        assert.ok(parts.has(path), `${part}: ${path}`)
      }
    }
  })

const tables: readonly SetTable[] = setOut(report).flatMap((piece) =>
  piece.kind === 'table' ? [piece.table] : [],
)
const printed = (table: SetTable): string[] => table.rows.flat().map(({ text }) => text)

const unescaped = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name as 'lt'],
  )

test('docx: every row of a table fills its grid, and each cell holds what is printed there', async () => {
  const xml = partsOf(await reportDocx(report)).get('word/document.xml') ?? ''
  const drawn = [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) => table)
  assert.equal(drawn.length, tables.length)
  for (const [at, table] of drawn.entries()) {
    const wide = table.match(/<w:gridCol /g)?.length ?? 0
    const texts: string[] = []
    for (const [row] of table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g)) {
      let across = 0
      for (const [cell] of row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)) {
        across += Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)
        assert.match(cell, /<w:p[ >]/, 'a cell holds at least one paragraph')
        // The cells that a merged one reaches over are there, empty.
        if (/<w:vMerge(?: w:val="continue")?\/>/.test(cell)) continue
        const words = [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, word = '']) => word)
        texts.push(unescaped(words.join('')))
      }
      assert.equal(across, wide, `table ${at + 1}: a row of ${across} in a grid of ${wide}`)
    }
    const wanted = tables[at] ?? assert.fail()
    assert.deepEqual(texts, printed(wanted))
  }
})

test('xlsx: figures are numbers in the order of print, marks are text, and no two merged ranges overlap', async () => {
  const parts = partsOf(await reportXlsx(report))
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? assert.fail('no sheet')
  const numbers = [...sheet.matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)]
    .filter(([, attributes = '']) => !/t="s"/.test(attributes))
    .map(([, , value]) => Number(value))
  const figures = tables
    .flatMap(({ rows }) => rows.flat())
    .flatMap(({ figure }) => (figure?.value === undefined ? [] : [figure]))
    .map(({ value = 0, unit }) => (unit === 'money' ? value / 1_000_000 : value))
  assert.deepEqual(numbers, figures)
  assert.equal(figures.length, 199)
  const taken = new Set<string>()
  for (const [, from = '', to = ''] of sheet.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [[x1, y1], [x2, y2]] = [placeOf(from), placeOf(to)]
    for (let y = y1; y <= y2; y++)
      for (let x = x1; x <= x2; x++) {
        assert.ok(!taken.has(`${x},${y}`), `${from}:${to}`)
        taken.add(`${x},${y}`)
      }
  }
})

function placeOf(cell: string): [number, number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  return [[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), Number(row)]
}
