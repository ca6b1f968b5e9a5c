import { type Static, Type } from 'typebox'
import { ItemEntrySchema } from '#duties/publication/contract.ts'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { CitedSchema } from '#platform/ledger/contract.ts'

/** Shapes that cross the wire for what several applicants asked, or one suggested to publish (第四十四条). */

const SaidSchema = Type.Object({
  on: Day,
  /** suggested, published, notPublished */
  type: Type.String(),
  words: Type.String(),
  /** The item that it was published as; null where there is none, or none any more. */
  item: Nullable(Type.Object({ title: Type.String(), address: Type.String() })),
})

const SuggestionSchema = Type.Object({
  /** What the thing is known by: its title without what does not tell one from another. */
  key: Type.String(),
  /** The last that was said of it; an answer is refused where somebody was first. */
  seq: Type.Integer(),
  title: Type.String(),
  applicants: Type.Integer(),
  lastOn: Nullable(Day),
  /** How many of the cases were given out so far: the law asks that it may be published. */
  granted: Type.Integer(),
  /** How many of the applicants suggested to publish it (第二款). */
  suggested: Type.Integer(),
  cases: Type.Array(Type.Object({ caseId: Id, number: Type.String(), title: Type.String() })),
  /** How many more asked for it since it was answered; null where it waits for an answer. */
  since: Nullable(Type.Integer()),
  said: Type.Array(SaidSchema),
})
export type Suggestion = Static<typeof SuggestionSchema>

export const SuggestionsQuery = Type.Object({ state: Type.Optional(Type.Enum(['open', 'dealt'])) })

export const SuggestionsSchema = Type.Object({
  suggestions: Type.Array(SuggestionSchema),
  /** How many wait for an answer, how many have one; the list shows at most 100. */
  counts: Type.Object({ open: Type.Integer(), dealt: Type.Integer() }),
  /** How many applicants are several; a setting of the organ. */
  from: Type.Integer(),
  cites: Type.Array(CitedSchema),
})
export type Suggestions = Static<typeof SuggestionsSchema>

export const SuggestionAnswerSchema = Type.Object({
  key: Type.String({ minLength: 1, maxLength: 400 }),
  seenSeq: Type.Integer({ minimum: 0 }),
  answer: Type.Enum(['published', 'notPublished']),
  /** 索引号 of what it was published as. */
  indexNumber: Type.Optional(Type.String({ maxLength: 80 })),
  /** Why it is not published. */
  reason: Type.Optional(Type.String({ maxLength: 500 })),
})
export type SuggestionAnswerAsk = Static<typeof SuggestionAnswerSchema>

/** What the organ has published that may be the thing asked for. */
export const LikeQuery = Type.Object({ title: Type.String({ minLength: 1, maxLength: 200 }) })
export const LikeSchema = Type.Object({ items: Type.Array(ItemEntrySchema) })
export type Like = Static<typeof LikeSchema>
