/** What is wrong with one field, in a sentence. */
export interface FieldTrouble {
  field: string
  message: string
}

/** The sentence of a field, if there is one. */
export const troubleOf = (errors: readonly FieldTrouble[] | undefined, field: string): string | undefined =>
  errors?.find((error) => error.field === field)?.message
