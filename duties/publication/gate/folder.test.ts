import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { officialLetterDocx } from '#platform/documents/official-letter.ts'
import { officialLetterPdf } from '#platform/documents/official-letter-pdf.ts'
import { gateFile } from './file.ts'
import { gateTroubles, type Mend, mendLabels } from './findings.ts'
import { folderSettings, type GateCase } from './fixtures/cases.ts'
import { folder, troubleWith } from './fixtures/folder.ts'
import { mendFile, NotMended } from './mend.ts'

const named = (name: string): GateCase => {
  const found = folder.find((one) => one.name === name)
  assert.ok(found, name)
  return found
}
const gate = (name: string, bytes: Uint8Array) => gateFile(name, bytes, folderSettings)
const mend = (name: string, ...mends: readonly Mend[]) =>
  mendFile(name, named(name).bytes, mends, folderSettings)

test('The folder holds at least sixty files, clean and dirty, each with a name of its own kind', () => {
  assert.ok(folder.length >= 60)
  assert.ok(folder.filter(({ stops }) => stops.length === 0).length >= 20)
})

test('Every dirty file is stopped at the right place for the right reason, and no clean one', async () => {
  for (const one of folder) {
    const findings = await gate(one.name, one.bytes)
    assert.deepEqual(troubleWith(one, findings), [], one.name)
  }
})

test('What is found in a file says how it is mended, where it can be', async () => {
  const [inWord] = await gate('批注.docx', named('批注.docx').bytes)
  assert.equal(inWord?.mend, 'removeComments')
  const inPdf = await gate('作者.pdf', named('作者.pdf').bytes)
  assert.equal(inPdf[0]?.mend, undefined)
})

test('A key belongs to these very bytes', async () => {
  const { bytes } = named('手机号.docx')
  const [one] = await gate('手机号.docx', bytes)
  const [again] = await gate('手机号.docx', bytes)
  const [other] = await gate('手机号.docx', named('国际写法手机号.docx').bytes)
  assert.equal(one?.key, again?.key)
  assert.notEqual(one?.key, other?.key)
})

test('Every Office file whose findings can be mended is clean after it', async () => {
  for (const which of [0, 1])
    for (const { name, bytes, stops } of folder) {
      const mends = stops.map(([code]) => gateTroubles[code].mends[which] ?? gateTroubles[code].mends[0])
      if (!/\.(docx|xlsx|pptx|jpg|csv|txt)$/.test(name) || stops.length === 0 || mends.includes(undefined))
        continue
      const mended = await mendFile(
        name,
        bytes,
        mends.filter((one) => one !== undefined),
        folderSettings,
      )
      const left = (await gate(name, mended)).filter(({ severity }) => severity === 'blocks')
      assert.deepEqual(
        left.map(({ code }) => code),
        [],
        name,
      )
    }
})

test('A mended document keeps its other words, as another program reads them', async () => {
  const accepted = await mend('插入修订.docx', 'acceptChanges')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(accepted) })
  assert.match(value, /关于公布2026年度检查结果的通知\s+新增的话/)
  const deleted = await mammoth.extractRawText({
    buffer: Buffer.from(await mend('删除修订.docx', 'acceptChanges')),
  })
  assert.equal(deleted.value.trim(), '保留')
  const masked = await mammoth.extractRawText({
    buffer: Buffer.from(await mend('身份证号分写.docx', 'mask')),
  })
  assert.match(masked.value, /身份证：9901\*{10}1237/)
})

test('A mended workbook made by another program opens there, values and visible sheets kept', async () => {
  const book = new ExcelJS.Workbook()
  const seen = book.addWorksheet('名单')
  seen.addRows([
    ['姓名', '身份证号', '底数', '合计'],
    ['李某某', '990101199003071237', 7, { formula: 'C2*2', result: 14 }],
  ])
  seen.getColumn(3).hidden = true
  seen.getCell('A2').note = '去年发过'
  book.addWorksheet('底稿', { state: 'veryHidden' }).addRow(['略'])
  book.creator = '赵一'
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const codes = new Set((await gate('名单.xlsx', bytes)).map(({ code }) => code))
  assert.deepEqual([...codes].sort(), [
    'comments',
    'hiddenColumns',
    'hiddenSheet',
    'identityNumber',
    'metadata',
  ])
  const mended = await mendFile(
    '名单.xlsx',
    bytes,
    ['mask', 'removeComments', 'removeHidden', 'removeMetadata'],
    folderSettings,
  )
  assert.deepEqual(await gate('名单.xlsx', mended), [])
  const opened = new ExcelJS.Workbook()
  await opened.xlsx.load(mended.buffer as ArrayBuffer)
  assert.deepEqual(
    opened.worksheets.map(({ name }) => name),
    ['名单'],
  )
  const row = opened.getWorksheet('名单')?.getRow(2)
  assert.deepEqual(
    [1, 2, 3, 4].map((column) => row?.getCell(column).value),
    ['李某某', '9901**********1237', null, 14],
  )
})

test('A PDF is not mended but exported anew, and says so', async () => {
  await assert.rejects(
    mend('白字.pdf', 'removeHidden'),
    (fault) => fault instanceof NotMended && /重新导出/.test(fault.message),
  )
  await assert.rejects(mend('旧文档.doc', 'removeMetadata'), NotMended)
})

const letter = {
  organName: '清溪县人民政府办公室',
  number: '清溪公开〔2026〕3号',
  title: '关于公布检查结果的通知',
  addressee: '各乡镇人民政府',
  paragraphs: Array.from({ length: 40 }, () => '现将2026年检查结果公布如下，办公电话0587-1234567。'),
  attachments: ['检查结果'],
  day: '2026年3月20日',
  contact: '联系人：县政府办公室',
}

test('A letter of our own passes as PDF and as Word where its organ may stand as author', async () => {
  const word = await officialLetterDocx(letter)
  assert.deepEqual(await gate('通知.pdf', await officialLetterPdf(letter)), [])
  assert.deepEqual(await gate('通知.docx', word), [])
  const all = Object.keys(mendLabels).filter((one) => one !== 'showHidden') as Mend[]
  const mended = await mendFile('通知.docx', word, all, folderSettings)
  const read = async (bytes: Uint8Array) =>
    (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
  assert.equal(await read(mended), await read(word))
})
