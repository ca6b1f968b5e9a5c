/** Steps that send a letter, end the case or give it away: the person is asked once more. */
export const weighty: ReadonlySet<string> = new Set([
  'handOver',
  'split',
  'askCorrection',
  'consult',
  'overruleObjection',
  'extend',
  'askReasons',
  'setLaterDay',
  'noticeFee',
  'askMaterial',
  'decide',
  'serve',
  'withdraw',
  'archive',
  'reopen',
])

/** Steps that are open all the time and seldom wanted: listed after the others. */
export const besides: ReadonlySet<string> = new Set([
  'assign',
  'handBack',
  'handOver',
  'split',
  'addFile',
  'addProof',
  'note',
  'amend',
  'withdraw',
  'reopen',
])
