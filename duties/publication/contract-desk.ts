import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { CitedSchema, StepOfferSchema, TimelineEntrySchema } from '#platform/ledger/contract.ts'

/** Shapes that cross the wire for the desk of publication; browser-safe. */

/** What a drafter types: four entries; the rest has sensible values. Checked by rules/content.ts. */
export const ContentAskSchema = Type.Object({
  title: Type.String(),
  summary: Type.Optional(Type.String()),
  body: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  catalogue: Type.Optional(Type.String()),
  entry: Type.Optional(Type.String()),
  formedOn: Type.Optional(Type.String()),
  documentNumber: Type.Optional(Type.String()),
  attribute: Type.Optional(Type.String()),
  ground: Type.Optional(Type.String()),
  groundWords: Type.Optional(Type.String()),
  files: Type.Optional(Type.Array(Type.String())),
  interprets: Type.Optional(Type.String()),
  period: Type.Optional(Type.Object({ workingDays: Type.Optional(Type.Number()), basis: Type.String() })),
  extra: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})
export type ContentAsk = Static<typeof ContentAskSchema>

export const DraftAskSchema = Type.Object({
  /** Made by the screen: the same draft sent twice is one item. */
  itemId: Id,
  content: ContentAskSchema,
})
export type DraftAsk = Static<typeof DraftAskSchema>

export const DraftedSchema = Type.Object({
  itemId: Id,
  indexNumber: Type.String(),
  seq: Type.Integer(),
  /** What cleaning took out of the text, in words: 脚本 2处. */
  dropped: Type.Array(Type.String()),
})
export type Drafted = Static<typeof DraftedSchema>

export const ItemStepDoneSchema = Type.Object({
  itemId: Id,
  seq: Type.Integer(),
  warnings: Type.Array(Type.String()),
  dropped: Type.Array(Type.String()),
})
export type ItemStepDone = Static<typeof ItemStepDoneSchema>

export const FileShownSchema = Type.Object({ fileId: Id, name: Type.String(), size: Type.Integer() })

export const ContentShownSchema = Type.Object({
  ...ContentAskSchema.properties,
  title: Type.String(),
  summary: Type.String(),
  body: Type.String(),
  kind: Type.String(),
  catalogue: Type.String(),
  formedOn: Day,
  documentNumber: Type.String(),
  attribute: Type.String(),
  validity: Type.String(),
  files: Type.Array(FileShownSchema),
  extra: Type.Record(Type.String(), Type.Unknown()),
})
export type ContentShown = Static<typeof ContentShownSchema>

export const FindingShownSchema = Type.Object({
  key: Type.String(),
  code: Type.String(),
  label: Type.String(),
  part: Type.String(),
  fileId: Nullable(Type.String()),
  fileName: Nullable(Type.String()),
  place: Type.String(),
  from: Nullable(Type.Integer()),
  to: Nullable(Type.Integer()),
  excerpt: Type.String(),
  severity: Type.String(),
  howToMend: Type.String(),
  cites: CitedSchema,
  mends: Type.Array(Type.Object({ mend: Type.String(), label: Type.String() })),
  /** By whom and why it was passed over. */
  overridden: Nullable(Type.Object({ by: Type.String(), reason: Type.String() })),
})
export type FindingShown = Static<typeof FindingShownSchema>

export const StageShownSchema = Type.Object({
  stage: Type.String(),
  label: Type.String(),
  /** waiting: can be taken now; later: after another; passed; returned. */
  how: Type.Enum(['passed', 'waiting', 'later', 'returned']),
  by: Nullable(Type.String()),
  on: Nullable(Day),
  opinion: Nullable(Type.String()),
})

export const ItemDueSchema = Type.Object({
  on: Nullable(Day),
  provisional: Type.Boolean(),
  sentence: Type.String(),
  late: Type.Boolean(),
  workingDaysLeft: Nullable(Type.Integer()),
  because: Type.Array(Type.Object({ sentence: Type.String(), cites: Type.Optional(CitedSchema) })),
})

export const RevisionSchema = Type.Object({
  seq: Type.Integer(),
  label: Type.String(),
  on: Day,
  by: Type.String(),
  /** The number of the released version; null for a draft. */
  version: Nullable(Type.Integer()),
})
export type Revision = Static<typeof RevisionSchema>

export const ProofSchema = Type.Object({
  at: Type.String(),
  proven: Type.Boolean(),
  places: Type.Array(
    Type.Object({
      place: Type.String(),
      address: Type.String(),
      status: Type.Integer(),
      gone: Type.Boolean(),
    }),
  ),
})

