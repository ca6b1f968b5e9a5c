import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { printedParagraphs } from '#platform/documents/docx-text.ts'
import { fillTemplate, placesOf } from '#platform/documents/letter-template.ts'
import type { LetterKind } from '../rules/letter.ts'
import { letters } from '../rules/letters.ts'
import { valuesOf } from '../rules/template-places.ts'
import { defaultTemplate, sampleLetter } from './default.ts'
import { checkTemplate } from './upload.ts'

/** The program's own template, edited as somebody in Word would. */
async function edited(kind: LetterKind, edit: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await defaultTemplate(kind))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...parts, 'word/document.xml': strToU8(edit(xml)) })
}

async function problemsOf(kind: LetterKind, edit: (xml: string) => string): Promise<string> {
  const checked = await checkTemplate(kind, await edited(kind, edit))
  return checked.kind === 'unusable' ? checked.problems.join('\n') : ''
}

test('the program’s own template of every kind passes its own check', async () => {
  for (const kind of Object.keys(letters) as LetterKind[]) {
    assert.deepEqual(
      await checkTemplate(kind, await defaultTemplate(kind)),
      { kind: 'usable', warnings: [] },
      kind,
    )
  }
})

test('第五十一条: a reply template without 救济告知 is refused, and the sentence names what is missing', async () => {
  assert.equal(
    await problemsOf('reply', (xml) => xml.replace('{{救济}}', '')),
    '《政府信息公开申请答复书》的模板缺少{{救济}}（救济告知，《中华人民共和国政府信息公开条例》第五十一条）。请补上后重新上传。',
  )
})

test('a correction notice decides nothing and needs no 救济告知', async () => {
  assert.equal(await problemsOf('correction', (xml) => xml.replace('{{救济}}', '')), '')
})

test('every place that is missing is named at once', async () => {
  const found = await problemsOf('reply', (xml) => xml.replace('{{文号}}', '').replace('{{日期}}', ''))
  assert.match(found, /缺少\{\{文号\}\}、\{\{日期\}\}。/)
})

test('a place that does not print is as good as none: hidden words, and what a tracked change struck out', async () => {
  const hidden = (xml: string) =>
    xml.replace(/<w:rPr>((?:(?!<w:rPr>).)*\{\{救济\}\})/s, '<w:rPr><w:vanish/>$1')
  assert.match(await problemsOf('reply', hidden), /\{\{救济\}\}（救济告知，.*印不出来/)
  const struck = (xml: string) =>
    xml.replace(/<w:r>(?:(?!<w:r>).)*\{\{救济\}\}.*?<\/w:r>/s, (run) => `<w:del w:id="1">${run}</w:del>`)
  assert.match(await problemsOf('reply', struck), /\{\{救济\}\}（救济告知，.*印不出来/)
})

test('行政复议法第二十三条: a remedy typed into the template is refused, for it would contradict the decision’s own', async () => {
  const old = '如不服本答复，可以在六个月内向人民法院起诉，或者申请行政复议'
  assert.match(
    await problemsOf('reply', (xml) => xml.replace('{{联系}}', old)),
    /模板中自己写有救济告知（“向人民法院”）/,
  )
})

test('an article typed into the template is told, not refused', async () => {
  const bytes = await edited('reply', (xml) => xml.replace('{{联系}}', '根据条例第八条答复'))
  const checked = await checkTemplate('reply', bytes)
  assert.ok(checked.kind === 'usable')
  assert.match(checked.warnings.join(), /固定写有第八条/)
})

test('full-width braces, an unknown name and half a place are said so', async () => {
  assert.match(
    await problemsOf('reply', (xml) => xml.replace('{{正文}}', '｛｛正文｝｝')),
    /“｛｛正文｝｝”应当写作\{\{正文\}\}/,
  )
  assert.match(
    await problemsOf('reply', (xml) => xml.replace('{{联系}}', '{{联糸}}')),
    /用不上占位符\{\{联糸\}\}/,
  )
  assert.match(await problemsOf('reply', (xml) => xml.replace('{{联系}}', '{{联系')), /没有写完整/)
  assert.match(
    await problemsOf('reply', (xml) => xml.replace('{{正文}}', '{{正文}}{{联系}}')),
    /\{\{正文\}\}会展开为多段，应当独占一段/,
  )
})

test('a file that is no Word file is told how to be saved', async () => {
  const checked = await checkTemplate('reply', Buffer.from('%PDF-1.7'))
  assert.ok(checked.kind === 'unusable')
  assert.match(checked.problems.join(), /另存为 \.docx/)
})

test('a place that Word broke into runs is still found, and each line becomes a paragraph in the template’s looks', async () => {
  const broken = await edited('reply', (xml) =>
    xml.replace('{{正文}}', '{{正</w:t></w:r><w:r><w:t>文}}').replaceAll('w:val="32"', 'w:val="36"'),
  )
  assert.ok((await placesOf(broken))?.includes('正文'))
  const letter = { ...sampleLetter('reply'), paragraphs: ['第一段<b>&', '第二段', '第三段'], enclosures: [] }
  const filled = await fillTemplate(broken, valuesOf(letter, '2026年1月5日'))
  const printed = printedParagraphs(filled) ?? []
  const at = printed.indexOf('第一段<b>&')
  assert.deepEqual(printed.slice(at, at + 4), ['第一段<b>&', '第二段', '第三段', letter.remedy[0]])
  assert.ok(printed.every((text) => !text.includes('{{')))
  assert.ok(!printed.some((text) => text.startsWith('附件')))
})
