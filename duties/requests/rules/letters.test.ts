import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import type { DecidedPart } from './facts.ts'
import { dice, inventedPart } from './histories-words.ts'
import type { LetterKind } from './letter.ts'
import { letters, writeLetter } from './letters.ts'
import { sayPart } from './letters-parts.ts'
import { Office } from './office.cases.ts'
import { outcomeCodes, outcomes } from './outcomes.ts'
import { remedyOf } from './remedy-words.ts'
import { defaultSettings } from './settings.ts'

const d5 = { outcome: 'D5', what: '考勤表', states: { type: '人事管理', why: '只涉及内部管理' } } as const
const g1 = { outcome: 'G1', what: '补偿方案', states: { where: '县政府门户网站征地专栏' } } as const

const to = { reconsiderationOrgan: '清溪县人民政府', court: '清溪县人民法院' }
const remedy = (parts: readonly DecidedPart[], on = '2026-03-18', settings = defaultSettings) =>
  remedyOf(parts, day(on), to, settings)

const before =
  '如对本决定不服，可以自收到本文书之日起60日内向清溪县人民政府申请行政复议。依据《中华人民共和国行政复议法》第二十三条第一款第四项，应当先申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向清溪县人民法院提起行政诉讼。'
const direct =
  '如对本决定不服，可以自收到本文书之日起60日内向清溪县人民政府申请行政复议，或者自收到本文书之日起6个月内直接向清溪县人民法院提起行政诉讼。'

test('行政复议法第二十三条: a refusal under 第十六条 tells that reconsideration comes first, since 2024', () => {
  assert.deepEqual(remedy([d5]), [before])
  assert.deepEqual(remedy([d5], '2023-12-31'), [direct])
  assert.deepEqual(remedy([d5], '2024-01-01'), [before])
})

test('法释〔2025〕8号第一条: not held, not processed and given are open to a suit at once', () => {
  for (const outcome of ['G1', 'G2', 'D8', 'U1a', 'U1b', 'U2', 'U3', 'R1', 'R4', 'O1', 'O2'] as const) {
    assert.deepEqual(remedy([{ outcome, what: '方案', states: {} }]), [direct], outcome)
  }
})

test('a partial disclosure follows the ground of what it withholds, unless the organ reads it otherwise', () => {
  const partly = (basis: string) => [{ outcome: 'P1' as const, what: '方案', states: { basis } }]
  assert.deepEqual(remedy(partly('D4')), [before])
  assert.deepEqual(remedy(partly('none')), [direct])
  const otherwise = { ...defaultSettings, partlyReconsideredFirst: false }
  assert.deepEqual(remedy(partly('D4'), '2026-03-18', otherwise), [direct])
})

test('a reply of several parts tells each remedy for its parts', () => {
  const [first, second] = remedy([g1, d5])
  assert.match(first ?? '', /^如对其中关于“考勤表”的决定不服，.*应当先申请行政复议/u)
  assert.match(second ?? '', /^如对其他决定不服，.*直接向清溪县人民法院提起行政诉讼。$/u)
})

test('行政复议法第二十二条: where reconsideration can be asked for online, the letter says where', () => {
  const online = { ...to, reconsiderationOnline: '掌上复议平台' }
  assert.match(
    remedyOf([g1], day('2026-03-18'), online, defaultSettings)[0] ?? '',
    /也可以通过掌上复议平台在线申请/u,
  )
})

test('第三十一、三十三条: the receipt says when the request was received, when the reply is due, and why', () => {
  const letter = writeLetter('receipt', new Office('2026-03-02').ground('2026-03-02'))
  assert.equal(letter.addressee, '周禾')
  assert.match(letter.paragraphs[0] ?? '', /^本机关于2026年3月2日收到您以当面提交方式提出的政府信息公开申请/u)
  assert.match(letter.paragraphs[1] ?? '', /^本机关将于2026年3月30日前（含当日）答复/u)
  assert.ok(letter.paragraphs.length > 3)
  assert.deepEqual(letter.remedy, [])
})

test('第三十条: the correction notice says what, within which period, and what follows if not', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'askCorrection', { items: ['文件年份', '所指村组'], workingDays: 10 })
  const text = writeLetter('correction', office.ground('2026-03-04')).paragraphs.join('\n')
  assert.match(text, /第三十条的规定，现一次性告知/u)
  assert.match(text, /1\.文件年份。\n2\.所指村组。/u)
  assert.match(text, /10个工作日内提交补正材料/u)
  assert.match(text, /逾期不补正的，视为放弃申请/u)
})

