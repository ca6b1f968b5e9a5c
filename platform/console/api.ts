/** An article as a problem document cites it. */
export interface ProblemCite {
  place: string
  quote: string
}

export interface FieldProblem {
  field: string
  message: string
}

/** What the server answers when it does not do what was asked: RFC 9457, in words for the person. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly cites: readonly ProblemCite[]
  readonly errors: readonly FieldProblem[]

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? body.detail ?? '出错了')
    this.status = status
    this.code = body.code ?? ''
    this.title = body.title ?? '没有办成'
    this.detail = body.detail ?? ''
    this.cites = body.cites ?? []
    this.errors = body.errors ?? []
  }

  /** The same, with the fields under the names of the form. */
  withFields(nameOf: (field: string) => string): Problem {
    const errors = this.errors.map(({ field, message }) => ({ field: nameOf(field), message }))
    const { status, code, title, detail, cites } = this
    return new Problem(status, { code, title, detail, cites: [...cites], errors })
  }
}

interface ProblemBody {
  title?: string
  detail?: string
  code?: string
  cites?: ProblemCite[]
  errors?: FieldProblem[]
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

let csrf = ''
let onSignedOut: () => void = () => {}

/** The token that `GET /api/me` hands out and that every change sends back. */
export const keepCsrf = (token: string): void => {
  csrf = token
}

/** Who is told when the server says that the session is over. */
export const whenSignedOut = (tell: () => void): void => {
  onSignedOut = tell
}

/** A file as a form sends it. */
export function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

/** Asks the API and answers its JSON. Throws Problem, also where the server cannot be reached. */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await reach(path, { method, headers: headersFor(method, body), ...bodyOf(body) })
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

function headersFor(method: Method, body: unknown): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET') headers['x-csrf-token'] = csrf
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json'
  return headers
}

const bodyOf = (body: unknown): { body?: BodyInit } =>
  body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' })
  } catch {
    const title = '连接不上服务器'
    throw new Problem(0, { code: 'offline', title, detail: '请检查网络后再试。已经填写的内容还在。' })
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) return new Problem(response.status, plainWords(response.status))
  const problem = new Problem(response.status, (await response.json()) as ProblemBody)
  if (problem.code === 'notSignedIn') onSignedOut()
  return problem
}

const plainWords = (status: number): ProblemBody => ({
  code: 'unreadable',
  title: status >= 500 ? '服务器出错了' : '没有办成',
  detail: '请稍后再试；如仍不成，请告知管理员。',
})
