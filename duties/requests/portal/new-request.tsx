import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import { atMost } from '#platform/http/limits.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organByCode, organById, successorOf } from '#platform/organs/tree.ts'
import { asked } from '#platform/pages/asked.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import type { FieldError } from '../contract.ts'
import { fileRequest } from '../public-desk.ts'
import { settingsOf } from '../settings-store.ts'
import { givePass } from './case-pass.ts'
import { CheckPage } from './check-page.tsx'
import { type Draft, newDraft, openDraft, sealDraft } from './draft.ts'
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

type At = { Params: { organCode: string } }
/** What the form shows next: a question, or all the answers to be checked. */
type Next = { page: Question | 'check'; errors: readonly FieldError[] }

// A person sends about seven forms for one request.
const formsOfOne = 7

/** The form, from its first question to its receipt. Every page but the first is the answer to a form. */
export function newRequestPages(app: App, platform: Platform): void {
  const config = atMost(app.httpSettings.formsPerMinute * formsOfOne)
  app.get<At>('/requests/new/:organCode', async (request, reply) => {
    const organ = await organToAsk(platform, request.params.organCode)
    const draft = newDraft(organ.code)
    return show({ request, reply, platform, organ, draft }, { page: 'applicant', errors: [] })
  })
  app.post<At>('/requests/new/:organCode', { config }, async (request, reply) => {
    const organ = await organToAsk(platform, request.params.organCode)
    const draft = openDraft(platform.seal, asked(request.body, 'draft'), organ.code)
    if (!draft) return reply.redirect(`/requests/new/${organ.code}`, 303)
    const visit = { request, reply, platform, organ, draft: withAnswers(draft, request.body) }
    const go = asked(request.body, 'go')
    if (go === 'file') return file(visit)
    return show(visit, nextOf(visit.draft, asked(request.body, 'question'), go))
  })
}

interface Visit {
  request: FastifyRequest
  reply: FastifyReply
  platform: Platform
  organ: Organ
  draft: Draft
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
function nextOf({ answers, reviewing }: Draft, from: string, go: string): Next {
  const change = go.startsWith('change:') ? go.slice('change:'.length) : ''
  if (isQuestion(change)) return { page: change, errors: [] }
  if (!isQuestion(from)) return { page: firstOpen(answers) ?? 'check', errors: [] }
  if (go === 'back') return { page: questionBefore(from) ?? from, errors: [] }
  const errors = errorsIn(from, answers)
  if (errors.length > 0) return { page: from, errors }
  return { page: after(from, answers, reviewing), errors: [] }
}

const after = (from: Question, answers: Draft['answers'], reviewing: boolean): Next['page'] => {
  if (reviewing) return firstOpen(answers) ?? 'check'
  const following: Record<Question, Next['page']> = {
    applicant: 'identity',
    identity: 'content',
    content: 'receive',
    receive: 'contact',
    contact: firstOpen(answers) ?? 'check',
  }
  return following[from]
}

async function show(visit: Visit, { page, errors }: Next): Promise<FastifyReply> {
  const { request, reply, platform, organ } = visit
  const draft = page === 'check' ? { ...visit.draft, reviewing: true } : visit.draft
  const state = {
    frame: { ...(await frameOf(request, platform)), ...(request.method === 'POST' && { path: '' }) },
    organ,
    hidden: { _csrf: reply.generateCsrf(), draft: sealDraft(platform.seal, draft) },
    answers: draft.answers,
    errors,
  }
  const how = { personal: true, status: errors.length > 0 ? 422 : 200 }
  if (page !== 'check') return sendPage(reply, <QuestionPage {...state} question={page} />, how)
  const { clock } = await settingsOf(platform.db, organ.organId)
  return sendPage(reply, <CheckPage {...state} confirmsAtOnce={clock.onlineConfirmsAtOnce} />, how)
}

async function file(visit: Visit): Promise<FastifyReply> {
  const { reply, platform, organ, draft } = visit
  const { askId, answers } = draft
  const filed = await fileRequest(platform, organ.organId, intakeAskOf(answers), { askId, channel: 'online' })
  if (filed.kind === 'invalid') {
    const page = questionOf(filed.errors[0]?.field ?? '') ?? 'check'
    const errors = filed.errors.filter(({ field }) => page === 'check' || questionOf(field) === page)
    return show(visit, { page, errors })
  }
  const { number, queryCode, submittedAt } = filed.receipt
  givePass(reply, platform, { number, queryCode, submittedAt })
  return reply.redirect('/requests/receipt', 303)
}
