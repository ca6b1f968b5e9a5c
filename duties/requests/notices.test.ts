import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { factsOf, givenFor } from './case-ground.ts'
import { takeStep } from './desk.ts'
import { requestPages } from './portal/routes.tsx'
import { fileRequest } from './public-desk.ts'
import type { StepName } from './rules/steps.ts'

const intake = {
  category: 'naturalPerson',
  name: '沈知远',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13900000000',
  email: 'shen@example.cn',
  address: '',
  title: '补助名单',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

async function ground(t: TestContext) {
  const { platform, database } = await testPlatform(t, '2026-04-01T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  requestPages(app, platform)
  t.after(() => app.close())
  const organId = await testOrgan(platform.db, 'mzj', null, { name: '清溪县民政局', shortName: '民政局' })
  const filed = await fileRequest(platform, organId, intake, { askId: randomUUID(), channel: 'online' })
  const { number, queryCode } = filed.kind === 'filed' ? filed.receipt : assert.fail()
  const { case_id: caseId } = await platform.db
    .selectFrom('request_row')
    .selectAll()
    .executeTakeFirstOrThrow()
  const officer = async (name: StepName, ask: Record<string, unknown>) => {
    const seenSeq = (await factsOf(platform, organId, caseId)).at(-1)?.seq ?? 0
    const by = '0199aaaa-0000-7000-8000-000000000001'
    const context = {
      ...(await givenFor(platform, organId)),
      by,
      roles: ['handler' as const],
      newId: randomUUID,
    }
    const sent = { askId: randomUUID(), seenSeq, ask }
    const answer = await takeStep(platform, organId, caseId, name, sent, context)
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
  }
  const mails = async (): Promise<Mail[]> => {
    const { rows } = await sql<{ payload: { sealed: string } }>`
      select payload from graphile_worker._private_jobs order by id`.execute(database.owner.db)
    return rows.map(
      ({ payload }) =>
        platform.seal.unsealJson(Buffer.from(payload.sealed, 'base64'), 'mail.send') as unknown as Mail,
    )
  }
  const person = visitor(app)
  await person.open('/requests/track')
  await person.send('/requests/track', { number, queryCode })
  await person.open('/requests/track/case')
  return { person, officer, mails, number }
}

test('who did not ask gets no mail, though an address was given', async (t) => {
  const { officer, mails } = await ground(t)
  await officer('askCorrection', { items: ['年份'], workingDays: 10 })
  assert.deepEqual(await mails(), [])
})

test('who asked is told that there is news and of which number, and nothing of what it is', async (t) => {
  const { person, officer, mails, number } = await ground(t)
  const on = await person.send('/requests/track/notices', { email: 'shen@example.cn', notices: 'on' })
  assert.equal(on.location, '/requests/track/case?done=on')
  await officer('askCorrection', { items: ['请写明年份'], workingDays: 10 })
  await officer('note', { text: '电话已告知' })
  const sent = await mails()
  assert.deepEqual(
    sent.map(({ to }) => to),
    ['shen@example.cn'],
  )
  const [mail] = sent
  assert.ok(mail?.subject.includes(number) && mail.text.includes(number))
  assert.doesNotMatch(`${mail?.subject}${mail?.text}`, /补正|年份|补助名单|沈知远|民政局公开/)
})

test('stopping deletes the address; one’s own steps are no news', async (t) => {
  const { person, officer, mails } = await ground(t)
  await person.send('/requests/track/notices', { email: 'shen@example.cn', notices: 'on' })
  await person.open('/requests/track/case')
  const off = await person.send('/requests/track/notices', { notices: 'off' })
  assert.match((await person.open(off.location)).html, /留下的邮箱已经删除/)
  await officer('askCorrection', { items: ['年份'], workingDays: 10 })
  assert.deepEqual(await mails(), [])
  await person.open('/requests/track/case')
  await person.send('/requests/track/notices', { email: 'shen@example.cn', notices: 'on' })
  await person.open('/requests/track/case')
  await person.send('/requests/track/correct', { title: '', description: '2025年名单' })
  assert.deepEqual(await mails(), [])
})

test('an address that is none is told beside its field', async (t) => {
  const { person } = await ground(t)
  const wrong = await person.send('/requests/track/notices', { email: 'shen', notices: 'on' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /id="email-error">电子邮箱应当写作/)
  assert.match(wrong.html, /value="shen"/)
})

test('a letter can be read as a page, in large print, with the words that were issued', async (t) => {
  const { person, officer } = await ground(t)
  await officer('askCorrection', { items: ['请写明年份'], workingDays: 10 })
  const { html } = await person.open('/requests/track/case')
  // The receipt of the request comes first.
  const links = [...html.matchAll(/href="(\/requests\/track\/letters\/[^"]+\/read)"/g)]
  assert.equal(links.length, 2)
  const address = links[1]?.[1] ?? ''
  const page = await person.open(address)
  assert.match(page.html, /沈知远：<\/p>/)
  assert.match(page.html, /请写明年份。/)
  assert.match(page.html, /民政局公开〔2026〕1号/)
  await person.open(`/display?size=large&back=${encodeURIComponent(address)}`)
  assert.equal((await person.open(address)).status, 200)
})
