import type { Citation } from '#law/citation.ts'
import type { Choice, Field, Fields } from './fields.ts'

interface OfferedField extends Field {
  readonly name: string
}

/** One button: what it does, what the law asks, what is to be entered, and why not where it cannot be pressed. */
export interface Offer<S extends string = string, R extends object = object> {
  readonly step: S
  readonly label: string
  readonly law: string
  readonly cites: readonly Citation[]
  readonly fields: readonly OfferedField[]
  readonly allowed: boolean
  readonly refusal?: R & { readonly sentence: string }
}

/** What an offer needs of a row of a table of steps. */
interface Row {
  readonly label: string
  readonly law: string
  readonly cites: readonly Citation[]
  readonly fields: Fields
}

interface Standing<R extends object> {
  readonly refusal: (R & { readonly sentence: string }) | undefined
  /** The choices of an entry that the case gives, by its name. */
  readonly fill?: (name: string) => readonly Choice[] | undefined
}

const offeredField = (name: string, field: Field, choices: readonly Choice[] | undefined): OfferedField => ({
  ...field,
  name,
  ...(choices ? { choices } : {}),
})

/** The button of a row of a table of steps. What is refused asks for no entries. */
export const offerOf = <S extends string, R extends object>(
  step: S,
  { label, law, cites, fields }: Row,
  { refusal, fill }: Standing<R>,
): Offer<S, R> => ({
  step,
  label,
  law,
  cites,
  fields: refusal
    ? []
    : Object.entries(fields).map(([name, field]) =>
        offeredField(name, field, field.fromCase ? fill?.(name) : undefined),
      ),
  allowed: !refusal,
  ...(refusal ? { refusal } : {}),
})
