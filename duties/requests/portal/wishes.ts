import type { FieldError } from '../contract.ts'
import { hookProblem } from '../hooks.ts'
import type { Wishes } from '../wishes.ts'
import type { Answers } from './draft.ts'

/** How one may be told that there is news; only institutions have systems of their own to be called. */
const wishLabels = {
  none: '不用提醒，我自己来查询',
  mail: '发邮件提醒',
  hook: '通知本单位的信息系统',
} as const

export type Wish = keyof typeof wishLabels

export const wishChoices = (
  category: string | undefined,
): { value: Wish; label: string; hint?: string }[] => [
  { value: 'none', label: wishLabels.none },
  { value: 'mail', label: wishLabels.mail, hint: '发到上面填写的电子邮箱，只写申请编号，不写办理内容' },
  ...(category === 'naturalPerson'
    ? []
    : [
        {
          value: 'hook' as const,
          label: wishLabels.hook,
          hint: '有新进展时，本站向下面的地址发出带签名的通知，只含申请编号',
        },
      ]),
]

/** What is wrong with the wish; `intranet` are the networks of the own house that may be called. */
export function wishErrors(answers: Answers, intranet: readonly string[]): FieldError[] {
  if (answers.notice === 'mail' && !answers.email)
    return [{ field: 'email', message: '选择邮件提醒的，请填写电子邮箱' }]
  if (answers.notice !== 'hook') return []
  const isThere = wishChoices(answers.category).some(({ value }) => value === 'hook')
  if (!isThere) return [{ field: 'notice', message: '请重新选择提醒的方式' }]
  const message = hookProblem(answers.hook ?? '', intranet)
  return message ? [{ field: 'hook', message }] : []
}

/** The wish as the desk keeps it. */
export const wishesOf = ({ notice, email, hook }: Answers): Wishes => ({
  ...(notice === 'mail' && email ? { mail: email } : {}),
  ...(notice === 'hook' && hook ? { hook } : {}),
})
