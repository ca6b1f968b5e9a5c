import type { FastifyRequest } from 'fastify'
import { portalOrgan } from '#duties/publication/store.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { asked } from '#platform/pages/asked.ts'
import { type Frame, frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { type ClockGiven, dueView, stripView } from '../clock-view.ts'
import type { FieldError } from '../contract.ts'
import { answerCase } from '../rules/case-answer.ts'
import { dayProblem, ledgerOf } from '../rules/case-facts.ts'
import { parseCases } from '../rules/case-file.ts'
import { defaultSettings } from '../rules/settings.ts'
import { type Asked, type CalculatorField, calculatorFields, caseAsked } from './calculator-case.ts'
import { type CalculatorFound, CalculatorPage } from './calculator-page.tsx'

const mostShown = 50

/** The calculator: by its form, with the days in the address; by a case file, which is not kept. */
export function calculatorPages(app: App, platform: Platform): void {
  app.get('/calculator', async (request, reply) => {
    const values = valuesOf(request.query)
    const given = await givenHere(platform)
    const { found, errors } = answerForm(values, given)
    const page = pageOf(await frameOf(request, platform), {
      values,
      errors,
      found,
      given,
      token: reply.generateCsrf(),
    })
    return sendPage(reply, page, { status: errors.length > 0 ? 422 : 200 })
  })
  app.post('/calculator', async (request, reply) => {
    const text = await textSent(request)
    const given = await givenHere(platform)
    const { found, errors } = answerFile(text, given)
    const frame = { ...(await frameOf(request, platform)), path: '/calculator' }
    const values = { json: text.length <= 100_000 ? text : '' }
    const page = pageOf(frame, { values, errors, found, given, token: reply.generateCsrf() })
    return sendPage(reply, page, { status: errors.length > 0 || found.problems ? 422 : 200, personal: true })
  })
}

interface Worked {
  found: CalculatorFound
  errors: readonly FieldError[]
}

/** The calendar of the portal's organ, and the settings that the program states as its defaults. */
async function givenHere(platform: Platform): Promise<ClockGiven> {
  const today = platform.today()
  const organ = await portalOrgan(platform.db, today)
  if (!organ) throw trouble('notFound')
  return { calendar: await platform.calendarFor(organ.organId), settings: defaultSettings, today }
}

function pageOf(
  frame: Frame,
  shown: Worked & { values: Record<string, string>; given: ClockGiven; token: string },
) {
  const { values, errors, found, given, token } = shown
  return (
    <CalculatorPage
      frame={frame}
      filled={{ values, errors }}
      found={found}
      today={given.today}
      fileAddress={`/calculator?_csrf=${encodeURIComponent(token)}`}
    />
  )
}

const names = Object.keys(calculatorFields) as CalculatorField[]

const valuesOf = (query: unknown): Record<string, string> =>
  Object.fromEntries([...names, 'formed'].map((name) => [name, asked(query, name)]))

function answerForm(values: Record<string, string>, given: ClockGiven): Worked {
  if (values.formed) return answerPublication(values.formed, given)
  if (names.every((name) => name === 'channel' || values[name] === '')) return { found: {}, errors: [] }
  const answer = caseAsked(values as Asked)
  if ('errors' in answer) return { found: {}, errors: answer.errors }
  const facts = ledgerOf(answer.one.facts)
  // A day reckoned with is not a duty of anybody's: what is left of it is not told.
  const due = { ...dueView(facts, given), workingDaysLeft: null }
  return { found: { due, strip: stripView(facts, given) }, errors: [] }
}

function answerPublication(formed: string, { calendar }: ClockGiven): Worked {
  const problem = dayProblem(formed)
  if (problem) return { found: {}, errors: [{ field: 'formed', message: `信息形成或者变更之日${problem}` }] }
  const [one] = casesIn({ name: '主动公开的最后一日', facts: [], formedOn: formed })
  return { found: { answers: one ? [answerCase(one, calendar)] : [] }, errors: [] }
}

const casesIn = (value: unknown) => {
  const parsed = parseCases(value)
  return parsed.ok ? parsed.cases : []
}

function answerFile(text: string, { calendar }: ClockGiven): Worked {
  if (text.trim() === '')
    return { found: {}, errors: [{ field: 'json', message: '请粘贴案例，或者选择文件' }] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { found: {}, errors: [{ field: 'json', message: '内容不是正确的 JSON，请检查括号、引号和逗号' }] }
  }
  const parsed = parseCases(value)
  if (!parsed.ok) return { found: { problems: parsed.problems }, errors: [] }
  const shown = parsed.cases.slice(0, mostShown)
  const answers = shown.map((one) => answerCase(one, calendar))
  return { found: { answers, more: parsed.cases.length - shown.length }, errors: [] }
}

/** The case file of the form: what was uploaded, else what was pasted. */
async function textSent(request: FastifyRequest): Promise<string> {
  if (!request.isMultipart()) return asked(request.body, 'json')
  let pasted = ''
  let uploaded = ''
  for await (const part of request.parts()) {
    if (part.type === 'file') uploaded = (await part.toBuffer()).toString('utf8')
    else if (part.fieldname === 'json' && typeof part.value === 'string') pasted = part.value
  }
  return uploaded.trim() === '' ? pasted : uploaded.replace(/^\uFEFF/, '')
}
