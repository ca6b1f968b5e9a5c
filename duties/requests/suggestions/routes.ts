import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { suggestionAnswerers, suggestionReaders } from '../case-roles.ts'
import { publishedLike } from '../published.ts'
import {
  LikeQuery,
  LikeSchema,
  SuggestionAnswerSchema,
  SuggestionsQuery,
  SuggestionsSchema,
} from './contract.ts'
import { answerSuggestion } from './record.ts'
import { suggestionsOf } from './store.ts'

const tags = ['依申请公开']
const path = '/api/organs/:organId/publication-suggestions'

function readRoutes(app: App, platform: Platform): void {
  app.get(
    path,
    {
      config: holders('organId', suggestionReaders),
      schema: {
        summary: '建议主动公开的信息：多个申请人申请过的，或者申请人建议的',
        tags,
        params: OrganParams,
        querystring: SuggestionsQuery,
        response: { 200: SuggestionsSchema },
      },
    },
    ({ params: { organId }, query: { state = 'open' } }) => suggestionsOf(platform, organId, state),
  )
  app.get(
    `${path}/published`,
    {
      config: holders('organId', suggestionAnswerers),
      schema: {
        summary: '本机关已经公开的相近信息',
        tags,
        params: OrganParams,
        querystring: LikeQuery,
        response: { 200: LikeSchema },
      },
    },
    async ({ params: { organId }, query: { title } }) => {
      const found = await publishedLike(platform.db, title, platform.today())
      return { items: found.filter((item) => item.organId === organId) }
    },
  )
}

/** What several applicants asked for, or one suggested to publish, and what the office made of it. */
export function suggestionRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  app.post(
    `${path}/answers`,
    {
      config: holders('organId', suggestionAnswerers),
      schema: {
        summary: '记录建议主动公开的处理结果',
        tags,
        params: OrganParams,
        body: SuggestionAnswerSchema,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const answer = await answerSuggestion(platform, { organId, personId }, request.body)
      if (answer.kind === 'invalid') throw invalid(answer.errors)
      if (answer.kind === 'notFound') throw trouble('notFound')
      if (answer.kind === 'movedOn') throw trouble('conflict')
      return reply.code(204).send(null)
    },
  )
}
