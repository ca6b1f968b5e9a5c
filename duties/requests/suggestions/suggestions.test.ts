import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { itemsChanged } from '#duties/publication/changed.ts'
import type { ItemRow } from '#duties/publication/tables.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { moveOrgan } from '#platform/organs/changes.ts'
import { day } from '#time/day.ts'
import { ground, person } from '../desk.cases.ts'
import { keepFile } from '../files.ts'
import { publicLetter, suggest, track } from '../public-desk.ts'
import { defaultSettings } from '../rules/settings.ts'

const indexNumber = '99MZJX000000000000/2026-00001'

async function office(t: Parameters<typeof ground>[0]) {
  const made = await ground(t, '2026-03-20T01:00:00Z')
  const { platform, organId } = made
  const row: ItemRow = {
    organ_id: organId,
    item_id: '0199aaaa-0000-7000-8000-000000000009',
    seq: 1,
    index_number: indexNumber,
    kind: 'notice',
    catalogue_code: '20-11',
    title: '清溪县2025年农村低保标准',
    document_number: '',
    summary: '',
    body: '<p>正文</p>',
    formed_on: '2026-03-18',
    published_at: '2026-03-19T01:00:00.000Z',
    validity: 'none',
    interprets: null,
    status: 'published',
    updated_at: '2026-03-19T01:00:00.000Z',
  }
  const publish = () =>
    platform.db.transaction().execute(async (tx) => {
      await tx.insertInto('item_row').values(row).execute()
      await itemsChanged(tx, organId, [row.item_id])
    })
  const { as, signedIn } = await made.api()
  const head = await as('officeHead')
  const url = `/api/organs/${organId}/publication-suggestions`
  const list = async (state: 'open' | 'dealt') => {
    const answer = await head.ask('GET', `${url}?state=${state}`)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }
  const answer = (ask: object) => head.ask('POST', `${url}/answers`, ask)
  return { ...made, publish, as, signedIn, head, url, list, answer }
}

test('第四十四条: what several asked waits until the office says which item it was published as, or why not', async (t) => {
  const { register, publish, list, answer, url, as, head } = await office(t)
  await register('2026-03-02')
  await register('2026-03-05', { idNumber: 'Q99000002', name: '周禾' })
  const { suggestions, counts } = await list('open')
  const [one] = suggestions
  assert.deepEqual([counts, one.since, one.seq, one.said], [{ open: 1, dealt: 0 }, null, 0, []])
  const ask = { key: one.key, seenSeq: 0, answer: 'published', indexNumber }
  const early = await answer(ask)
  assert.equal(early.statusCode, 422)
  assert.deepEqual(early.json().errors, [
    {
      field: 'indexNumber',
      message: '本机关没有已经发布的这个索引号，请核对；还没有发布的，请先发布',
    },
  ])
  const silent = await answer({ key: one.key, seenSeq: 0, answer: 'notPublished', reason: ' ' })
  assert.deepEqual(silent.json().errors[0].field, 'reason')
  await publish()
  const like = await head.ask('GET', `${url}/published?title=${encodeURIComponent(one.title)}`)
  assert.deepEqual(
    like.json().items.map((item: { indexNumber: string }) => item.indexNumber),
    [indexNumber],
  )
  assert.equal((await (await as('handler')).ask('POST', `${url}/answers`, ask)).statusCode, 403)
  assert.equal((await answer({ ...ask, key: '没有人申请过' })).statusCode, 404)
  assert.equal((await answer(ask)).statusCode, 204)
  assert.deepEqual((await list('open')).suggestions, [])
  const dealt = await list('dealt')
  assert.deepEqual(dealt.counts, { open: 0, dealt: 1 })
  const [{ said, since }] = dealt.suggestions
  assert.deepEqual(
    [said.length, said[0].on, said[0].item.title, since],
    [1, '2026-03-20', '清溪县2025年农村低保标准', 0],
  )
})

test('an answer stays on record: a later one stands beside it, one that came second is refused, more applicants are told', async (t) => {
  const { register, list, answer, platform, organId } = await office(t)
  await register('2026-03-02')
  await register('2026-03-05', { idNumber: 'Q99000002' })
  const key = (await list('open')).suggestions[0].key
  const refusal = { key, seenSeq: 0, answer: 'notPublished', reason: '涉及内部管理' }
  assert.equal((await answer(refusal)).statusCode, 204)
  const second = await answer({ ...refusal, reason: '另一理由' })
  assert.deepEqual([second.statusCode, second.json().code], [409, 'conflict'])
  await register('2026-03-09', { idNumber: 'Q99000003' })
  const [one] = (await list('dealt')).suggestions
  assert.deepEqual([one.applicants, one.since, one.seq], [3, 1, 1])
  assert.equal((await answer({ ...refusal, seenSeq: 1, reason: '仍涉及内部管理' })).statusCode, 204)
  const [again] = (await list('dealt')).suggestions
  assert.deepEqual(
    again.said.map(({ words }: { words: string }) => words.replace(/（.*?）/, '')),
    ['不纳入主动公开：涉及内部管理', '不纳入主动公开：仍涉及内部管理'],
  )
  for (const change of ["update request_thing_fact set body = '{}'", 'delete from request_thing_fact'])
    await assert.rejects(sql.raw(change).execute(platform.db), /permission denied/, organId)
})

