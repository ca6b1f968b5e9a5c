/** Steps that send a letter, end the case or give it away: the person is asked once more. */
const weighty: ReadonlySet<string> = new Set([
  'handOver',
  'split',
  'askCorrection',
  'consult',
  'overruleObjection',
  'extend',
  'askReasons',
  'setLaterDay',
  'noticeFee',
  'decide',
  'serve',
  'withdraw',
  'archive',
  'reopen',
])

export const isWeighty = (step: string): boolean => weighty.has(step)
