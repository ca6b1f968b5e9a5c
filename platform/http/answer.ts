import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { TValidationError } from 'typebox/error'
import { isDatabaseAway, isOverTime, isUnreadable } from '#platform/database/away.ts'
import { fieldErrors } from './field-errors.ts'
import { HttpProblem, type Problem, type ProblemCode, problem, wordings } from './problem.ts'

/** Makes the page that a browser gets in place of a problem document; for a request, as its reader wants pages. */
export type ErrorPage = (status: number, title: string, detail: string, request?: FastifyRequest) => string

const codes: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_REQ_FILE_TOO_LARGE: 'tooLarge',
  FST_FILES_LIMIT: 'tooLarge',
  FST_PARTS_LIMIT: 'tooLarge',
  FST_FIELDS_LIMIT: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedType',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupportedType',
  FST_CSRF_MISSING_SECRET: 'formExpired',
  FST_CSRF_INVALID_TOKEN: 'formExpired',
  FST_UNDER_PRESSURE: 'busy',
  FST_ERR_MAX_PARAM_LENGTH: 'notFound',
}

const byStatus: Record<number, ProblemCode> = {
  401: 'notSignedIn',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  415: 'unsupportedType',
  429: 'tooMany',
  503: 'busy',
}

/** When to come again where nothing closer is known. */
const secondsToWait = 30

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

function tooLarge(code: string, request: FastifyRequest): Problem {
  const { bodyLimit, fileLimit, filesLimit } = request.server.httpSettings
  if (code === 'FST_FILES_LIMIT') {
    return problem('tooLarge', { detail: `一次最多上传 ${filesLimit} 个文件，请分次上传。` })
  }
  const limit = code === 'FST_REQ_FILE_TOO_LARGE' ? fileLimit : (request.routeOptions.bodyLimit ?? bodyLimit)
  return problem('tooLarge', {
    detail: `提交的内容超过 ${megabytes(limit)}，没有保存。请减小后重新提交。`,
  })
}

// An id that does not look like one is answered as an id that does not exist.
function invalidInput(error: FastifyError, request: FastifyRequest): Problem {
  if (error.validationContext === 'params') return problem('notFound')
  const errors = fieldErrors((error.validation ?? []) as unknown as TValidationError[])
  request.log.debug({ fields: errors.map(({ field }) => field) }, 'invalid input')
  return problem('invalid', { errors })
}

const unreadable = (): Problem => problem('malformed', { detail: wordings.unreadable.detail })

/** The one table from what was thrown to what is answered. */
export function problemOf(error: FastifyError | HttpProblem, request: FastifyRequest): Problem {
  if (error instanceof HttpProblem) return error.problem
  if (error.validation) return invalidInput(error, request)
  if (isDatabaseAway(error)) return problem('away')
  if (isOverTime(error)) return problem('busy')
  if (isUnreadable(error)) return unreadable()
  const code = codes[error.code] ?? byStatus[error.statusCode ?? 500]
  if (code === 'tooLarge') return tooLarge(error.code, request)
  if (code) return problem(code)
  if (error.code === 'FST_ERR_BAD_URL') return unreadable()
  if (error.statusCode && error.statusCode < 500) return problem('malformed')
  return problem('fault', { detail: `${problem('fault').detail}故障编号：${request.id}` })
}

const wantsPage = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/api/') && /text\/html/.test(request.headers.accept ?? '')

/** Sends a problem: a page to a browser, a problem document to a program. */
export function answer(reply: FastifyReply, answered: Problem): FastifyReply {
  reply.code(answered.status).header('cache-control', 'no-store')
  if (answered.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', secondsToWait)
  if (wantsPage(reply.request)) {
    const html = reply.server.errorPage(answered.status, answered.title, answered.detail, reply.request)
    return reply.type('text/html; charset=utf-8').send(html)
  }
  return reply.type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(answered)
}

/** What the server does with anything thrown under a route. */
export function answerError(
  error: FastifyError | HttpProblem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const answered = problemOf(error, request)
  if (answered.status >= 500 && answered.code !== 'busy')
    request.log.error({ err: error, req: request }, 'fault')
  if (error instanceof HttpProblem) reply.headers({ ...error.headers })
  return answer(reply, answered)
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The page until the portal sets its own. */
export const plainErrorPage: ErrorPage = (status, title, detail) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
  `<body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p><p>${status}</p></main></body></html>`
