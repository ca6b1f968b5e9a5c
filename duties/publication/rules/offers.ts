import type { Choice, Field } from '#duties/requests/rules/fields.ts'
import { choicesOf } from '#duties/requests/rules/fields.ts'
import type { Citation } from '#law/citation.ts'
import { bars } from './allowed.ts'
import type { ItemCase } from './item.ts'
import { consultedLabels, wholeText } from './labels.ts'
import { type Refusal, sayRefusal } from './refusals.ts'
import type { StepContext } from './step.ts'
import { type StepName, stepNames, stepOf } from './steps.ts'

export interface OfferedField extends Field {
  readonly name: string
}

/** One button: what it does, what the law asks, what is to be entered, and why not where it cannot be pressed. */
export interface StepOffer {
  readonly step: StepName
  readonly label: string
  readonly law: string
  readonly cites: readonly Citation[]
  readonly fields: readonly OfferedField[]
  readonly allowed: boolean
  readonly refusal?: Refusal & { readonly sentence: string }
}

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

const offeredFields = (step: StepName, c: ItemCase, context: StepContext): OfferedField[] =>
  Object.entries(stepOf(step).fields).map(([name, field]) => {
    const fill = field.fromCase ? fillers[name] : undefined
    return { ...field, name, ...(fill ? { choices: fill(c, context) } : {}) }
  })

/**
 * Every step with the words, articles and entries a screen needs, in the order of the table. What this person may not do
 * with this item now is there too, with its reason.
 */
export function offers(c: ItemCase, context: StepContext): StepOffer[] {
  return stepNames.map((step) => {
    const { label, law, cites } = stepOf(step)
    const refusal = bars(step, c, context)
    return {
      step,
      label,
      law,
      cites,
      fields: refusal ? [] : offeredFields(step, c, context),
      allowed: !refusal,
      ...(refusal ? { refusal: { ...refusal, sentence: sayRefusal(refusal) } } : {}),
    }
  })
}