export const ItemViewSchema = Type.Object({
  itemId: Id,
  organId: Id,
  organName: Type.String(),
  seq: Type.Integer(),
  indexNumber: Type.String(),
  stage: Type.String(),
  stageLabel: Type.String(),
  title: Type.String(),
  kindLabel: Type.String(),
  headingLabel: Type.String(),
  attributeLabel: Type.String(),
  draftedBy: Type.String(),
  waitingFor: Type.String(),
  /** The text that is being worked on; null where there is none. */
  working: Nullable(ContentShownSchema),
  /** Why the copy was opened. */
  reason: Nullable(Type.String()),
  /** The page as the public sees it or saw it last. */
  shown: Nullable(ContentShownSchema),
  /** Typed and not saved, by the person who asks. */
  autosaved: Nullable(
    Type.Object({ content: ContentAskSchema, savedAt: Type.String(), seenSeq: Type.Integer() }),
  ),
  address: Nullable(Type.String()),
  publishedAt: Nullable(Type.String()),
  releaseAt: Nullable(Type.String()),
  version: Type.Integer(),
  due: ItemDueSchema,
  stages: Type.Array(StageShownSchema),
  remarks: Type.Array(Type.Object({ paragraph: Type.Integer(), remark: Type.String(), by: Type.String() })),
  paragraphs: Type.Array(Type.String()),
  /** Null where there is nothing to check. */
  findings: Nullable(Type.Array(FindingShownSchema)),
  /** The names that the gate looks for in this item; null for those who do not work on it. */
  parties: Nullable(Type.Array(Type.String())),
  /** What was found in the attachments that came with the page, when the gate was last asked. */
  keptCheck: Nullable(
    Type.Object({
      on: Day,
      by: Type.String(),
      findings: Type.Array(
        Type.Object({
          key: Type.String(),
          severity: Type.String(),
          says: Type.String(),
          howToMend: Type.String(),
        }),
      ),
    }),
  ),
  withdrawal: Nullable(
    Type.Object({
      on: Day,
      reason: Type.String(),
      note: Type.String(),
      proof: Nullable(ProofSchema),
    }),
  ),
  withheld: Nullable(Type.Object({ on: Day, reviewOn: Day, ground: Type.String(), words: Type.String() })),
  revisions: Type.Array(RevisionSchema),
  timeline: Type.Array(TimelineEntrySchema),
  offers: Type.Array(StepOfferSchema),
})
export type ItemView = Static<typeof ItemViewSchema>

export const ComparisonSchema = Type.Object({
  before: RevisionSchema,
  after: RevisionSchema,
  fields: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
  lines: Type.Array(Type.Object({ how: Type.Enum(['same', 'gone', 'new']), text: Type.String() })),
})
export type Comparison = Static<typeof ComparisonSchema>

export const ItemListRowSchema = Type.Object({
  organId: Id,
  organName: Type.String(),
  itemId: Id,
  indexNumber: Type.String(),
  title: Type.String(),
  kindLabel: Type.String(),
  headingLabel: Type.String(),
  attributeLabel: Type.String(),
  stage: Type.String(),
  stageLabel: Type.String(),
  waitingFor: Type.String(),
  /** The last fact: sent back where the item is passed together with others. */
  seq: Type.Integer(),
  draftedBy: Type.String(),
  formedOn: Day,
  dueOn: Nullable(Day),
  provisional: Type.Boolean(),
  workingDaysLeft: Nullable(Type.Integer()),
  publishedAt: Nullable(Type.String()),
  releaseAt: Nullable(Type.String()),
  reviewOn: Nullable(Day),
  touchedAt: Type.String(),
})
export type ItemListRow = Static<typeof ItemListRowSchema>

/** What a list of items can be put in order by. */
const itemSorts = ['touched', 'due', 'published', 'formed'] as const

export const ItemListQuerySchema = Type.Object({
  view: Type.Optional(Type.Enum(['all', 'open', 'late', 'mine', 'review'])),
  stage: Type.Optional(Type.String({ maxLength: 20 })),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  catalogue: Type.Optional(Type.String({ maxLength: 40 })),
  attribute: Type.Optional(Type.String({ maxLength: 20 })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.Enum([...itemSorts])),
  after: Type.Optional(Type.String({ maxLength: 120 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type ItemListQuery = Static<typeof ItemListQuerySchema>

export const ItemListSchema = Type.Object({
  rows: Type.Array(ItemListRowSchema),
  next: Nullable(Type.String()),
})
export type ItemList = Static<typeof ItemListSchema>

/** Counts of the tabs, up to 1,000 each: `open` 1000 is said as 1000以上. */
export const ItemCountsSchema = Type.Object({
  open: Type.Integer(),
  late: Type.Integer(),
  mine: Type.Integer(),
  review: Type.Integer(),
})
export type ItemCounts = Static<typeof ItemCountsSchema>

export const InboxSchema = Type.Object({
  /** What waits for one of the roles of whoever asks, over all organs, by due day. */
  rows: Type.Array(ItemListRowSchema),
  next: Nullable(Type.String()),
  today: Day,
})
export type Inbox = Static<typeof InboxSchema>

export const AutosaveAskSchema = Type.Object({
  seenSeq: Type.Integer({ minimum: 0 }),
  content: ContentAskSchema,
})

export const MendAskSchema = Type.Object({
  askId: Id,
  seenSeq: Type.Integer({ minimum: 0 }),
  /** The findings to mend, by key; those of files with the way to mend them. */
  mends: Type.Array(Type.Object({ key: Type.String(), mend: Type.String() }), { minItems: 1, maxItems: 500 }),
})

const strict = { additionalProperties: false } as const

export const PublicationSettingsSchema = Type.Object(
  {
    levels: Type.Array(Type.Enum(['officer', 'leader', 'publisher']), {
      minItems: 1,
      maxItems: 3,
      uniqueItems: true,
    }),
    fourEyes: Type.Boolean(),
    indexPattern: Type.String({ minLength: 3, maxLength: 80 }),
    withheldReviewMonths: Type.Integer({ minimum: 1, maximum: 60 }),
    interpretationWorkingDays: Type.Integer({ minimum: 1, maximum: 60 }),
    registerPattern: Type.String({ minLength: 3, maxLength: 80 }),
    cleanupYears: Type.Integer({ minimum: 1, maximum: 20 }),
    listItems: Type.Enum(['month', 'decision']),
    maskListNames: Type.Boolean(),
  },
  strict,
)

export const PublicationSettingsAnswer = Type.Object({
  settings: PublicationSettingsSchema,
  defaults: PublicationSettingsSchema,
  /** Words on what the settings make hard: a level whose role nobody holds. */
  warnings: Type.Array(Type.String()),
})
export type PublicationSettingsShown = Static<typeof PublicationSettingsAnswer>
