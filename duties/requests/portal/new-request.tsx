import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { App } from '#platform/http/app.ts'
import { atMost } from '#platform/http/limits.ts'
import { intranetRanges } from '#platform/http/outside-ranges.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organByCode, organById, successorOf } from '#platform/organs/tree.ts'
import { asked } from '#platform/pages/asked.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import type { FieldError } from '../contract.ts'
import type { SentProof } from '../proofs.ts'
import { fileRequest } from '../public-desk.ts'
import { publishedLike, recordOffer } from '../published.ts'
import { settingsOf } from '../settings-store.ts'
import { givePass } from './case-pass.ts'
import { CheckPage } from './check-page.tsx'
import { type Draft, newDraft, openDraft, sealDraft } from './draft.ts'
import { formSent } from './form-sent.ts'
import { FoundPage, FoundSoFar } from './found-page.tsx'
import { missingProof } from './proof-fields.tsx'
import { registerPublishedScript } from './published-script.ts'
import { idKindsFor, QuestionPage } from './question-page.tsx'
import {
  errorsIn,
  fieldsOf,
  firstOpen,
  intakeAskOf,
  isQuestion,
  type Question,
  questionBefore,
  questionOf,
} from './questions.ts'
import { wishesOf } from './wishes.ts'

type At = { Params: { organCode: string } }
/** What the form shows next: a question, or all the answers to be checked. */
type Next = { page: Question | 'check'; errors: readonly FieldError[] }

// A person sends about seven forms for one request.
const formsOfOne = 7

/** The form, from its first question to its receipt. Every page but the first is the answer to a form. */
export function newRequestPages(app: App, platform: Platform, intranet = intranetRanges()): void {
  const config = atMost(app.httpSettings.formsPerMinute * formsOfOne)
  app.get<At>('/requests/new/:organCode', async (request, reply) => {
    const organ = await organToAsk(platform, request.params.organCode)
    // Words that somebody searched for in vain come along as the title.
    const title = asked(request.query, 'title').slice(0, 60)
    const draft = { ...newDraft(organ.code), answers: title === '' ? {} : { title } }
    return show({ request, reply, platform, organ, draft, intranet }, { page: 'applicant', errors: [] })
  })
  app.post<At>('/requests/new/:organCode', { config }, async (request, reply) => {
    const organ = await organToAsk(platform, request.params.organCode)
    const { fields, proofs } = await formSent(request)
    const draft = openDraft(platform.seal, asked(fields, 'draft'), organ.code)
    if (!draft) return reply.redirect(`/requests/new/${organ.code}`, 303)
    const visit = { request, reply, platform, organ, intranet, draft: withAnswers(draft, fields) }
    const question = asked(fields, 'question')
    const go = asked(fields, 'go')
    if (go === 'file') return file(visit, proofs)
    if (question === 'found') return afterFound(visit, go)
    const next = nextOf(visit, question, go)
    const isTitled = question === 'content' && go === 'next' && next.errors.length === 0
    return (isTitled && (await offer(visit))) || show(visit, next)
  })
  app.post<At>('/requests/new/:organCode/published', { config }, async (request, reply) => {
    await organToAsk(platform, request.params.organCode)
    const found = await publishedLike(
      platform.db,
      asked(request.body, 'title').slice(0, 200),
      platform.today(),
    )
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(found.length > 0 ? renderToString(<FoundSoFar found={found} />) : '')
  })
  registerPublishedScript(app)
}

interface Visit {
  request: FastifyRequest
  reply: FastifyReply
  platform: Platform
  organ: Organ
  draft: Draft
  intranet: readonly string[]
}

/** The organ that answers today for the one in the address; villages and enterprises are not asked here. */
async function organToAsk({ db, today }: Platform, code: string): Promise<Organ> {
  const organ = await organByCode(db, code, today())
  if (!organ || organ.kind === 'village' || organ.kind === 'enterprise') throw trouble('notFound')
  if (organ.endedOn === null) return organ
  const successor = await organById(db, await successorOf(db, organ.organId, today()), today())
  if (!successor || successor.endedOn !== null) throw trouble('notFound')
  return successor
}

// What was typed stays, right or wrong; a proof of identity that the new category does not have is dropped.
function withAnswers(draft: Draft, body: unknown): Draft {
  const question = asked(body, 'question')
  if (!isQuestion(question)) return draft
  const typed = Object.fromEntries(fieldsOf(question).map((field) => [field, asked(body, field)]))
  const answers = { ...draft.answers, ...typed }
  const fits = idKindsFor(answers.category).some(({ value }) => value === answers.idKind)
  return { ...draft, answers: fits ? answers : { ...answers, idKind: '' } }
}

