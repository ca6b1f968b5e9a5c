import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { testPerson } from '#platform/http/testing.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { mailCarrier, mailTasks } from '#platform/mail/mail.ts'
import { day } from '#time/day.ts'
import { ground } from '../desk.cases.ts'
import { registerPage } from '../register/store.ts'
import { remindDesk } from './desk-mail.ts'

const document = { kind: 'normative', catalogue: '20-01', documentNumber: '清民规〔2026〕1号' } as const

test('第二十六条; 政策解读: what is due, late or never interpreted is mailed once to its drafter and the head, by index number and day', async (t) => {
  const { platform, organId, actor, database, draft, done, take, actorAs, at } = await ground(t)
  await testPerson(platform.db, { username: 'head9', organId, roles: ['officeHead'] })
  await testPerson(platform.db, { username: 'clerk9', organId, roles: ['reviewer'] })
  const secret = '尚未公开的低保核查方案'
  await draft({ title: secret, formedOn: '2026-03-02' })
  const itemId = await draft({ ...document, title: '清溪县低保工作规定' })
  await done(itemId, 'submit')
  await done(itemId, 'secrecyReview', { passed: true, opinion: '不涉密', checked: ['text'] })
  await done(itemId, 'legalReview', { passed: true, opinion: '合法' })
  for (const who of ['reviewer', 'leader', 'publisher'] as const)
    await take(itemId, 'review', { passed: true, opinion: '同意' }, actorAs([who]))
  await done(itemId, 'release')
  const remind = () => platform.db.transaction().execute((tx) => remindDesk(tx, platform, organId))
  // Released on Monday 2 March: interpreted by Thursday. The draft is due on 30 March.
  assert.deepEqual([await remind(), await remind()], [1, 0])
  at('2026-03-06T01:00:00Z')
  assert.deepEqual([await remind(), await remind()], [1, 0])
  at('2026-03-31T01:00:00Z')
  assert.equal(await remind(), 1)
  const keys = await platform.db.selectFrom('alert_sent').select('key').orderBy('key').execute()
  assert.deepEqual(
    keys.map(({ key }) => key),
    ['interpretation:overdue:2026-03-05', 'interpretation:soon:2026-03-05', 'release:overdue:2026-03-30'],
  )
  const carrier = mailCarrier(platform.config.dataFolder)
  const running = await runJobs(
    database.url,
    mailTasks(platform.seal, carrier, () => {}),
  )
  const folder = join(platform.config.dataFolder, 'mail')
  const letters = () => (existsSync(folder) ? readdirSync(folder) : [])
  const deadline = performance.now() + 20_000
  while (letters().length < 6 && performance.now() < deadline) await pause(50)
  await running.stop()
  const texts = letters().map((name) => readFileSync(join(folder, name), 'utf8'))
  assert.deepEqual([...new Set(texts.map((text) => /^To: (\w+)@/mu.exec(text)?.[1]))].sort(), [
    'head9',
    'lan',
  ])
  const bodies = texts.map((text) =>
    Buffer.from(text.split('\n\n').slice(1).join('\n\n'), 'base64').toString('utf8'),
  )
  assert.equal(bodies.filter((body) => /解读最迟应于2026年3月5日发布，至今没有拟稿。/u.test(body)).length, 2)
  assert.equal(bodies.filter((body) => /公开期限已于2026年3月30日届满/u.test(body)).length, 2)
  assert.equal(
    bodies.some((body) => body.includes(secret)),
    false,
  )

  const mine = async (personId: string) => {
    const ask = { organId, view: 'unexplained', mine: true, personId, today: day('2026-03-31') } as const
    const given = { limit: 10, cleanupYears: 2, interpretationWorkingDays: 3 }
    const calendar = await platform.calendarFor(organId)
    const page = await registerPage(platform.db, { ...ask, ...given, calendar })
    return page.rows.map((row) => [row.title, row.interpretationDueOn])
  }
  assert.deepEqual(await mine(actor.personId), [['清溪县低保工作规定', '2026-03-05']])
  assert.deepEqual(await mine('00000000-0000-4000-8000-000000000000'), [])
  await draft({
    title: '《清溪县低保工作规定》解读',
    kind: 'interpretation',
    catalogue: '20-01',
    interprets: itemId,
  })
  assert.deepEqual(await mine(actor.personId), [])
})
