import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone, holders, whoAsks } from '#platform/http/rights.ts'
import { visitorPlace } from '#platform/http/visitor-place.ts'
import { audit } from '#platform/identity/audit.ts'
import type { Platform } from '#platform/platform.ts'
import { portalOrgan } from '../store.ts'
import {
  MissesSchema,
  SearchAnswerSchema,
  SearchQuerySchema,
  SuggestionsSchema,
  SynonymChangeSchema,
  SynonymsSchema,
} from './contract.ts'
import { answersNow, forgetLexicon, search, suggest } from './desk.ts'
import { missesOf } from './misses.ts'
import { changeSynonyms, resetSynonyms, synonymGroups } from './synonyms.ts'

const OrganPlace = Type.Object({ organId: Type.String() })
const keepers = ['administrator', 'publisher', 'officeHead'] as const

/** The search as JSON, and what the office keeps of it: its list of synonyms, what was searched in vain. */
export function searchRoutes(app: App, platform: Platform): void {
  publicRoutes(app, platform)
  synonymRoutes(app, platform)
  missRoutes(app, platform)
}

function publicRoutes(app: App, platform: Platform): void {
  app.get(
    '/api/search',
    {
      config: anyone,
      schema: {
        summary: '检索主动公开的信息',
        description: '在标题、正文和附件中检索；各项筛选的数目随结果给出，数目很大时为约数。',
        tags: ['主动公开'],
        querystring: SearchQuerySchema,
        response: { 200: SearchAnswerSchema },
      },
    },
    (request) => search(platform, request.query, visitorPlace(request.ip)),
  )
  app.get(
    '/api/search/suggestions',
    {
      config: anyone,
      schema: {
        summary: '输入检索词时的提示',
        tags: ['主动公开'],
        querystring: Type.Object({ q: Type.String({ maxLength: 200 }) }),
        response: { 200: SuggestionsSchema },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'public, max-age=5')
      return suggest(platform, request.query.q)
    },
  )
}

// The list and the hints belong to the portal, and the portal to one government.
async function ofPortal({ db, today }: Platform, organId: string): Promise<void> {
  const organ = await portalOrgan(db, today())
  if (organ?.organId !== organId)
    throw trouble('notFound', { detail: '检索的设置属于门户所在的人民政府，请在该机关名下办理。' })
}

function synonymRoutes(app: App, platform: Platform): void {
  const { db } = platform
  const path = '/api/organs/:organId/search/synonyms'
  const config = holders('organId', keepers)
  const answer = { 200: SynonymsSchema }
  app.get(
    path,
    { config, schema: { summary: '同义词', tags: ['主动公开'], params: OrganPlace, response: answer } },
    async ({ params: { organId } }) => {
      await ofPortal(platform, organId)
      return { groups: await synonymGroups(db, organId) }
    },
  )
  app.put(
    path,
    {
      config,
      schema: {
        summary: '修改一组同义词',
        tags: ['主动公开'],
        params: OrganPlace,
        body: SynonymChangeSchema,
        response: answer,
      },
    },
    async (request) => {
      const { organId } = request.params
      await ofPortal(platform, organId)
      const by = whoAsks(request).personId
      await db.transaction().execute(async (tx) => {
        await changeSynonyms(tx, { organId, change: request.body, by, at: platform.now().toISOString() })
        await audit(tx, {
          organId,
          personId: by,
          action: 'settingChanged',
          subject: `同义词：${request.body.head}`,
        })
      })
      forgetLexicon(db)
      return { groups: await synonymGroups(db, organId) }
    },
  )
  resetRoute(app, platform)
}

function resetRoute(app: App, platform: Platform): void {
  const { db } = platform
  app.delete(
    '/api/organs/:organId/search/synonyms/:head',
    {
      config: holders('organId', keepers),
      schema: {
        summary: '恢复一组同义词',
        tags: ['主动公开'],
        params: Type.Object({ organId: Type.String(), head: Type.String({ maxLength: 20 }) }),
        response: { 200: SynonymsSchema },
      },
    },
    async (request) => {
      const { organId, head } = request.params
      await ofPortal(platform, organId)
      const by = whoAsks(request).personId
      await db.transaction().execute(async (tx) => {
        await resetSynonyms(tx, organId, head)
        await audit(tx, { organId, personId: by, action: 'settingChanged', subject: `同义词：${head}` })
      })
      forgetLexicon(db)
      return { groups: await synonymGroups(db, organId) }
    },
  )
}

function missRoutes(app: App, platform: Platform): void {
  const { db, today } = platform
  app.get(
    '/api/organs/:organId/search/misses',
    {
      config: holders('organId', [...keepers, 'informationOfficer', 'supervisor']),
      schema: {
        summary: '公众检索而没有找到的内容',
        description: '按月计数，不含任何个人信息；少于三人且少于三天的不列出。',
        tags: ['主动公开'],
        params: OrganPlace,
        querystring: Type.Object({ month: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })) }),
        response: { 200: MissesSchema },
      },
    },
    async ({ params: { organId }, query: { month } }) => {
      await ofPortal(platform, organId)
      const { months, misses } = await missesOf(db, organId, month)
      const shown = []
      for (const miss of misses.slice(0, 60))
        shown.push({ ...miss, nowFound: await answersNow(db, miss.words, today()) })
      return { months, misses: shown }
    },
  )
}
