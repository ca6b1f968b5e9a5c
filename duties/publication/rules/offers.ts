import { type Choice, choicesOf } from '#duties/requests/rules/fields.ts'
import { type Offer, offerOf } from '#duties/requests/rules/offer.ts'
import { bars } from './allowed.ts'
import type { ItemCase } from './item.ts'
import { consultedLabels, wholeText } from './labels.ts'
import { type Refusal, sayRefusal } from './refusals.ts'
import type { StepContext } from './step.ts'
import { type StepName, stepNames, stepOf } from './steps.ts'

type Filler = (c: ItemCase, context: StepContext) => readonly Choice[]

const fillers: Readonly<Record<string, Filler>> = {
  as: () => choicesOf(consultedLabels),
  consultationId: ({ consultations }) =>
    consultations
      .filter(({ answer }) => !answer)
      .map(({ consultationId, as, whom, about }) => ({
        value: consultationId,
        label: `${consultedLabels[as]} ${whom}：${about}`,
      })),
  key: ({ working }, { findings = [] }) => {
    const overridden = new Set(working?.overrides.map(({ finding }) => finding.key))
    return findings
      .filter(({ key }) => !overridden.has(key))
      .map(({ key, says }) => ({ value: key, label: says }))
  },
  checked: ({ working }) => [
    { value: wholeText, label: '正文' },
    ...(working?.content.files.map(({ fileId, name }) => ({ value: fileId, label: `附件：${name}` })) ?? []),
  ],
}

/**
 * Every step with the words, articles and entries a screen needs, in the order of the table. What this person may not do
 * with this item now is there too, with its reason.
 */
export function offers(c: ItemCase, context: StepContext): Offer<StepName, Refusal>[] {
  return stepNames.map((step) => {
    const refusal = bars(step, c, context)
    return offerOf(step, stepOf(step), {
      refusal: refusal && { ...refusal, sentence: sayRefusal(refusal) },
      fill: (name) => fillers[name]?.(c, context),
    })
  })
}
