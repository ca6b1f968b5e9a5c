// A desk for tests: an organ with one officer of several roles, and steps taken as the API takes them.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Role } from '#law/roles.ts'
import { sessionOf, testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { givenFor, officerContext } from './case-ground.ts'
import { caseView } from './case-view.ts'
import type { IntakeAsk } from './contract.ts'
import { takeStep } from './desk.ts'
import { registerCase } from './open-case.ts'
import { fileRequest } from './public-desk.ts'
import { queue } from './queue.ts'
import { requestRoutes } from './routes.ts'
import type { StepName } from './rules/steps.ts'

export const person: IntakeAsk = {
  category: 'naturalPerson',
  name: '陈禾',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13800000000',
  email: '',
  address: '',
  title: '2025年农村低保标准',
  description: '清溪县2025年执行的农村最低生活保障标准文件',
  formWanted: 'electronic',
  wayWanted: 'online',
}

export async function ground(t: Parameters<typeof testPlatform>[0], instant = '2026-03-02T01:00:00Z') {
  const made = await testPlatform(t, instant)
  const { platform } = made
  const organId = await testOrgan(platform.db, 'MZ')
  const roles: Role[] = ['handler', 'secrecyReviewer', 'officeHead', 'leader']
  const personId = await testPerson(platform.db, { username: 'handler1', organId, roles })
  const actor: Actor = {
    personId,
    name: '人员handler1',
    username: 'handler1',
    holdings: roles.map((role) => ({ organId, role })),
    twoFactor: false,
    mustChangePassword: false,
  }
  const step = async (
    caseId: string,
    name: StepName,
    ask: Record<string, unknown> = {},
    askId: string = randomUUID(),
  ) => {
    const view = await caseView(platform, organId, caseId, actor)
    const context = officerContext(actor, organId, await givenFor(platform, organId))
    return takeStep(platform, organId, caseId, name, { askId, seenSeq: view?.seq ?? 0, ask }, context)
  }
  const done = async (...given: Parameters<typeof step>) => {
    const answer = await step(...given)
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
    return answer.kind === 'done' ? answer : assert.fail()
  }
  const file = async (askId: string = randomUUID()) => {
    const filed = await fileRequest(platform, organId, person, { askId, channel: 'online' })
    return filed.kind === 'filed' ? filed.receipt : assert.fail(JSON.stringify(filed))
  }
  const caseIdOf = async (number: string) => {
    const { rows } = await queue(platform, organId, actor, { view: 'all' })
    return rows.find((row) => row.number === number)?.caseId ?? assert.fail(number)
  }
  /** Registers what came in over the counter that day; entries of the form as given, the rest as `person`. */
  const register = async (on: string, intake: Partial<IntakeAsk> = {}) => {
    const answer = await registerCase(platform, organId, actor, {
      askId: randomUUID(),
      channel: 'counter',
      arrivedOn: on,
      intake: { ...person, ...intake },
    })
    return answer.kind === 'done' ? answer : assert.fail(JSON.stringify(answer))
  }
  /** The API of the duty, and what it answers to somebody who holds these roles at an organ. */
  const api = async () => {
    const app = await testApp(platform)
    requestRoutes(app, platform)
    t.after(() => app.close())
    const as = async (...held: Role[]) => signedIn(organId, ...held)
    const signedIn = async (at: string, ...held: Role[]) => {
      const username = `${held.join('.')}.${randomUUID().slice(0, 8)}`.toLowerCase()
      const who = await testPerson(platform.db, { username, organId: at, roles: held })
      const headers = await sessionOf(platform, who)
      return {
        personId: who,
        ask: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
          app.inject({ method, url, headers, ...(payload ? { payload } : {}) }),
        headers,
      }
    }
    return { app, as, signedIn }
  }
  return { ...made, organId, actor, step, done, file, caseIdOf, register, api }
}