/** Where the form goes from a question: back, to a change, on, or nowhere while something is wrong. */
function nextOf({ draft: { answers, reviewing }, intranet }: Visit, from: string, go: string): Next {
  const change = go.startsWith('change:') ? go.slice('change:'.length) : ''
  if (isQuestion(change)) return { page: change, errors: [] }
  if (!isQuestion(from)) return { page: firstOpen(answers, intranet) ?? 'check', errors: [] }
  if (go === 'back') return { page: questionBefore(from) ?? from, errors: [] }
  const errors = errorsIn(from, answers, intranet)
  if (errors.length > 0) return { page: from, errors }
  return { page: after(from, reviewing, firstOpen(answers, intranet)), errors: [] }
}

const after = (from: Question, reviewing: boolean, open: Question | undefined): Next['page'] => {
  if (reviewing) return open ?? 'check'
  const following: Record<Question, Next['page']> = {
    applicant: 'identity',
    identity: 'content',
    content: 'receive',
    receive: 'contact',
    contact: open ?? 'check',
  }
  return following[from]
}

/** What is already published under such a title, once for each title; undefined where there is nothing. */
async function offer(visit: Visit): Promise<FastifyReply | undefined> {
  const { platform, draft } = visit
  const { title = '' } = draft.answers
  if (draft.offered === title) return undefined
  const found = await publishedLike(platform.db, title, platform.today())
  if (found.length === 0) return undefined
  const kept = { ...visit, draft: { ...draft, offered: title } }
  await recordOffer(platform.db, { ...offerOf(visit), items: found.length })
  const page = <FoundPage {...(await stateOf(kept, []))} found={found} />
  return sendPage(visit.reply, page, { personal: true })
}

const offerOf = ({ platform, organ, draft }: Visit) => ({
  organId: organ.organId,
  offerId: draft.askId,
  on: platform.today(),
})

/** What the person says to what was offered: it is that one, or the form goes on. */
async function afterFound(visit: Visit, go: string): Promise<FastifyReply> {
  const { platform, draft, intranet, reply } = visit
  if (go === 'back') return show(visit, { page: 'content', errors: [] })
  const found = await publishedLike(platform.db, draft.answers.title ?? '', platform.today())
  const entry = found.find(({ itemId }) => go === `answered:${itemId}`)
  if (found.length > 0) {
    const said = entry ? { answered: true, itemId: entry.itemId } : { answered: false }
    await recordOffer(platform.db, { ...offerOf(visit), items: found.length, ...said })
  }
  if (entry) return reply.redirect(entry.address, 303)
  const open = firstOpen(draft.answers, intranet)
  return show(visit, { page: after('content', draft.reviewing, open), errors: [] })
}

async function stateOf({ request, reply, platform, organ, draft }: Visit, errors: readonly FieldError[]) {
  return {
    frame: { ...(await frameOf(request, platform)), ...(request.method === 'POST' && { path: '' }) },
    organ,
    hidden: { _csrf: reply.generateCsrf(), draft: sealDraft(platform.seal, draft) },
    answers: draft.answers,
    errors,
  }
}

async function show(visit: Visit, { page, errors }: Next): Promise<FastifyReply> {
  const { reply, platform, organ } = visit
  const draft = page === 'check' ? { ...visit.draft, reviewing: true } : visit.draft
  const state = await stateOf({ ...visit, draft }, errors)
  const how = { personal: true, status: errors.length > 0 ? 422 : 200 }
  if (page !== 'check') return sendPage(reply, <QuestionPage {...state} question={page} />, how)
  const { clock } = await settingsOf(platform.db, organ.organId)
  return sendPage(reply, <CheckPage {...state} confirmsAtOnce={clock.onlineConfirmsAtOnce} />, how)
}

async function file(visit: Visit, proofs: readonly SentProof[]): Promise<FastifyReply> {
  const { reply, platform, organ, draft, intranet } = visit
  const { askId, answers } = draft
  const missing = missingProof(answers, proofs)
  if (missing) return show(visit, { page: 'check', errors: [missing] })
  const open = firstOpen(answers, intranet)
  if (open) return show(visit, { page: open, errors: errorsIn(open, answers, intranet) })
  const sent = { askId, channel: 'online', proofs, wishes: wishesOf(answers) } as const
  const filed = await fileRequest(platform, organ.organId, intakeAskOf(answers), sent)
  if (filed.kind === 'invalid') {
    const page = questionOf(filed.errors[0]?.field ?? '') ?? 'check'
    const errors = filed.errors.filter(({ field }) => page === 'check' || questionOf(field) === page)
    return show(visit, { page, errors })
  }
  const { number, queryCode, submittedAt } = filed.receipt
  givePass(reply, platform, { number, queryCode, submittedAt })
  return reply.redirect('/requests/receipt', 303)
}
