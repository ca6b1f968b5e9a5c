import assert from 'node:assert/strict'
import { test } from 'node:test'
import mammoth from 'mammoth'
import { readSealed } from '#platform/files/sealed.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { saveContact } from '#platform/organs/changes.ts'
import { factsOf } from './case-ground.ts'
import { caseView } from './case-view.ts'
import { ground } from './desk.cases.ts'
import { publicLetter, track } from './public-desk.ts'

const wordsIn = async (bytes: Uint8Array | undefined): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes ?? []) })).value

test('第三十六条第五项: handing over writes a numbered 移送告知书, which the applicant sees and downloads', async (t) => {
  const { file, done, caseIdOf, platform } = await ground(t)
  const finance = await testOrgan(platform.db, 'CZ', null, { name: '清溪县财政局', shortName: '财政局' })
  const unknown = { postcode: '', hours: '', fax: '', email: '', functions: '', leader: '' }
  await saveContact(platform.db, finance, {
    ...unknown,
    office: '财政局办公室',
    address: '人民路12号',
    telephone: '0990-5550112',
    reconsiderationOrgan: '',
    court: '',
  })
  const { number, queryCode } = await file()
  const caseId = await caseIdOf(number)
  const { letter } = await done(caseId, 'handOver', { to: finance, reason: '低保资金决算由财政部门制作' })
  assert.match(letter?.number ?? '', /公开〔2026〕1号$/)
  const letters = (await track(platform, number, queryCode))?.letters ?? []
  assert.deepEqual(
    letters.map(({ title, number: own }) => [title, own]),
    [
      ['政府信息公开申请接收回执', ''],
      ['移送告知书', letter?.number],
    ],
  )
  const text = await wordsIn(
    (await publicLetter(platform, number, queryCode, letters[1]?.fileId ?? ''))?.bytes,
  )
  assert.match(text, /陈禾：/)
  assert.match(text, /第十条第一款、第三十六条第五项的规定，低保资金决算由财政部门制作/)
  assert.match(text, /已于2026年3月2日把本件移送清溪县财政局/)
  assert.match(text, /受移送机关的联系方式：财政局办公室，0990-5550112，人民路12号/)
})

test('第十一条: asking another unit for material writes a numbered 协办函 to that unit, not to the applicant', async (t) => {
  const { file, done, caseIdOf, platform, organId, actor } = await ground(t)
  const { number, queryCode } = await file()
  const caseId = await caseIdOf(number)
  const ask = { unit: '清溪县财政局', what: '2025年低保资金下达文件', answerBy: '2026-03-09' }
  const { letter } = await done(caseId, 'askMaterial', ask)
  assert.match(letter?.number ?? '', /公开〔2026〕1号$/)
  const kept = await platform.files.open(platform.db, organId, letter?.fileId ?? '')
  const text = await wordsIn(kept?.bytes)
  assert.match(text, /清溪县财政局：/)
  assert.match(text, /第十一条第一款的规定，需要你单位提供：2025年低保资金下达文件。/)
  assert.match(text, /2026年3月9日前提供/)
  assert.doesNotMatch(text, /陈禾|您/)
  assert.doesNotMatch(JSON.stringify(await track(platform, number, queryCode)), /协办函/)
  const view = await caseView(platform, organId, caseId, actor)
  assert.match(JSON.stringify(view?.timeline.at(-1)), /政府信息公开协办函/)
})

test('第三十二条: the letter bears the name, the service record the contact too, and neither stands in the fact', async (t) => {
  const { file, done, caseIdOf, platform, organId, actor } = await ground(t)
  const caseId = await caseIdOf((await file()).number)
  const ask = {
    with: 'thirdParty',
    party: '澜江青禾食品有限公司',
    contact: '0990-5550188',
    about: '采购合同的单价',
  }
  const { letter } = await done(caseId, 'consult', ask)
  const fact = (await factsOf(platform, organId, caseId)).at(-1)?.fact
  assert.doesNotMatch(JSON.stringify(fact), /青禾|5550188/)
  const sealedId = fact?.type === 'consultationSent' ? fact.party : ''
  assert.deepEqual(await readSealed(platform.db, platform.seal, { organId, sealedId }), {
    name: '澜江青禾食品有限公司',
    contact: '0990-5550188',
  })
  const text = await wordsIn((await platform.files.open(platform.db, organId, letter?.fileId ?? ''))?.bytes)
  assert.match(text, /澜江青禾食品有限公司：/)
  assert.doesNotMatch(text, /5550188/)
  const record = (fact?.type === 'consultationSent' ? fact.letter.companions : [])?.find(
    ({ kind }) => kind === 'serviceRecord',
  )
  const served = await wordsIn((await platform.files.open(platform.db, organId, record?.file ?? ''))?.bytes)
  assert.match(
    served,
    new RegExp(`送达文书：${letter?.number}\\s+受送达人：澜江青禾食品有限公司\\s+联系方式：0990-5550188`),
  )
  const lines = (await caseView(platform, organId, caseId, actor))?.timeline.at(-1)?.lines
  assert.deepEqual(lines?.slice(-2), [
    { label: '名称', text: '澜江青禾食品有限公司' },
    { label: '联系方式', text: '0990-5550188' },
  ])
  const secrecy = { ...actor, holdings: [{ organId, role: 'secrecyReviewer' as const }] }
  assert.doesNotMatch(
    JSON.stringify((await caseView(platform, organId, caseId, secrecy))?.timeline),
    /青禾|5550188/,
  )
})

test('109号办法: the fee notice says where and how to pay as the organ has set it', async (t) => {
  const { file, done, caseIdOf, platform, organId, api } = await ground(t)
  const { as } = await api()
  const { ask } = await as('administrator')
  const url = `/api/organs/${organId}/request-settings`
  const { settings } = (await ask('GET', url)).json()
  assert.match(settings.payment, /非税收入代收银行/)
  const payment = '到清溪县政务服务中心3号窗口缴纳，只收非税收入缴款'
  assert.equal((await ask('PUT', url, { ...settings, payment })).statusCode, 200)
  const caseId = await caseIdOf((await file()).number)
  const { letter } = await done(caseId, 'noticeFee', {
    by: 'page',
    quantity: 44,
    why: '页数明显超过合理范围',
  })
  const text = await wordsIn((await platform.files.open(platform.db, organId, letter?.fileId ?? ''))?.bytes)
  assert.match(text, /缴纳方式：到清溪县政务服务中心3号窗口缴纳，只收非税收入缴款。/)
})

test('一事一申请: each case of a form that was split has its receipt for the applicant, under the same query code', async (t) => {
  const { file, done, caseIdOf, platform } = await ground(t)
  const { number, queryCode } = await file()
  await done(await caseIdOf(number), 'split', { titles: ['农村低保标准', '城市低保标准'] })
  for (const own of [number.replace('1号', '2号'), number.replace('1号', '3号')]) {
    const view = await track(platform, own, queryCode)
    assert.deepEqual(
      view?.letters.map(({ title }) => title),
      ['政府信息公开申请接收回执'],
    )
    const receipt = await publicLetter(platform, own, queryCode, view?.letters[0]?.fileId ?? '')
    const text = await wordsIn(receipt?.bytes)
    assert.ok(text.includes(own) && text.includes('2026年3月30日前（含当日）答复'), text)
  }
})
