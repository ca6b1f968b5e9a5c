import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import { intranetRanges } from '#platform/http/outside-ranges.ts'
import { trouble } from '#platform/http/problem.ts'
import { asked } from '#platform/pages/asked.ts'
import { type Frame, frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import type { FieldError } from '../contract.ts'
import type { TrackView } from '../contract-track.ts'
import {
  type ApplicantStepName,
  applicantStep,
  publicLetter,
  publicLetterWords,
  setHook,
  setNotices,
  suggest,
  track,
} from '../public-desk.ts'
import { isSuggestionGround } from '../rules/suggestions.ts'
import { CasePage } from './case-page.tsx'
import { type CasePass, givePass, passOf, takePass } from './case-pass.ts'
import { LetterPage } from './letter-page.tsx'
import { ReceiptPage } from './receipt-page.tsx'
import { TrackPage } from './track-page.tsx'
import { WithdrawPage } from './withdraw-page.tsx'

/** 查进度: from number and query code to one's own request, its letters, and one's own steps in it. */
export function trackPages(app: App, platform: Platform, intranet = intranetRanges()): void {
  askPages(app, platform)
  ownPages(app, platform)
  partPages(app, platform)
  letterPages(app, platform)
  noticePages(app, platform)
  hookPage(app, platform, intranet)
  suggestPage(app, platform)
  for (const step of steps) stepPages(app, platform, step)
}

function askPages(app: App, platform: Platform): void {
  app.get('/requests/track', async (request, reply) => {
    const note = asked(request.query, 'note') === 'over' ? '查询已过时或者尚未开始，请输入编号和查询码。' : ''
    const frame = await frameOf(request, platform)
    const token = reply.generateCsrf()
    return sendPage(reply, <TrackPage frame={frame} token={token} note={note} filled={{ values: {} }} />, {
      personal: true,
    })
  })
  app.post('/requests/track', async (request, reply) => {
    const number = asked(request.body, 'number')
    const queryCode = asked(request.body, 'queryCode')
    const errors = await troubleWith(platform, number, queryCode)
    if (errors.length === 0) {
      givePass(reply, platform, { number, queryCode })
      return reply.redirect('/requests/track/case', 303)
    }
    const frame = await frameOf(request, platform)
    const filled = { values: { number }, errors }
    const how = { status: 422, personal: true }
    return sendPage(reply, <TrackPage frame={frame} token={reply.generateCsrf()} filled={filled} />, how)
  })
  app.get('/requests/track/leave', async (_request, reply) => {
    takePass(reply)
    return reply.header('cache-control', 'no-store').redirect('/requests', 303)
  })
}

// A wrong number and a wrong code are told in the same words.
async function troubleWith(platform: Platform, number: string, queryCode: string): Promise<FieldError[]> {
  const missing = [
    ...(number === '' ? [{ field: 'number', message: '请填写申请编号' }] : []),
    ...(queryCode === '' ? [{ field: 'queryCode', message: '请填写查询码' }] : []),
  ]
  if (missing.length > 0) return missing
  const found = await track(platform, number, queryCode)
  return found ? [] : [{ field: 'number', message: '编号或者查询码不对，请对照回执核对后重新填写' }]
}

interface Own {
  pass: CasePass
  view: TrackView
}

/** The request that the pass opens; without a good one the person is asked again. */
async function ownOf(request: FastifyRequest, platform: Platform): Promise<Own | undefined> {
  const pass = passOf(request, platform)
  const view = pass && (await track(platform, pass.number, pass.queryCode))
  return pass && view ? { pass, view } : undefined
}

const askAgain = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect('/requests/track?note=over', 303)

const hiddenFor = (reply: FastifyReply) => ({ _csrf: reply.generateCsrf(), askId: randomUUID() })

// The cases that the form was split into have its query code: the pass is changed for theirs.
function partPages(app: App, platform: Platform): void {
  app.get<{ Params: { part: string } }>('/requests/track/parts/:part', async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own) return askAgain(reply)
    const part = own.view.parts[Number(request.params.part) - 1]
    if (!part) throw trouble('notFound')
    givePass(reply, platform, { number: part.number, queryCode: own.pass.queryCode })
    return reply.header('cache-control', 'no-store').redirect('/requests/track/case', 303)
  })
}

function ownPages(app: App, platform: Platform): void {
  app.get('/requests/receipt', async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own?.pass.submittedAt) return askAgain(reply)
    const { pass, view } = own
    const page = (
      <ReceiptPage
        frame={await frameOf(request, platform)}
        view={view}
        queryCode={pass.queryCode}
        submittedAt={own.pass.submittedAt}
        today={platform.today()}
      />
    )
    return sendPage(reply, page, { personal: true })
  })
  app.get('/requests/track/case', async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own) return askAgain(reply)
    const frame = await frameOf(request, platform)
    const note = doneNotes[asked(request.query, 'done')]
    return sendCase(reply, platform, { frame, view: own.view, note, errors: [], values: {} })
  })
  app.get('/requests/track/withdraw', async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own) return askAgain(reply)
    const frame = await frameOf(request, platform)
    const page = (
      <WithdrawPage frame={frame} view={own.view} hidden={hiddenFor(reply)} filled={{ values: {} }} />
    )
    return sendPage(reply, page, { personal: true })
  })
}

interface Shown {
  frame: Frame
  view: TrackView
  values: Record<string, string>
  errors: readonly FieldError[]
  note?: string | undefined
  refusal?: string | undefined
}

function sendCase(reply: FastifyReply, platform: Platform, shown: Shown): FastifyReply {
  const { values, errors, ...rest } = shown
  const page = (
    <CasePage {...rest} hidden={hiddenFor(reply)} filled={{ values, errors }} today={platform.today()} />
  )
  return sendPage(reply, page, { personal: true, status: statusFor(shown) })
}