test('第三十三条第二款: the notice of extension says why, who agreed, how long and until when', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-11', 'extend', { workingDays: 10, reason: '涉及三个单位，需要核实' })
  const text = writeLetter('extension', office.ground('2026-03-11')).paragraphs.join('\n')
  // Due 2026-03-30; ten more working days, 04-06 being off, end on Tuesday 04-14.
  assert.match(text, /因涉及三个单位，需要核实，不能在法定期限内答复/u)
  assert.match(text, /经政府信息公开工作机构负责人同意，延长答复期限10个工作日，答复期限延长至2026年4月14日/u)
})

test('第三十二条: the third party is told its term and what silence means, the co-maker the opposite', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'consult', { with: 'thirdParty', party: '某公司', about: '报价构成' })
  const third = writeLetter(
    'consultThirdParty',
    office.ground('2026-03-04', { consultationId: 'id-1', party: '某公司' }),
  )
  assert.equal(third.addressee, '某公司')
  assert.match(third.paragraphs.join(), /15个工作日内.*逾期未提出意见的，由本机关依照条例的规定决定是否公开/u)
  assert.doesNotMatch(third.paragraphs.join(), /周禾/u)
  const maker = writeLetter('consultCoMaker', office.ground('2026-03-04', { party: '县自然资源局' }))
  assert.match(maker.paragraphs.join(), /逾期未提出意见的，视为同意公开/u)
})

test('109号办法: the fee notice says ground, standard, amount, way and term', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'noticeFee', { by: 'page', quantity: 44, why: '页数明显超过合理范围' })
  const text = writeLetter('fee', office.ground('2026-03-04')).paragraphs.join('\n')
  assert.match(text, /第四十二条第一款/u)
  assert.match(text, /本件提供信息44页，按量计收，应缴140元/u)
  assert.match(text, /次日起20个工作日内缴纳。逾期未缴纳的，视为放弃申请/u)
})

test('第三十六条: the reply restates the request, decides each part with its article, and tells the remedy', () => {
  const office = new Office('2026-03-02')
  office.decide('2026-03-18', [g1, d5])
  const letter = writeLetter('reply', office.ground('2026-03-18'))
  assert.equal(letter.title, '政府信息公开申请答复书')
  assert.deepEqual(letter.paragraphs, [
    '本机关于2026年3月2日收到您以当面提交方式提出的政府信息公开申请（编号：清公申〔2026〕1号），申请公开“柳湾村征地补偿方案”。',
    '经审查，现答复如下：',
    '一、您申请的“补偿方案”已经主动公开。依据《中华人民共和国政府信息公开条例》第三十六条第一项的规定，现告知获取该信息的方式和途径：县政府门户网站征地专栏。',
    '二、您申请的“考勤表”，属于本机关人事管理方面的内部事务信息。只涉及内部管理。',
    '依据《中华人民共和国政府信息公开条例》第十六条第一款、第三十六条第三项的规定，本机关决定不予公开。',
  ])
  assert.equal(letter.remedy.length, 2)
})

test('第三十条: giving up is told with the number of the notice, its service and its last day', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-04', 'askCorrection', { items: ['年份'], workingDays: 5 })
  office.do('2026-03-05', 'recordCorrectionServed')
  office.decide('2026-03-20', [{ outcome: 'O1' }])
  const letter = writeLetter('notContinued', office.ground('2026-03-20'))
  assert.match(
    letter.paragraphs.join(),
    /2026年3月4日以清民公告〔2026〕2号一次性告知.*2026年3月5日送达.*2026年3月12日届满/u,
  )
})

test('every particular that an outcome must state goes into its letter, and what is kept does not', () => {
  const office = new Office('2026-03-02')
  for (const code of outcomeCodes) {
    const part = inventedPart(dice(5), code, '某信息')
    const text = sayPart(part, office.ground('2026-03-18')).join('')
    for (const state of outcomes[code].states) {
      const said = part.states[state.key] ?? ''
      if (state.key === 'basis' || state.kind === 'day') continue
      assert.equal(text.includes(said), !state.kept, `${code} ${state.key}`)
    }
  }
})

test('every kind of letter can be written, and none says what the case does not know', () => {
  const office = new Office('2026-03-02')
  for (const kind of Object.keys(letters) as LetterKind[]) {
    const letter = writeLetter(kind, office.ground('2026-03-02'))
    assert.ok(letter.title && letter.paragraphs.length > 0, kind)
    assert.doesNotMatch(letter.paragraphs.join(), /undefined|NaN/u, kind)
  }
})

test('an organisation is addressed as one', () => {
  const office = new Office('2026-03-02', { intake: { category: 'company' } })
  assert.match(writeLetter('receipt', office.ground('2026-03-02')).paragraphs[0] ?? '', /收到你单位以/u)
})
