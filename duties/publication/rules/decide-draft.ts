import { missingOf, readContent } from './content.ts'
import type { Deciders } from './decide.ts'
import type { ConsultedAs } from './facts.ts'
import { consultedLabels } from './labels.ts'
import { refused } from './refusals.ts'
import { type Answer, done, type Ground, invalid } from './step.ts'
import type { draftSteps } from './steps-draft.ts'

const longestName = 40

const edit = (_: unknown, { c, context, raw }: Ground): Answer => {
  const read = readContent(raw, context.today, c.working?.content)
  return 'problems' in read
    ? invalid(...read.problems)
    : done(context, [{ type: 'edited', content: read.content }])
}

/** 拟稿、送审、会商: one function per step. */
export const draftDeciders: Deciders<keyof typeof draftSteps> = {
  edit,
  submit: (_, { c, context }) => {
    const missing = c.working ? missingOf(c.working.content) : []
    return missing.length > 0
      ? invalid(...missing)
      : done(context, [{ type: 'submitted', findings: context.findings ?? [] }])
  },
  recall: (_, { context }) => done(context, [{ type: 'recalled' }]),
  overrideFinding: ({ key, reason }, { c, context }) => {
    const finding = context.findings?.find((one) => one.key === key)
    const isKnown = c.working?.overrides.some((one) => one.finding.key === key)
    return finding && !isKnown
      ? done(context, [{ type: 'findingOverridden', finding, reason }])
      : invalid({ field: 'key', code: 'noSuchFinding' })
  },
  nameParties: ({ names = [] }, { context }) => {
    const plain = [...new Set(names.map((name) => name.replaceAll(/\s/g, '')))]
    if (plain.some((name) => name.length < 2 || name.length > longestName))
      return invalid({ field: 'names', code: 'nameLength', params: { most: longestName } })
    return done(context, [{ type: 'partiesNamed', names: plain, count: plain.length }])
  },
  consult: ({ as, whom, about }, { context }) => {
    if (!Object.hasOwn(consultedLabels, as))
      return invalid({ field: 'as', code: 'notAChoice', params: { label: '会商事由' } })
    const consultationId = context.newId()
    return done(context, [{ type: 'consulted', consultationId, as: as as ConsultedAs, whom, about }])
  },
  recordConsultation: ({ consultationId, agrees, opinion }, { c, context }) => {
    const open = c.consultations.find((one) => one.consultationId === consultationId && !one.answer)
    if (!open) return refused('consultationNone')
    return done(context, [{ type: 'consultationAnswered', consultationId, agrees, opinion: opinion ?? '' }])
  },
  discard: ({ reason }, { context }) => done(context, [{ type: 'discarded', reason }]),
  restore: (_, { context }) => done(context, [{ type: 'restored' }]),
}