const statusFor = ({ errors, refusal }: Pick<Shown, 'errors' | 'refusal'>): number =>
  refusal ? 409 : errors.length > 0 ? 422 : 200

interface OwnStep {
  path: string
  step: ApplicantStepName
  fields: readonly string[]
  done: string
}

const steps: readonly OwnStep[] = [
  {
    path: 'correct',
    step: 'correct',
    fields: ['title', 'description'],
    done: '补正已经提交，答复期限自今天的次日起重新计算。',
  },
  { path: 'reasons', step: 'giveReasons', fields: ['reasons'], done: '理由已经提交，请等候处理。' },
  { path: 'withdraw', step: 'withdraw', fields: ['statement'], done: '申请已经撤回。' },
]

const doneNotes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(steps.map(({ path, done }) => [path, done])),
  on: '邮件提醒已经开启。',
  off: '邮件提醒已经停止，留下的邮箱已经删除。',
  hooked: '通知已经开启，请把验证密钥交给本单位信息系统的管理人员。',
  unhooked: '通知已经停止，留下的接收地址已经删除。',
  suggest: '建议已经提出，审核的结果将在本页告诉您。',
}

function noticePages(app: App, platform: Platform): void {
  app.post('/requests/track/notices', async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own) return askAgain(reply)
    const { number, queryCode } = own.pass
    const isOn = asked(request.body, 'notices') === 'on'
    const email = isOn ? asked(request.body, 'email') : ''
    const answer =
      isOn && email === ''
        ? { kind: 'invalid' as const, errors: [{ field: 'email', message: '请填写电子邮箱' }] }
        : await setNotices(platform, number, queryCode, email)
    if (answer.kind === 'refused') return askAgain(reply)
    if (answer.kind === 'done') return reply.redirect(`/requests/track/case?done=${isOn ? 'on' : 'off'}`, 303)
    const frame = { ...(await frameOf(request, platform)), path: '' }
    return sendCase(reply, platform, { frame, view: own.view, values: { email }, errors: answer.errors })
  })
}

function hookPage(app: App, platform: Platform, intranet: readonly string[]): void {
  app.post('/requests/track/hook', async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own) return askAgain(reply)
    const isOn = asked(request.body, 'hooked') === 'on'
    const hook = isOn ? asked(request.body, 'hook') : ''
    const answer =
      isOn && hook === ''
        ? { kind: 'invalid' as const, errors: [{ field: 'hook', message: '请填写接收地址' }] }
        : await setHook(platform, own.pass, hook, intranet)
    if (answer.kind === 'refused') return askAgain(reply)
    if (answer.kind === 'done')
      return reply.redirect(`/requests/track/case?done=${isOn ? 'hooked' : 'unhooked'}`, 303)
    const frame = { ...(await frameOf(request, platform)), path: '' }
    return sendCase(reply, platform, { frame, view: own.view, values: { hook }, errors: answer.errors })
  })
}

function suggestPage(app: App, platform: Platform): void {
  app.post('/requests/track/suggest', async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own) return askAgain(reply)
    const ground = asked(request.body, 'ground')
    if (!isSuggestionGround(ground)) {
      const frame = { ...(await frameOf(request, platform)), path: '' }
      const errors = [{ field: 'ground', message: '请选择建议的理由' }]
      return sendCase(reply, platform, { frame, view: own.view, values: {}, errors })
    }
    if (!(await suggest(platform, own.pass, ground))) return askAgain(reply)
    return reply.redirect('/requests/track/case?done=suggest', 303)
  })
}

function stepPages(app: App, platform: Platform, { path, step, fields }: OwnStep): void {
  app.post(`/requests/track/${path}`, async (request, reply) => {
    const own = await ownOf(request, platform)
    if (!own) return askAgain(reply)
    const values = Object.fromEntries(fields.map((field) => [field, asked(request.body, field)]))
    const askId = asked(request.body, 'askId')
    const { number, queryCode } = own.pass
    const answer = await applicantStep(platform, number, queryCode, step, values, askId)
    if (answer.kind === 'done') return reply.redirect(`/requests/track/case?done=${path}`, 303)
    const shown: Shown = {
      frame: { ...(await frameOf(request, platform)), path: '' },
      view: own.view,
      values,
      errors: answer.kind === 'invalid' ? answer.errors : [],
      refusal: answer.kind === 'refused' ? answer.sentence : undefined,
    }
    if (step !== 'withdraw') return sendCase(reply, platform, shown)
    const filled = { values, errors: shown.errors }
    const page = <WithdrawPage {...shown} hidden={hiddenFor(reply)} filled={filled} />
    return sendPage(reply, page, { personal: true, status: statusFor(shown) })
  })
}

function letterPages(app: App, platform: Platform): void {
  app.get<{ Params: { fileId: string } }>('/requests/track/letters/:fileId/read', async (request, reply) => {
    const pass = passOf(request, platform)
    if (!pass) return askAgain(reply)
    const { fileId } = request.params
    const letter = await publicLetterWords(platform, pass.number, pass.queryCode, fileId)
    if (!letter) throw trouble('notFound')
    const frame = await frameOf(request, platform)
    return sendPage(reply, <LetterPage frame={frame} letter={letter} fileId={fileId} />, { personal: true })
  })
  app.get<{ Params: { fileId: string } }>('/requests/track/letters/:fileId', async (request, reply) => {
    const pass = passOf(request, platform)
    if (!pass) return askAgain(reply)
    const letter = await publicLetter(platform, pass.number, pass.queryCode, request.params.fileId)
    if (!letter) throw trouble('notFound')
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(letter.name)}`)
      .type(letter.mediaType)
      .send(Buffer.from(letter.bytes))
  })
}
