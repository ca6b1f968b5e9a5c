import { applicantColumns } from '#law/report-forms/requests-table.ts'
import { isCategory } from './amend.ts'
import { articles } from './articles.ts'
import type { ApplicantCategory, FormWanted, WayWanted } from './facts.ts'
import { type Choice, choicesOf, type RawAsk, readAsk } from './fields.ts'
import { isCreditCode, isResidentNumber } from './identity.ts'
import { formLabels, wayLabels } from './labels.ts'
import type { Problem } from './problems.ts'
import { may, need } from './step.ts'

/** Kinds of 身份证明; only the first two carry a check digit. */
export const idKindLabels = {
  residentId: '居民身份证',
  creditCode: '统一社会信用代码',
  passport: '护照',
  permit: '港澳台居民居住证或者通行证',
  other: '其他证件',
} as const

export type IdKind = keyof typeof idKindLabels

const categories: readonly Choice<ApplicantCategory>[] = applicantColumns.flatMap(({ id, label }) =>
  isCategory(id) ? [{ value: id, label }] : [],
)

/** The entries of 第二十九条第二款, and help where wanted (第四十三条). No purpose is asked for. */
export const intakeFields = {
  category: need('choice', '申请人类别', { choices: categories }),
  name: need('text', '姓名或者名称'),
  idKind: need('choice', '身份证明', { choices: choicesOf(idKindLabels) }),
  idNumber: need('text', '证件号码'),
  representative: may('text', '联系人', { hint: '法人和其他组织可以填写' }),
  agent: may('text', '代理人姓名', { hint: '由他人代为提出的填写，并附授权委托书' }),
  telephone: may('text', '联系电话'),
  email: may('text', '电子邮箱'),
  address: may('text', '通信地址'),
  title: need('text', '所申请信息的名称、文号', { hint: '一句话即可' }),
  description: may('longtext', '其他特征性描述', { hint: '便于查找的时间、地点、事项等' }),
  formWanted: need('choice', '希望得到的形式', { choices: choicesOf(formLabels) }),
  wayWanted: need('choice', '获取信息的方式', { choices: choicesOf(wayLabels) }),
  help: may('text', '需要的帮助', { hint: '阅读困难、视听障碍等，请告诉我们需要怎样的帮助' }),
} as const

/** Which article stands behind each group of entries. */
export const intakeCites = {
  identity: articles.identity,
  content: articles.content,
  form: articles.form,
  help: articles.help,
} as const

/** What an applicant wrote, found in order. */
export interface CheckedIntake {
  readonly category: ApplicantCategory
  readonly name: string
  readonly idKind: IdKind
  readonly idNumber: string
  readonly representative?: string
  readonly agent?: string
  readonly telephone: string
  readonly email: string
  readonly address: string
  readonly title: string
  readonly description: string
  readonly formWanted: FormWanted
  readonly wayWanted: WayWanted
  readonly help?: string
}

// A mobile number, a fixed line with its area code, or a service number; extension after a dash.
const telephone = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|[48]00-?\d{3}-?\d{4})$/
const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** True where the text can be an e-mail address. */
export const isEmail = (text: string): boolean => email.test(text) && text.length <= 100

const identityProblem = ({ idKind, idNumber }: CheckedIntake): Problem | undefined => {
  if (idKind === 'residentId' && !isResidentNumber(idNumber)) {
    return { field: 'idNumber', code: 'identityNumberWrong' }
  }
  return idKind === 'creditCode' && !isCreditCode(idNumber)
    ? { field: 'idNumber', code: 'creditCodeWrong' }
    : undefined
}

const contactFor = { post: 'address', email: 'email', fax: 'telephone' } as const

const wayProblem = (intake: CheckedIntake): Problem | undefined => {
  const { wayWanted } = intake
  if (wayWanted !== 'post' && wayWanted !== 'email' && wayWanted !== 'fax') return undefined
  const field = contactFor[wayWanted]
  if (intake[field]) return undefined
  return {
    field,
    code: 'contactForWay',
    params: { way: wayLabels[wayWanted], label: intakeFields[field].label },
  }
}

const contactProblems = (intake: CheckedIntake): (Problem | undefined)[] => {
  if (!intake.telephone && !intake.email && !intake.address)
    return [{ field: 'telephone', code: 'contactMissing' }]
  return [
    intake.telephone && !telephone.test(intake.telephone.replaceAll(' ', ''))
      ? { field: 'telephone', code: 'telephoneWrong' }
      : undefined,
    intake.email && !email.test(intake.email) ? { field: 'email', code: 'emailWrong' } : undefined,
    wayProblem(intake),
  ]
}

const contentProblem = ({ title, description }: CheckedIntake): Problem | undefined =>
  [...`${title}${description}`].length < 2 ? { field: 'title', code: 'contentTooShort' } : undefined

/**
 * What the applicant wrote, trimmed, or every problem with it, each beside its field: exactly the contents of
 * 第二十九条第二款, and a number that its own check digit contradicts.
 */
export function checkIntake(ask: RawAsk): { intake: CheckedIntake } | { problems: readonly Problem[] } {
  const read = readAsk(intakeFields, ask)
  if ('problems' in read) return read
  const { telephone: phone = '', email: mail = '', address = '', description = '', ...rest } = read.values
  const intake: CheckedIntake = {
    ...rest,
    idNumber: rest.idNumber.toUpperCase(),
    telephone: phone,
    email: mail,
    address,
    description,
  }
  const problems = [identityProblem(intake), ...contactProblems(intake), contentProblem(intake)].filter(
    (problem) => problem !== undefined,
  )
  return problems.length > 0 ? { problems } : { intake }
}
