/** The columns of table four that hold cases; their labels stand in law/report-forms. */
export type RemedyColumn = 'upheld' | 'corrected' | 'other' | 'pending'

/**
 * How a remedy can end, with the column of table four. The form does not define its columns: what counts as 纠正 and
 * what as 其他 is from memory of practice, so an office may move a result (RemedySettings.columns).
 */
export const results = {
  upheld: { name: '维持', column: 'upheld' },
  claimsDismissed: { name: '驳回复议请求或者诉讼请求', column: 'upheld' },
  revoked: { name: '撤销', column: 'corrected' },
  changed: { name: '变更', column: 'corrected' },
  foundUnlawful: { name: '确认违法', column: 'corrected' },
  foundVoid: { name: '确认无效', column: 'corrected' },
  ordered: { name: '责令履行或者重新答复', column: 'corrected' },
  rejected: { name: '驳回复议申请或者起诉', column: 'other' },
  withdrawn: { name: '撤回', column: 'other' },
  terminated: { name: '终止', column: 'other' },
  mediated: { name: '调解', column: 'other' },
} as const satisfies Record<string, { name: string; column: Exclude<RemedyColumn, 'pending'> }>

export type ResultCode = keyof typeof results

/** True where the text is the code of a result. */
export const isResultCode = (text: string): text is ResultCode => Object.hasOwn(results, text)
