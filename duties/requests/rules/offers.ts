import { applicantColumns } from '#law/report-forms/requests-table.ts'
import { inChinese } from '#time/day.ts'
import { bars } from './allowed.ts'
import { isCategory } from './amend.ts'
import { openConsultations } from './case-terms.ts'
import type { Recorded } from './facts.ts'
import type { Choice } from './fields.ts'
import { consultedLabels, stageLabels } from './labels.ts'
import { type Offer, offerOf } from './offer.ts'
import { outcomes, outcomesFor } from './outcomes.ts'
import { excludes, mayCountAs } from './parts.ts'
import { type Refusal, sayRefusal } from './refusals.ts'
import type { RequestCase } from './request.ts'
import type { Consultation } from './request-parts.ts'
import { pendingStages, stageRoles } from './review.ts'
import type { StepContext } from './step.ts'
import { type StepName, stepNames, stepOf } from './steps.ts'
import { factLabels } from './timeline.ts'

/** A step of a request with its button. */
export type StepOffer = Offer<StepName, Refusal>

interface Shown {
  readonly step: StepName
  readonly c: RequestCase
  readonly facts: readonly Recorded[]
  readonly context: StepContext
}

const consultationChoice = (one: Consultation): Choice => ({
  value: one.consultationId,
  label: `${consultedLabels[one.with]}，${inChinese(one.sentOn)}发出${one.letter.number ? `，${one.letter.number}` : ''}`,
})

const consultationsFor = ({ step, c }: Shown): readonly Consultation[] => {
  if (step === 'recordConsultationServed') return openConsultations(c).filter((one) => !one.servedOn)
  if (step !== 'overruleObjection') return openConsultations(c)
  return c.consultations.filter(
    (one) => one.with === 'thirdParty' && one.answer === 'objects' && !one.overruledOn,
  )
}

// An objection bars giving out what it is about, not another part: asked as if the rest were withheld for it.
const besideWithheld = [{ what: '', outcome: 'D4', states: {} }] as const

const outcomeChoices = ({ c, context }: Shown): Choice[] =>
  outcomesFor(c.intake.kind).map((code) => {
    const refusal = excludes(code, c, context, context.today, besideWithheld)
    return {
      value: code,
      label: outcomes[code].name,
      ...(refusal ? { excluded: sayRefusal(refusal) } : {}),
    }
  })

const countsAsChoices = ({ step, c }: Shown): Choice[] => {
  const codes = step === 'decide' && c.draft ? mayCountAs(c.draft.parts) : outcomesFor(c.intake.kind)
  return codes.map((code) => ({ value: code, label: outcomes[code].name }))
}

const fillers: Readonly<Record<string, (shown: Shown) => Choice[]>> = {
  consultationId: (shown) => consultationsFor(shown).map(consultationChoice),
  materialId: ({ c }) =>
    c.materials
      .filter((one) => !one.givenOn)
      .map(({ materialId, unit, what }) => ({ value: materialId, label: `${unit}：${what}` })),
  stage: ({ c, context }) =>
    (c.draft ? pendingStages(c.draft, context.settings).slice(0, 1) : [])
      .filter((stage) => context.roles.includes(stageRoles[stage]))
      .map((stage) => ({ value: stage, label: stageLabels[stage] })),
  parts: outcomeChoices,
  countsAs: countsAsChoices,
  seq: ({ facts }) =>
    facts
      .filter(({ fact }) => fact.type !== 'amended')
      .map(({ seq, happenedOn, fact }) => ({
        value: String(seq),
        label: `${inChinese(happenedOn)}，${factLabels[fact.type].label}`,
      })),
  category: () =>
    applicantColumns.filter(({ id }) => isCategory(id)).map(({ id, label }) => ({ value: id, label })),
}

const offer = (shown: Shown): StepOffer => {
  const { step, c, facts, context } = shown
  const refusal = bars(step, c, facts, context)
  return offerOf(step, stepOf(step), {
    refusal: refusal && { ...refusal, sentence: sayRefusal(refusal) },
    fill: (name) => fillers[name]?.(shown),
  })
}

/**
 * Every step with the words, articles and entries a screen needs, in the order of the table. What this person may
 * not do in this case now is there too, with its reason. The applicant sees the applicant's steps alone.
 */
export function offers(c: RequestCase, facts: readonly Recorded[], context: StepContext): StepOffer[] {
  const isApplicant = context.roles.includes('applicant')
  return stepNames
    .filter((step) => !isApplicant || stepOf(step).roles.includes('applicant'))
    .map((step) => offer({ step, c, facts, context }))
}
