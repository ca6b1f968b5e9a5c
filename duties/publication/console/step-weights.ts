/** Steps that reach the public or end the work on a text: the person is asked once more. */
export const weighty: ReadonlySet<string> = new Set(['release', 'withdraw', 'discard', 'dropAmendment'])

/** Steps that are open all the time and seldom wanted: listed after the others. */
export const besides: ReadonlySet<string> = new Set([
  'consult',
  'recordConsultation',
  'discard',
  'dropAmendment',
  'checkKept',
  'markValidity',
  'note',
])

/** Steps that have their own place on the screen: the form, the panel of findings, the names. */
export const elsewhere: ReadonlySet<string> = new Set(['edit', 'overrideFinding', 'nameParties'])
