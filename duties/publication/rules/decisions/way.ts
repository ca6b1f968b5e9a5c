import { type Day, inChinese, isDay } from '#time/day.ts'
import { type Decision, lastOf } from './decision.ts'
import type { Said } from './facts.ts'
import { type DecisionStepName, decisionStepNames, decisionStepOf } from './steps.ts'

/** One stage of the way that every decision goes, and where this one stands in it. */
export interface Stage {
  readonly step: DecisionStepName
  readonly label: string
  readonly on: Day | null
  /** Why it does not apply. */
  readonly waived: string | null
}

const beside: readonly DecisionStepName[] = ['waive', 'end', 'evaluate', 'coordinate', 'holdHearing']
const waivedBy: Partial<Record<DecisionStepName, string>> = {
  openSolicitation: 'participation',
  closeSolicitation: 'participation',
  hearExperts: 'experts',
  assessRisk: 'risk',
}

/** The statutory steps in their order; those that were taken although nobody must, where they were. */
export function wayOf(d: Decision): Stage[] {
  return decisionStepNames.flatMap((step): Stage[] => {
    const taken = lastOf(d, step)
    if (beside.includes(step) && !taken) return []
    if (step === 'waive') return []
    const waiver = d.taken.findLast((each) => each.step === 'waive' && each.said.what === waivedBy[step])
    const { label } = decisionStepOf(step)
    return [
      { step, label, on: taken?.on ?? null, waived: !taken && waiver ? String(waiver.said.reason) : null },
    ]
  })
}

/** The entries of a step in words, with the labels of the table. */
export function decisionLines(step: DecisionStepName, said: Said): { label: string; text: string }[] {
  return Object.entries(decisionStepOf(step).fields).flatMap(([name, field]) => {
    const value = said[name]
    return name === 'on' || value === undefined
      ? []
      : [{ label: field.label, text: wordsOf(value, field.choices) }]
  })
}

function wordsOf(value: Said[string], choices?: readonly { value: string; label: string }[]): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.join('；')
  const text = String(value)
  return choices?.find((choice) => choice.value === text)?.label ?? (isDay(text) ? inChinese(text) : text)
}
