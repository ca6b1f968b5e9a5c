import { type Static, Type } from 'typebox'
import { ItemEntrySchema } from '../contract.ts'

/** Shapes of the search that cross the wire. */

const PieceSchema = Type.Object({
  text: Type.String({ description: '原文的一段，纯文本' }),
  hit: Type.Boolean({ description: '是否为所检索的字词' }),
})

const SearchEntrySchema = Type.Object({
  ...ItemEntrySchema.properties,
  titlePieces: Type.Array(PieceSchema),
  excerpt: Type.Array(PieceSchema, { description: '正文或者附件中有关的一段，纯文本' }),
})
export type SearchEntry = Static<typeof SearchEntrySchema>

const ChoiceSchema = Type.Object({
  value: Type.String({ description: '筛选时填写的值' }),
  label: Type.String(),
  count: Type.Integer(),
})
export type Choice = Static<typeof ChoiceSchema>

export const SearchAnswerSchema = Type.Object({
  /** What was looked for. */
  words: Type.String(),
  entries: Type.Array(SearchEntrySchema),
  total: Type.Integer(),
  about: Type.Boolean({ description: '总数和各项数目是否为约数' }),
  counts: Type.Object({
    organ: Type.Array(ChoiceSchema),
    kind: Type.Array(ChoiceSchema),
    year: Type.Array(ChoiceSchema),
    validity: Type.Array(ChoiceSchema),
  }),
  next: Type.Union([Type.String(), Type.Null()], { description: '下一页的 after；没有下一页时为 null' }),
  cut: Type.Boolean({ description: '检索词过长，只用了前一部分' }),
  near: Type.Union([
    Type.Null(),
    Type.Object({
      how: Type.Union([Type.Literal('corrected'), Type.Literal('fewer')], {
        description: 'corrected：按相近的词检索；fewer：只含其中一部分词',
      }),
      words: Type.String({ description: '实际检索的词' }),
    }),
  ]),
})
export type SearchAnswer = Static<typeof SearchAnswerSchema>

export const SearchQuerySchema = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 4000, description: '检索词；引号内须连在一起出现' })),
  organ: Type.Optional(Type.String({ maxLength: 60, description: '机关代码' })),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  year: Type.Optional(Type.String({ maxLength: 4 })),
  validity: Type.Optional(Type.String({ maxLength: 20 })),
  order: Type.Optional(Type.Union([Type.Literal('relevance'), Type.Literal('newest')])),
  after: Type.Optional(Type.String({ maxLength: 120 })),
})
export type SearchQuery = Static<typeof SearchQuerySchema>

export const SuggestionsSchema = Type.Object({
  words: Type.Array(Type.String()),
  titles: Type.Array(Type.Object({ title: Type.String(), address: Type.String() })),
})
export type Suggestions = Static<typeof SuggestionsSchema>

export const SynonymGroupSchema = Type.Object({
  head: Type.String({ minLength: 2, maxLength: 20 }),
  words: Type.Array(Type.String({ minLength: 2, maxLength: 30 }), { maxItems: 12 }),
  /** Of the list that came with the program, changed here, or added here. */
  from: Type.Union([Type.Literal('given'), Type.Literal('changed'), Type.Literal('added')]),
})
export type SynonymGroup = Static<typeof SynonymGroupSchema>

export const SynonymsSchema = Type.Object({ groups: Type.Array(SynonymGroupSchema) })

export const SynonymChangeSchema = Type.Object({
  head: Type.String({ minLength: 2, maxLength: 20 }),
  words: Type.Array(Type.String({ minLength: 2, maxLength: 30 }), {
    maxItems: 12,
    description: '与第一个词同义的词；为空则不再使用这一组',
  }),
})
export type SynonymChange = Static<typeof SynonymChangeSchema>

export const MissesSchema = Type.Object({
  months: Type.Array(Type.String()),
  misses: Type.Array(
    Type.Object({
      words: Type.String(),
      month: Type.String(),
      asked: Type.Integer({ description: '检索次数' }),
      days: Type.Integer({ description: '出现的天数' }),
      /** What is published now that answers it. */
      nowFound: Type.Integer(),
    }),
  ),
})
export type Misses = Static<typeof MissesSchema>
