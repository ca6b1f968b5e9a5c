import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { organByCode, organsById } from '#platform/organs/tree.ts'
import { type PublicPage, sendPublicPage } from '#platform/pages/frame.ts'
import { type Made, sendKept } from '#platform/pages/kept.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, inChinese } from '#time/day.ts'
import { decisionAddress, decisionFeedPath, decisionsPath } from '../../addresses.ts'
import { decisionFacts, decisionPage, openForOpinions } from '../../decisions/store.ts'
import type { DecisionRow } from '../../decisions/tables.ts'
import { atom } from '../../feeds/atom.ts'
import { dayKey } from '../../list-key.ts'
import { foldDecision } from '../../rules/decisions/decision.ts'
import { keyAsked, statusOf } from '../key-asked.ts'
import { DecisionPage, DecisionsPage, type ListedDecision } from './pages.tsx'

const onList = 30
const openAtOnce = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function listed({ db, today }: Platform, rows: readonly DecisionRow[]): Promise<ListedDecision[]> {
  const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today())
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  return rows.map((row) => ({
    decisionId: row.decision_id,
    organCode: byId.get(row.organ_id)?.code ?? '',
    organName: byId.get(row.organ_id)?.name ?? '',
    title: row.title,
    drafter: row.drafter,
    listedOn: row.listed_on as Day,
    opinionsUntil: row.opinions_until as Day | null,
    publishedOn: row.published_on as Day | null,
    endedOn: row.ended_on as Day | null,
  }))
}

/** 重大行政决策 for the public: the catalogue, each decision on its way, and a feed of what is open for opinions. */
export function decisionPages(app: App, platform: Platform): void {
  app.get(decisionsPath, (request, reply) =>
    sendPublicPage(platform, request, reply, async (): Promise<PublicPage> => {
      const after = keyAsked(request.query, dayKey)
      const today = platform.today()
      const { rows, next } = await decisionPage(platform.db, { after, limit: onList })
      const open = await listed(platform, await openForOpinions(platform.db, today, openAtOnce))
      const shown = { today, open, rows: await listed(platform, rows), next, after }
      const status = statusOf(after, rows)
      return { page: (frame) => <DecisionsPage frame={frame} {...shown} />, shown: 'all', status }
    }),
  )
  app.get<{ Params: { code: string; id: string } }>(`${decisionsPath}/:code/:id`, (request, reply) =>
    sendPublicPage(platform, request, reply, () => one(platform, request.params)),
  )
  app.get(decisionFeedPath, (request, reply) =>
    sendKept({ platform, request, reply }, 'data', () => solicitationFeed(platform)),
  )
}

async function one(platform: Platform, { code, id }: { code: string; id: string }): Promise<PublicPage> {
  const today = platform.today()
  const organ = await organByCode(platform.db, code, today)
  const facts = organ && uuid.test(id) ? await decisionFacts(platform.db, organ.organId, id) : []
  const decision = foldDecision(facts)
  if (!organ || !decision) throw trouble('notFound')
  const shown = { organ, decision, today }
  return { page: (frame) => <DecisionPage frame={frame} {...shown} />, shown: [organ.organId] }
}

async function solicitationFeed(platform: Platform): Promise<Made> {
  const site = platform.config.publicAddress
  const open = await openForOpinions(platform.db, platform.today(), openAtOnce)
  const rows = await listed(platform, open)
  const body = atom({
    title: '正在征求意见的重大行政决策',
    self: site + decisionFeedPath,
    list: site + decisionsPath,
    author: platform.config.siteName,
    entries: rows.map((row, i) => ({
      id: `urn:uuid:${row.decisionId}`,
      title: `${row.title}（${row.opinionsUntil ? `${inChinese(row.opinionsUntil)}截止` : ''}）`,
      address: site + decisionAddress(row),
      publishedAt: `${open[i]?.opinions_from ?? row.listedOn}T00:00:00+08:00`,
      updatedAt: open[i]?.updated_at ?? '',
      author: row.organName,
      category: '征求意见',
      summary: `承办单位：${row.drafter}`,
    })),
    next: null,
  })
  return { body, type: 'application/atom+xml; charset=utf-8', shown: 'all' }
}