test('第三十六条第二项、第四十四条第二款: who was given something downloads it, suggests to publish it, and is told what came of it', async (t) => {
  const { file, done, caseIdOf, at, platform, organId, actor, list, answer, publish } = await office(t)
  const { number, queryCode } = await file()
  const pass = { number, queryCode }
  const seen = async () => (await track(platform, number, queryCode)) ?? assert.fail('not found')
  assert.equal((await seen()).suggestion, null)
  assert.equal(await suggest(platform, pass, 'widelyKnown'), false)
  const caseId = await caseIdOf(number)
  const parts = [{ what: person.title, outcome: 'G2', states: { enclosures: '标准文件', form: '电子数据' } }]
  await done(caseId, 'claim')
  await done(caseId, 'draft', { parts })
  await done(caseId, 'review', { passed: true, opinion: '逐项审查，同意' })
  await done(caseId, 'review', { passed: true, opinion: '同意' })
  await done(caseId, 'decide')
  const bytes = Buffer.from('低保标准')
  const kept = await keepFile(platform, { organId, caseId, name: '标准.txt', bytes, by: actor.personId })
  const enclosure = kept.kind === 'kept' ? kept.fileId : assert.fail(kept.kind)
  assert.equal(await publicLetter(platform, number, queryCode, enclosure), null)
  await done(caseId, 'serve', { method: 'online', enclosures: [enclosure] })
  const given = await seen()
  assert.deepEqual(given.enclosures, [{ fileId: enclosure, name: '标准.txt', size: bytes.length }])
  const got = await publicLetter(platform, number, queryCode, enclosure)
  assert.equal(Buffer.from(got?.bytes ?? []).toString(), '低保标准')
  assert.deepEqual(given.suggestion, { made: null })
  // One applicant is not several: only the suggestion brings it before the office, and once.
  assert.deepEqual((await list('open')).counts, { open: 0, dealt: 0 })
  for (let n = 0; n < 2; n++) assert.equal(await suggest(platform, pass, 'widelyKnown'), true)
  const { suggestions, counts } = await list('open')
  const [one] = suggestions
  assert.deepEqual(
    [counts.open, one.suggested, one.applicants, one.granted, one.said.length],
    [1, 1, 1, 1, 1],
  )
  assert.equal(one.said[0].words, `${number}的申请人建议主动公开：需要公众广泛知晓`)
  const made = { on: '2026-03-20', ground: '需要公众广泛知晓' }
  assert.deepEqual((await seen()).suggestion, { made: { ...made, answer: null } })
  await publish()
  at('2026-03-20T06:00:00Z')
  assert.equal(
    (await answer({ key: one.key, seenSeq: one.seq, answer: 'published', indexNumber })).statusCode,
    204,
  )
  const told = (await seen()).suggestion?.made?.answer
  assert.deepEqual(
    [told?.on, told?.words, told?.item?.title],
    ['2026-03-20', '已纳入主动公开', '清溪县2025年农村低保标准'],
  )
})

test('the organ above sees how many suggestions wait and how many were dealt with, over all organs below', async (t) => {
  const { register, done, platform, organId, signedIn, answer, list, head } = await office(t)
  const county = await testOrgan(platform.db, 'XZF', null, { kind: 'government' })
  const parent = { organId, axis: 'region', parentId: county, fromOn: day('2020-01-01') } as const
  await moveOrgan(platform.db, { ...parent, today: platform.today() })
  const above = await signedIn(county, 'supervisor')
  const figures = async () => {
    const { totals, rows } = (
      await above.ask('GET', `/api/organs/${county}/request-supervision/below`)
    ).json()
    assert.equal(rows[0].suggestions, totals.suggestions)
    return [totals.suggestions, totals.suggestionsDealt]
  }
  // From two applicants on, as rules/settings.ts says where an organ has set nothing.
  assert.equal(defaultSettings.severalApplicants, 2)
  await register('2026-03-02')
  assert.deepEqual(await figures(), [0, 0])
  await register('2026-03-05', { idNumber: 'Q99000002' })
  const third = await register('2026-03-06', { idNumber: 'Q99000003', title: '财政决算、征地批复' })
  await register('2026-03-06', { idNumber: 'Q99000004', title: '财政决算、征地批复' })
  assert.deepEqual(await figures(), [2, 0])
  // A form that was split is no request of its own any more.
  await done(third.caseId, 'claim')
  await done(third.caseId, 'split', { titles: ['财政决算', '征地批复'] })
  assert.deepEqual(await figures(), [1, 0])
  const [one] = (await list('open')).suggestions
  await answer({ key: one.key, seenSeq: 0, answer: 'notPublished', reason: '已在办理公开' })
  assert.deepEqual(await figures(), [0, 1])
  await register('2026-03-09', { idNumber: 'Q99000005', title: '财政决算' })
  assert.deepEqual(await figures(), [1, 1])
  const settings = `/api/organs/${organId}/request-settings`
  const now = (await head.ask('GET', settings)).json().settings
  await head.ask('PUT', settings, { ...now, severalApplicants: 5 })
  assert.deepEqual(await figures(), [0, 1])
})
