import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gateTroubles } from './findings.ts'
import { plainText } from './html-text.ts'
import { gateLinks } from './links.ts'
import { maskHtml, maskText } from './mask.ts'
import { defaultGateSettings, type GateSettings } from './settings.ts'
import { gateText } from './text.ts'

const settings: GateSettings = { ...defaultGateSettings, caseNames: ['张三丰'] }
const gate = (bodyHtml: string, title = '', summary = '') => gateText({ title, summary, bodyHtml }, settings)
const told = (bodyHtml: string) => gate(bodyHtml).map(({ code, where }) => [code, where.place])

test('A finding names its part, its paragraph and its character', () => {
  const findings = gate(
    '<p>通知如下</p><p>联系人电话13912345678</p>',
    '关于张三丰的决定',
    '身份证990101199003071237',
  )
  assert.deepEqual(
    findings.map(({ code, where }) => [code, where.part, where.place]),
    [
      ['caseName', 'title', '第3字'],
      ['identityNumber', 'summary', '第4字'],
      ['phoneNumber', 'body', '第2段第6字'],
    ],
  )
})

test('A finding in a table names row and column, and the heading of the column counts', () => {
  const html =
    '<table><tbody><tr><th>姓名</th><th>住址</th></tr><tr><td>李某</td><td>杨树村3组12号</td></tr></tbody></table>'
  assert.deepEqual(told(html), [['privateAddress', '表1第2行第2列第4字']])
})

test('A number parted by tags and signs is one number', () => {
  assert.deepEqual(told('<p><strong>990101</strong>19900307&nbsp;1237</p>'), [
    ['identityNumber', '第1段第1字'],
  ])
})

test('Words in attributes go out too', () => {
  assert.deepEqual(
    told('<p><img src="/a" alt="张三丰" /></p>').map(([code]) => code),
    ['caseName'],
  )
  assert.deepEqual(
    told('<p><a href="tel:13912345678">电话</a></p>').map(([code]) => code),
    ['phoneNumber'],
  )
})

test('from and to count in the plain text of the body', () => {
  const html = '<p>甲&amp;乙</p><p>电话<b>139</b>12345678</p>'
  const [finding] = gate(html)
  assert.equal(plainText(html).slice(finding?.where.from, finding?.where.to), '13912345678')
})

test('The excerpt never writes the number out', () => {
  for (const { excerpt } of gate('<p>甲13912345678乙990101199003071237</p>'))
    assert.equal(/13912345678|990101199003071237/.test(excerpt), false)
})

test('A key stays when the text around it moves, and is another for another number', () => {
  const [one] = gate('<p>电话13912345678</p>')
  const [moved] = gate('<p>新的一段</p><p>咨询电话：13912345678。</p>')
  const [other] = gate('<p>电话13912345679</p>')
  assert.equal(one?.key, moved?.key)
  assert.notEqual(one?.key, other?.key)
  const keys = gate('<p>13912345678，13912345678</p>').map(({ key }) => key)
  assert.equal(new Set(keys).size, 2)
})

test('Masking leaves the tags where they are and nothing to be found', () => {
  const html = '<p>身份证<b>990101</b>19900307&nbsp;1237，<a href="/x">张三丰</a></p>'
  const masked = maskHtml(html, gate(html), settings)
  assert.equal(masked, '<p>身份证<b>9901**********1237</b>，<a href="/x">张某某</a></p>')
  assert.deepEqual(gate(masked), [])
  const title = '关于张三丰的决定'
  assert.equal(
    maskText(title, gateText({ title, summary: '', bodyHtml: '' }, settings), settings),
    '关于张某某的决定',
  )
})

test('Masking any text leaves no number in it', () => {
  const piece = fc.constantFrom(
    '13912345678',
    '990101199003071237',
    '张三丰',
    '通知',
    '，',
    ' ',
    '<b>',
    '</b>',
    '&amp;',
    '6222021234567890128',
    '</p><p>',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const html = `<p>${pieces.join('。')}</p>`
      return gate(maskHtml(html, gate(html), settings)).length === 0
    }),
    { numRuns: 300 },
  )
})

test('Links to a drive or the inner network are told at once', () => {
  const html =
    '<p><a href="file:///C:/a.doc">甲</a><a href="http://192.168.1.2/">乙</a><a href="http://oa/">丙</a><a href="https://www.example.cn/">丁</a></p>'
  assert.deepEqual(
    gate(html).map(({ code }) => code),
    ['localLink', 'localLink', 'localLink'],
  )
})

test('Dead links and missing attachments are told with their paragraph; what could not be asked stops nothing', async () => {
  const html =
    '<p>甲</p><p><a href="https://a.example/">一</a><a href="https://b.example/">二</a><a href="/items/x/files/1">三</a><a href="#x">四</a></p>'
  const asked: string[] = []
  const findings = await gateLinks(
    html,
    async (href) => {
      asked.push(href)
      return href.startsWith('/') ? 'missingAttachment' : href.includes('a.example') ? 'dead' : 'unknown'
    },
    settings,
  )
  assert.deepEqual(asked.length, 3)
  assert.deepEqual(
    findings.map(({ code, where }) => [code, where.place]),
    [
      ['deadLink', '第2段'],
      ['missingAttachment', '第2段'],
    ],
  )
})

test('A setting makes a finding warn, or leaves it unlooked for', () => {
  const html = '<p>13912345678</p>'
  const with_ = (severity: 'warns' | 'off') =>
    gateText(
      { title: '', summary: '', bodyHtml: html },
      { ...settings, severities: { phoneNumber: severity } },
    )
  assert.equal(with_('warns')[0]?.severity, 'warns')
  assert.deepEqual(with_('off'), [])
})

test('Each trouble says what it is, on what ground, and what to do', () => {
  for (const { label, ground, howToMend } of Object.values(gateTroubles)) {
    assert.ok(label.length >= 2)
    assert.ok(howToMend.endsWith('。'))
    assert.ok([5, 6, 15, 16, 17].includes(ground.article))
  }
})

test('A body of a million characters is looked through within two seconds', () => {
  const body =
    `<p>${'依据有关规定，现将2026年情况公布如下，共1234项，联系电话0587-1234567。'.repeat(5)}</p>`.repeat(
      5_000,
    )
  const start = performance.now()
  gate(body)
  gate('1 '.repeat(500_000))
  gate('<'.repeat(300_000))
  gate('住住住住住'.repeat(50_000))
  assert.ok(performance.now() - start < 8_000)
})
