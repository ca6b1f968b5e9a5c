import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { DueSchema, StripDaySchema } from './contract.ts'

/** Shapes of what an applicant sees in the portal; browser-safe. Days are 'YYYY-MM-DD', instants ISO 8601 in UTC. */

/** What the applicant sees with number and query code: no officer's names, no internal steps. */
export const TrackViewSchema = Type.Object({
  number: Type.String(),
  organName: Type.String(),
  statusLabel: Type.String(),
  whatNext: Type.String(),
  title: Type.String(),
  submittedOn: Day,
  receivedOn: Nullable(Day),
  due: DueSchema,
  strip: Type.Array(StripDaySchema),
  timeline: Type.Array(
    Type.Object({ happenedOn: Day, label: Type.String(), lines: Type.Array(Type.String()) }),
  ),
  letters: Type.Array(
    Type.Object({
      fileId: Id,
      title: Type.String(),
      number: Type.String(),
      on: Day,
      readable: Type.Boolean(),
    }),
  ),
  /** The information that was given, to be downloaded. */
  enclosures: Type.Array(Type.Object({ fileId: Id, name: Type.String(), size: Type.Integer() })),
  /** Told by mail that there is news. */
  noticed: Type.Boolean(),
  /** Called when there is news, and the key that the calls are signed with; null where nobody asked. */
  hook: Nullable(Type.Object({ address: Type.String(), key: Type.String() })),
  /** Institutions may ask to be called. */
  mayHook: Type.Boolean(),
  /** What the form was split into, each a case of its own under the same query code. */
  parts: Type.Array(Type.Object({ number: Type.String(), title: Type.String() })),
  /** The correction that is being waited for, with what is to be corrected. */
  correction: Nullable(Type.Object({ items: Type.Array(Type.String()), by: Nullable(Day) })),
  /** The reasons that are asked for (第三十五条), on what ground and by when. */
  reasons: Nullable(Type.Object({ figures: Type.String(), by: Day })),
  /** The processing fee that is to be paid, by when, what follows, and how. */
  fee: Nullable(Type.Object({ sentence: Type.String(), how: Type.String() })),
  /** Whom to ask, in one line. */
  contact: Type.String(),
  /** 第四十四条第二款: where something was given, what the applicant suggested and what came of it. */
  suggestion: Nullable(
    Type.Object({
      made: Nullable(
        Type.Object({
          on: Day,
          ground: Type.String(),
          answer: Nullable(
            Type.Object({
              on: Day,
              words: Type.String(),
              item: Nullable(Type.Object({ title: Type.String(), address: Type.String() })),
            }),
          ),
        }),
      ),
    }),
  ),
  remedies: Type.Array(Type.String()),
  mayWithdraw: Type.Boolean(),
})
export type TrackView = Static<typeof TrackViewSchema>

/** The receipt that a filed request gets; the query code is shown once and kept only as a hash. */
export const ReceiptSchema = Type.Object({
  number: Type.String(),
  queryCode: Type.String(),
  organName: Type.String(),
  submittedAt: Type.String(),
  receivedOn: Nullable(Day),
  due: DueSchema,
  strip: Type.Array(StripDaySchema),
})
export type Receipt = Static<typeof ReceiptSchema>
