import { type Static, Type } from 'typebox'

/** Shapes of the standard catalogues (国办发〔2019〕54号) on the wire. Instants are ISO 8601 in UTC. */

const Tier = Type.Enum(['county', 'town', 'village'])

const EntrySchema = Type.Object({
  first: Type.String(),
  second: Type.String(),
  content: Type.String(),
  basis: Type.String(),
  limit: Type.String(),
  subject: Type.String(),
  carriers: Type.Array(Type.String()),
  everybody: Type.Boolean(),
  groups: Type.String(),
  published: Type.Boolean(),
  onRequest: Type.Boolean(),
  tiers: Type.Array(Tier),
  more: Type.Record(Type.String(), Type.String()),
})

/** What was published under an entry, and how it stands to its time limit. */
const StandingSchema = Type.Object({
  kind: Type.Enum(['onRequest', 'inTime', 'empty', 'late']),
  label: Type.String(),
  /** The last day that would have been in time, where it is late. */
  since: Type.Union([Type.String(), Type.Null()]),
})

const ListedEntrySchema = Type.Object({
  ...EntrySchema.properties,
  /** Field and number, 17-004: what an item names that stands under it. */
  code: Type.String(),
  position: Type.Integer(),
  items: Type.Integer(),
  newestAt: Type.Union([Type.String(), Type.Null()]),
  standing: StandingSchema,
})
export type ListedEntry = Static<typeof ListedEntrySchema>

const VersionSchema = Type.Object({
  version: Type.Integer(),
  entries: Type.Integer(),
  source: Type.String(),
  madeAt: Type.String(),
  madeBy: Type.String(),
  publishedAt: Type.Union([Type.String(), Type.Null()]),
})
export type CatalogueVersion = Static<typeof VersionSchema>

const SummarySchema = Type.Object({
  field: Type.String(),
  label: Type.String(),
  published: Type.Union([VersionSchema, Type.Null()]),
  draft: Type.Union([VersionSchema, Type.Null()]),
  late: Type.Integer(),
  empty: Type.Integer(),
})
export type CatalogueSummary = Static<typeof SummarySchema>

export const CataloguesSchema = Type.Object({
  catalogues: Type.Array(SummarySchema),
  /** The fields of the pilot, for choosing. */
  fields: Type.Array(Type.Object({ code: Type.String(), label: Type.String() })),
  mayPublish: Type.Boolean(),
})
export type Catalogues = Static<typeof CataloguesSchema>

export const CatalogueSchema = Type.Object({
  field: Type.String(),
  label: Type.String(),
  title: Type.String(),
  /** Its public page; empty for a draft. */
  address: Type.String(),
  version: VersionSchema,
  versions: Type.Array(VersionSchema),
  entries: Type.Array(ListedEntrySchema),
})
export type Catalogue = Static<typeof CatalogueSchema>

/** One table of a file as it would be taken: what it holds, what is wrong, what changes. */
const CheckedTableSchema = Type.Object({
  sheet: Type.String(),
  title: Type.String(),
  /** The field that its title speaks of; empty where none is recognised and one must be chosen. */
  field: Type.String(),
  label: Type.String(),
  entries: Type.Integer(),
  /** A sentence where the table as a whole cannot be read. */
  unclear: Type.String(),
  wrong: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), message: Type.String() })),
  added: Type.Array(Type.String()),
  changed: Type.Array(Type.String()),
  ended: Type.Array(Type.String()),
})
export type CheckedTable = Static<typeof CheckedTableSchema>

export const CheckedFileSchema = Type.Object({ name: Type.String(), tables: Type.Array(CheckedTableSchema) })
export type CheckedFile = Static<typeof CheckedFileSchema>

export const TakenFileSchema = Type.Object({
  taken: Type.Array(
    Type.Object({
      field: Type.String(),
      label: Type.String(),
      version: Type.Integer(),
      entries: Type.Integer(),
    }),
  ),
})
export type TakenFile = Static<typeof TakenFileSchema>

/** The entries under which an organ files what it publishes, by field: its own catalogue, else that of the nearest above. */
export const OfferedFieldsSchema = Type.Object({
  fields: Type.Array(
    Type.Object({
      field: Type.String(),
      label: Type.String(),
      organName: Type.String(),
      entries: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
    }),
  ),
})
export type OfferedFields = Static<typeof OfferedFieldsSchema>
