import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { asHtml } from './fixtures/as-html.ts'
import { documentOf } from './fixtures/document.ts'
import { validReport } from './fixtures/random-report.ts'
import { openSource } from './open.ts'
import { overviewCsv } from './overview.ts'
import { resultOf } from './result.ts'

const whyOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const [source] = await openSource('文件', bytes)
  return source?.kind === 'refused' ? source.why : undefined
}

/** A PDF of one page with the content given, no text in it. */
function pdf(content: string, trailer = ''): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return offset
  })
  const start = text.length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer<</Size 5/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`
  return strToU8(text, true)
}

const good = strToU8(asHtml(documentOf(validReport(1, '2021')), 'table'))

test('a PDF of pictures only: one sentence, and what would help', async () => {
  assert.equal(
    await whyOf(pdf('0 0 100 100 re f')),
    '这份PDF只有图片，没有文字可读，请提供由文档直接生成的PDF，或者先作文字识别。',
  )
})

test('an encrypted PDF is named as such', async () => {
  const key = '0'.repeat(64)
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>/ID[<00><00>]`
  assert.equal(await whyOf(pdf('', encrypt)), '这份PDF加了密码，请提供不加密码的文件。')
})

test('a page that only links to the report', async () => {
  const page =
    '<html><body><p>清溪县教育局</p><a href="1.pdf">2023年政府信息公开工作年度报告</a></body></html>'
  assert.equal(
    await whyOf(strToU8(page)),
    '这一页只提到或链接了年度报告，没有报告正文，请打开其中的链接，提供报告本身。',
  )
})

test('something that is no report at all, an empty file, a picture, an old Word file', async () => {
  assert.equal(
    await whyOf(strToU8('今天天气很好。')),
    '没有读到政府信息公开工作年度报告的内容，请核对是否为年度报告。',
  )
  assert.equal(await whyOf(new Uint8Array()), '文件是空的，请重新下载后再试。')
  assert.match((await whyOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0))) ?? '', /^这是图片/)
  assert.match((await whyOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))) ?? '', /旧版Word/)
})

test('a broken PDF and a broken archive cost only themselves', async () => {
  assert.equal(await whyOf(strToU8('%PDF-1.7 no more')), '这份PDF损坏或者不完整，打不开，请重新下载后再试。')
  assert.equal(
    await whyOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0)),
    '压缩包损坏，打不开，请重新下载后再试。',
  )
})

test('an archive that would unfold to gigabytes is not opened', async () => {
  const zeros = new Uint8Array(30 * 1024 * 1024)
  const many = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`${index}.txt`, zeros]))
  assert.equal(
    await whyOf(zipSync(many, { level: 9 })),
    '压缩包展开后过大，没有打开，请分成几个较小的压缩包。',
  )
})

test('in an archive the bad file is named and the rest goes on', async () => {
  const sources = await openSource('批.zip', zipSync({ '好.html': good, '坏.pdf': strToU8('%PDF-1.7') }))
  assert.deepEqual(
    sources.map((source) => [source.name, source.kind]),
    [
      ['批.zip/好.html', 'read'],
      ['批.zip/坏.pdf', 'refused'],
    ],
  )
  const csv = overviewCsv(sources.map((source) => resultOf(source)))
  assert.match(csv, /坏\.pdf.*未读/)
})

test('far more than one report, or words wrapped without end: one sentence at once, no fault', async () => {
  const much = /^文件内容远多于一份年度报告/
  const words = '本年新收政府信息公开申请数量'
  assert.match((await whyOf(strToU8(words.repeat(30_000)))) ?? '', much)
  assert.match((await whyOf(strToU8(`政府信息公开年度报告\n${words.repeat(4_000)}`))) ?? '', much)
  const long = `<w:document>${'<w:p><w:r><w:t>清溪</w:t></w:r></w:p>'.repeat(80_000)}</w:document>`
  assert.match((await whyOf(zipSync({ 'word/document.xml': strToU8(long) }))) ?? '', much)
  assert.match((await whyOf(strToU8(`<p>年报</p>${'<div>'.repeat(100_000)}`))) ?? '', /^没有读到/)
})

test('every cell of a result has its place, its reading and what is shown', async () => {
  const [source] = await openSource('好.html', good)
  if (source === undefined) assert.fail()
  const result = resultOf(source)
  const cell = result.cells?.['requests.new_received.total']
  assert.deepEqual(cell?.place, { kind: 'cell', table: 2, row: 4, column: 8 })
  assert.equal(cell?.how, 'cell')
  assert.equal(result.source.encoding, 'utf-8')
})

class Unreadably extends Uint8Array {
  override subarray(): never {
    throw new Error('a fault of ours')
  }
}

test('a fault of ours is no damaged file: it is thrown, or told to who listens while the rest go on', async () => {
  const bytes = new Unreadably(strToU8('政府信息公开年度报告'))
  await assert.rejects(openSource('年报.txt', bytes), /a fault of ours/)
  const faults: unknown[] = []
  const [source] = await openSource('年报.txt', bytes, (fault, name) => faults.push([name, String(fault)]))
  assert.ok(source?.kind === 'refused' && source.why.startsWith('读取程序出错'))
  assert.deepEqual(faults, [['年报.txt', 'Error: a fault of ours']])
})
