import { citedOf } from '#law/citation.ts'
import type { StepOffer } from '#platform/ledger/contract.ts'
import type { Offer } from './rules/offer.ts'

/** An offer as it crosses the wire, under the first article of its step. */
export function offerView({ step, label, law, cites, fields, allowed, refusal }: Offer): StepOffer {
  const [first] = cites
  return {
    step,
    label,
    law,
    ...(first ? { cites: citedOf(first) } : {}),
    fields: fields.map((field) => ({
      name: field.name,
      label: field.label,
      kind: field.kind,
      required: field.required,
      ...(field.hint ? { hint: field.hint } : {}),
      ...(field.least === undefined ? {} : { least: field.least }),
      ...(field.most === undefined ? {} : { most: field.most }),
      ...(field.choices ? { choices: field.choices.map((choice) => ({ ...choice })) } : {}),
    })),
    allowed,
    refusal: refusal?.sentence ?? null,
  }
}
