import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, foldedText } from './fold.ts'
import { lexemesOf } from './grams.ts'
import { documentNumber } from './numbers.ts'
import { phraseQuery } from './phrase.ts'
import { matchCondition, nearCondition, readQuery, tiersOf } from './query.ts'

const folded = (text: string): string => foldedText(fold(text))

test('Full width, traditional characters, capitals and punctuation are the same to a search', () => {
  assert.equal(folded('關於印發《清溪縣２０２６年ＧＤＰ》的通知'), '关于印发清溪县2026年gdp的通知')
  assert.equal(folded('100㎡，①𠮷'), '100m2 1𠮷')
  assert.equal(folded('二〇二六年'), '二〇二六年')
})

test('Each unit knows where it stands in the text', () => {
  const { units, from, to } = fold('（第１２條）')
  assert.deepEqual(units, ['第', '12', '条'])
  assert.deepEqual(from, [1, 2, 4])
  assert.deepEqual(to, [2, 4, 5])
})

test('A document gives its pairs, its words of letters and their endings, the title’s apart', () => {
  assert.deepEqual(lexemesOf({ titles: ['低保12'], texts: [], fields: { k: 'news' } }).sort(), [
    '12',
    '=k:news',
    '^12',
    '^~2',
    '^低保',
    '^保12',
    '~2',
    '低保',
    '保12',
  ])
})

test('A phrase is its pairs; words of letters at its ends may be cut out of longer ones', () => {
  assert.equal(phraseQuery(['低', '保', '标']), "'低保' & '保标'")
  assert.equal(phraseQuery(['12', '条']), "('12条' | '~12')")
  assert.equal(phraseQuery(['第', '12']), "'第12':*")
  assert.equal(phraseQuery(['保']), "'保':*")
  assert.equal(phraseQuery(['026']), "('026':* | '~026':*)")
  assert.equal(matchCondition(readQuery('4年4月')), "(('4年' | '~4')) & ('4月')")
})

test('A document’s number is read in its variants', () => {
  for (const typed of ['清政发〔2026〕12号', '清政发[2026]12', '（2026）第012号', '2026年第12号'])
    assert.equal(documentNumber(typed), '2026 12', typed)
  assert.equal(documentNumber('2026年12月'), undefined)
  assert.match(matchCondition(readQuery('清政发【2026】12号')), /'#2026 12'/)
  assert.match(matchCondition(readQuery('11990421MB0000001X/2026-00012')), /'#11990421mb0000001x 2026 00012'/)
})

test('A query is parted into words, a phrase in quotation marks is not', () => {
  const runs = (typed: string) =>
    readQuery(typed).parts.flatMap(({ runs: all }) => all.map(([units = []]) => units.join('')))
  assert.deepEqual(runs('农村低保标准'), ['农村', '低保', '标准'])
  assert.deepEqual(runs('“农村低保标准”'), ['农村低保标准'])
  assert.deepEqual(runs('救助的申请'), ['救助', '申请'])
})

test('Words that mean the same are looked for with each other', () => {
  const synonyms = [{ word: '低保', others: ['最低生活保障'] }]
  const condition = matchCondition(readQuery('农村低保', synonyms))
  assert.equal(condition, "('农村') & (('低保') | ('最低' & '低生' & '生活' & '活保' & '保障'))")
})

test('What tells more stands before: the number, the title, the phrase', () => {
  assert.deepEqual(tiersOf(readQuery('低保')), ["'^低保'"])
  assert.equal(tiersOf(readQuery('清政发〔2026〕12号'))[0], "('#2026 12') & ('^清政' & '^政发')")
  assert.equal(tiersOf(readQuery('〔2026〕12号'))[0], "'#2026 12'")
})

test('Of several words all but one are near', () => {
  assert.equal(nearCondition(readQuery('养老 补贴')), "('补贴') | ('养老')")
  assert.equal(nearCondition(readQuery('养老')), '')
})

test('Empty, endless and hostile queries are read in time and throw nothing', () => {
  const hostile = [
    '',
    '   ',
    '"',
    '“”',
    "'",
    "\\'); DROP TABLE x;--",
    '%_%',
    '😀😀',
    '\u0000\u202e',
    '(((',
    ':*',
    '!&|<->',
  ]
  for (const typed of [...hostile, '保'.repeat(100_000), '" '.repeat(50_000), '𠮷'.repeat(999)]) {
    const began = performance.now()
    const query = readQuery(typed)
    matchCondition(query)
    tiersOf(query)
    assert.ok(performance.now() - began < 1000, typed.slice(0, 20))
  }
  assert.equal(readQuery('保'.repeat(100)).cut, true)
  assert.equal(matchCondition(readQuery('，。！')), '')
})
