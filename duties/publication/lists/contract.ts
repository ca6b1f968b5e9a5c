import { type Static, Type } from 'typebox'

/** Shapes of the monthly lists of decisions on the wire; browser-safe. */

export const ListAskSchema = Type.Object({
  kind: Type.Enum(['licence', 'penalty', 'coercion']),
  /** 2026-03 */
  month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }),
})
export type ListAsk = Static<typeof ListAskSchema>

export const CheckedListSchema = Type.Object({
  decisions: Type.Integer(),
  /** Names of private persons that are hidden. */
  masked: Type.Integer(),
  wrong: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), message: Type.String() })),
})
export type CheckedList = Static<typeof CheckedListSchema>

export const TakenListSchema = Type.Object({
  decisions: Type.Integer(),
  masked: Type.Integer(),
  /** The drafts that came of it. */
  items: Type.Array(Type.Object({ itemId: Type.String(), title: Type.String() })),
  /** What table two of the annual report will count once the drafts are released, in words. */
  counted: Type.String(),
})
export type TakenList = Static<typeof TakenListSchema>
