import { type Citation, citedOf } from '#law/citation.ts'

/** A mistake in one field of what was sent; `field` is a dotted path such as applicant.name. */
export interface FieldError {
  field: string
  message: string
}

/** What goes over the wire when something was not done: RFC 9457, with the place in the law where there is one. */
export interface Problem {
  type: 'about:blank'
  status: number
  code: string
  title: string
  detail: string
  cites: { place: string; quote: string }[]
  errors: FieldError[]
}

/** How one code is told: the answer's status, a short title, and what to do. */
export interface Wording {
  status: number
  title: string
  detail: string
}

/** What the HTTP door itself says no to. The words of a duty's refusals are in the duty. */
export const wordings = {
  notFound: {
    status: 404,
    title: '没有找到',
    detail: '您要找的内容不存在，或者您无权查看。请核对地址，或回到首页重新查找。',
  },
  gone: {
    status: 410,
    title: '已经撤下',
    detail:
      '这条信息已由公开机关撤下，不再提供。需要了解原因或者获取有关信息的，可以向该机关咨询，也可以依法申请公开。',
  },
  notSignedIn: { status: 401, title: '请先登录', detail: '您尚未登录，或登录已过期。请登录后再试。' },
  signInFailed: { status: 401, title: '登录失败', detail: '用户名或密码不正确。' },
  signInLocked: { status: 429, title: '暂时不能登录', detail: '连续多次登录失败，请稍后再试。' },
  codeWrong: {
    status: 401,
    title: '验证码不正确',
    detail: '请输入动态口令应用上当前显示的六位数字，或一个未用过的备用码。',
  },
  challengeOver: {
    status: 401,
    title: '验证已过期',
    detail: '验证时间已过，或输错次数过多。请重新输入用户名和密码。',
  },
  passwordMustChange: {
    status: 403,
    title: '请先修改密码',
    detail: '您使用的是临时密码，修改密码后才能继续。',
  },
  forbidden: {
    status: 403,
    title: '没有权限',
    detail: '您的角色不能办理此事。如需办理，请联系本单位管理员。',
  },
  foreignOrigin: {
    status: 403,
    title: '来源不明的请求',
    detail: '为保护您的账号，来自其他网站的操作已被拒绝。请刷新本系统的页面后再试。',
  },
  formExpired: {
    status: 403,
    title: '页面已过期',
    detail: '页面打开时间过长，或浏览器禁用了 Cookie。请返回上一页刷新后重新提交，并允许本站使用 Cookie。',
  },
  malformed: {
    status: 400,
    title: '内容无法识别',
    detail: '提交的内容格式有误，没有保存。请检查后重新提交。',
  },
  unreadable: {
    status: 400,
    title: '请求无法识别',
    detail: '收到的地址或者请求有不能识别的字符，没有处理。请核对地址后再试，也可以回到首页查找，或者检索。',
  },
  overlong: {
    status: 431,
    title: '请求信息过长',
    detail:
      '地址过长，或者浏览器中保存的本站 Cookie 过多，没有处理。请清除本站的 Cookie 后，从首页重新进入。',
  },
  tooSlow: {
    status: 408,
    title: '等候超时',
    detail: '请求没有在规定的时间内发完，没有处理。请检查网络后再试。',
  },
  respelt: {
    status: 301,
    title: '请用改写后的地址',
    detail:
      '地址中的汉字没有按标准改写，浏览器会自动转到改写后的地址。没有转到的，可以回到首页查找，或者检索。',
  },
  invalid: { status: 422, title: '填写有误', detail: '请按提示改正后重新提交。' },
  conflict: { status: 409, title: '内容已被他人修改', detail: '您打开之后，内容已有变化。请刷新后再办理。' },
  tooLarge: {
    status: 413,
    title: '内容过大',
    detail: '提交的内容超过允许的大小，没有保存。请减小后重新提交。',
  },
  unsupportedType: { status: 415, title: '不支持这种格式', detail: '不支持所提交内容的格式，没有保存。' },
  tooMany: { status: 429, title: '访问过于频繁', detail: '请稍后再试。' },
  fault: {
    status: 500,
    title: '系统出现故障',
    detail: '系统未能完成操作，故障已记录。请稍后再试；如仍不能办理，请与我们联系。',
  },
  away: {
    status: 503,
    title: '系统暂时不能使用',
    detail:
      '系统的数据库暂时连接不上，正在恢复，请过一分钟再试。刚才提交过内容的，恢复后请先核对是否已经保存，再决定是否重新提交。',
  },
  busy: { status: 503, title: '系统繁忙', detail: '当前访问人数较多，请稍后再试。' },
  stopping: { status: 503, title: '系统正在重新启动', detail: '请一分钟后再试。' },
} as const satisfies Record<string, Wording>

export type ProblemCode = keyof typeof wordings

/** Thrown anywhere under a route to end it with a problem document (or a page, for a browser). */
export class HttpProblem extends Error {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.code)
    this.problem = problem
    this.headers = headers
  }
}

/** One of the door's own problems, in other words where the case wants them. */
export function problem(
  code: ProblemCode,
  { detail, errors = [] }: { detail?: string; errors?: FieldError[] } = {},
): Problem {
  const wording = wordings[code]
  return { type: 'about:blank', code, ...wording, detail: detail ?? wording.detail, cites: [], errors }
}

/** The same, ready to be thrown. */
export const trouble = (
  code: ProblemCode,
  how: { detail?: string; errors?: FieldError[] } = {},
): HttpProblem => new HttpProblem(problem(code, how))

/** A refusal of a duty, ready to be thrown: its code, its words from the duty's table, its articles. */
export const refused = (code: string, wording: Wording, cites: readonly Citation[] = []): HttpProblem =>
  new HttpProblem({
    type: 'about:blank',
    code,
    ...wording,
    cites: cites.map(citedOf),
    errors: [],
  })

/** Invalid input, ready to be thrown: each field with its sentence. */
export const invalid = (errors: FieldError[]): HttpProblem => trouble('invalid', { errors })
