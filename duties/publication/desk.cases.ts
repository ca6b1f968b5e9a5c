import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type Role, roleNames } from '#law/roles.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import type { ContentAsk } from './contract-desk.ts'
import { factsOf, givenFor, officerContext, takeItemStep } from './desk.ts'
import { draftItem } from './draft-item.ts'
import type { StepName } from './rules/steps.ts'

/** A text that lacks nothing: four typed entries. */
export const typed = {
  title: '关于调整农村低保标准的通知',
  body: '<p>自2026年4月1日起，农村低保标准调整为每人每月820元。</p><p>请各乡镇抓好落实。</p>',
  formedOn: '2026-03-02',
  catalogue: '20-11',
} as const

const every = roleNames.filter((role) => role !== 'administrator')

/** An organ with one person who holds every role of the desk, and short ways through it. */
export async function ground(
  t: { after(work: () => Promise<void> | void): void },
  now = '2026-03-02T01:00:00Z',
) {
  const { platform, database, at } = await testPlatform(t, now)
  const county = await testOrgan(platform.db, 'XZF', null, { kind: 'government' })
  const organId = await testOrgan(platform.db, 'MZ', county)
  const personId = await testPerson(platform.db, { username: 'lan', organId, roles: every })
  const actorAs = (roles: readonly Role[], organ = organId): Actor => ({
    personId,
    name: '人员lan',
    username: 'lan',
    holdings: roles.map((role) => ({ organId: organ, role })),
    twoFactor: false,
    mustChangePassword: false,
  })
  const actor = actorAs(every)
  const draft = async (content: Partial<ContentAsk> = {}, itemId: string = randomUUID()) => {
    const answer = await draftItem(platform, organId, actor, { itemId, content: { ...typed, ...content } })
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
    return itemId
  }
  const take = async (
    itemId: string,
    step: StepName,
    ask: Record<string, unknown> = {},
    who: Actor = actor,
  ) => {
    const given = await givenFor(platform, organId)
    const facts = await factsOf(platform.db, organId, itemId)
    const seenSeq = facts.at(-1)?.seq ?? 0
    const context = officerContext(platform, given, who, organId)
    const sent = { askId: randomUUID(), seenSeq, ask }
    return takeItemStep(platform, organId, itemId, step, sent, context, given.gate)
  }
  const done = async (itemId: string, step: StepName, ask: Record<string, unknown> = {}) => {
    const answer = await take(itemId, step, ask)
    assert.equal(answer.kind, 'done', `${step}: ${JSON.stringify(answer)}`)
    return answer.kind === 'done' ? answer : { seq: 0, warnings: [], dropped: [] }
  }
  const passAll = async (itemId: string, files: readonly string[] = []) => {
    await done(itemId, 'submit')
    await done(itemId, 'secrecyReview', {
      passed: true,
      opinion: '逐项审查，不涉密',
      checked: ['text', ...files],
    })
    for (const who of ['reviewer', 'leader', 'publisher'] as const) {
      const answer = await take(itemId, 'review', { passed: true, opinion: '同意' }, actorAs([who]))
      assert.equal(answer.kind, 'done', JSON.stringify(answer))
    }
  }
  const publish = async (content: Partial<ContentAsk> = {}) => {
    const itemId = await draft(content)
    await passAll(itemId)
    await done(itemId, 'release')
    return itemId
  }
  return { platform, database, at, county, organId, actor, actorAs, draft, take, done, passAll, publish }
}
