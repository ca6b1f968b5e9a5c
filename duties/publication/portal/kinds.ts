import { type ItemKind, kindLabels } from '../rules/vocabulary.ts'

/** The kind of that name; undefined for none that we know. */
export const kindOf = (name: string): ItemKind | undefined =>
  Object.hasOwn(kindLabels, name) ? (name as ItemKind) : undefined
