import { Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import type { App } from '#platform/http/app.ts'
import { invalid, refused as refusedOnWire, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OpeningSchema, StepAskSchema } from '#platform/ledger/contract.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { decisionBars } from '../rules/decisions/decide.ts'
import {
  citeDecisionRefusal,
  sayDecisionRefusal,
  statusOfDecisionRefusal,
} from '../rules/decisions/refusals.ts'
import { isDecisionStep } from '../rules/decisions/steps.ts'
import { DecisionDoneSchema, DecisionsSchema, DecisionViewSchema } from './contract.ts'
import {
  type DecisionDeskAnswer,
  decisionIdOf,
  decisionOffer,
  decisionView,
  entryOf,
  takeDecisionStep,
} from './desk.ts'
import { decisionPage } from './store.ts'

const workers: readonly Role[] = [
  'informationOfficer',
  'handler',
  'officeHead',
  'leader',
  'legalReviewer',
  'publisher',
]
const readers: readonly Role[] = [...workers, 'reviewer', 'supervisor', 'auditor']
const root = '/api/organs/:organId/decisions'
const tags = ['重大行政决策']
const DecisionParams = Type.Object({ ...OrganParams.properties, decisionId: Type.String({ format: 'uuid' }) })
const StepParams = Type.Object({ ...DecisionParams.properties, step: Type.String({ maxLength: 40 }) })
const PageQuery = Type.Object({ after: Type.Optional(Type.String({ maxLength: 60 })) })
const perPage = 50

function doneOr(answer: DecisionDeskAnswer) {
  if (answer.kind === 'done') return { decisionId: answer.decisionId, seq: answer.seq }
  if (answer.kind === 'invalid') throw invalid(answer.errors)
  const status = statusOfDecisionRefusal(answer)
  if (status === 404) throw trouble('notFound')
  const cites = citeDecisionRefusal(answer)
  const wording = { status, title: '不能办理', detail: sayDecisionRefusal(answer) }
  throw refusedOnWire(
    answer.code === 'movedOn' ? 'changedMeanwhile' : answer.code,
    wording,
    cites ? [cites] : [],
  )
}

const clerkOf = (request: Parameters<typeof whoAsks>[0], organId: string) => {
  const actor = whoAsks(request)
  return { personId: actor.personId, roles: rolesAt(actor, organId) }
}

/** The JSON API of 重大行政决策. */
export function decisionRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  stepRoutes(app, platform)
}

function readRoutes(app: App, platform: Platform): void {
  const read = { config: holders('organId', readers) }
  app.get(
    root,
    {
      ...read,
      schema: {
        summary: '重大行政决策事项',
        tags,
        params: OrganParams,
        querystring: PageQuery,
        response: { 200: DecisionsSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { roles } = clerkOf(request, organId)
      const { rows, next } = await decisionPage(platform.db, {
        organId,
        after: request.query.after,
        limit: perPage,
      })
      const mayList = !decisionBars('list', undefined, { roles, today: platform.today() })
      return { rows: rows.map(entryOf), next, mayList }
    },
  )
  app.get(
    `${root}/opening`,
    {
      ...read,
      schema: {
        summary: '列入目录须填写的内容',
        tags,
        params: OrganParams,
        response: { 200: OpeningSchema },
      },
    },
    (request) => {
      const { roles } = clerkOf(request, request.params.organId)
      return { offer: decisionOffer('list', undefined, { roles, today: platform.today() }) }
    },
  )
  app.get(
    `${root}/:decisionId`,
    {
      ...read,
      schema: {
        summary: '一项重大行政决策',
        tags,
        params: DecisionParams,
        response: { 200: DecisionViewSchema },
      },
    },
    async (request) => {
      const { organId, decisionId } = request.params
      const view = await decisionView(platform, organId, decisionId, clerkOf(request, organId).roles)
      if (!view) throw trouble('notFound')
      return view
    },
  )
}

function stepRoutes(app: App, platform: Platform): void {
  const work = { config: holders('organId', workers) }
  app.post(
    root,
    {
      ...work,
      schema: {
        summary: '列入重大行政决策事项目录',
        tags,
        params: OrganParams,
        body: StepAskSchema,
        response: { 200: DecisionDoneSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const decisionId = decisionIdOf(organId, request.body.askId)
      const clerk = clerkOf(request, organId)
      return doneOr(
        await takeDecisionStep(platform, { organId, decisionId, step: 'list', sent: request.body, clerk }),
      )
    },
  )
  app.post(
    `${root}/:decisionId/steps/:step`,
    {
      ...work,
      schema: {
        summary: '办理一步',
        tags,
        params: StepParams,
        body: StepAskSchema,
        response: { 200: DecisionDoneSchema },
      },
    },
    async (request) => {
      const { organId, decisionId, step } = request.params
      if (!isDecisionStep(step) || step === 'list') throw trouble('notFound')
      const clerk = clerkOf(request, organId)
      return doneOr(
        await takeDecisionStep(platform, { organId, decisionId, step, sent: request.body, clerk }),
      )
    },
  )
}
