import { type Static, Type } from 'typebox'
import { Id } from '#platform/http/contract.ts'

/** Shapes that cross the wire for old sites; browser-safe. */

const strict = { additionalProperties: false } as const

const SourceSchema = Type.Union([
  /** A column, a path of JSON, a selector, `meta:名称`, `mark:发布日期`, or `auto`. */
  Type.Object({ from: Type.String({ minLength: 1, maxLength: 200 }) }, strict),
  /** One value for all. */
  Type.Object({ value: Type.String({ minLength: 1, maxLength: 200 }) }, strict),
])

/** Field of ours to where it comes from, by the names of `fields`. */
export const OldMappingSchema = Type.Record(Type.String({ maxLength: 40 }), SourceSchema)
export type OldMapping = Static<typeof OldMappingSchema>

export const OldOptionsSchema = Type.Object(
  {
    /** Host of the old site, or ''. */
    host: Type.String({ maxLength: 200, pattern: '^([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*)?$' }),
    /** Folder of the archive that stands for the root of the site, with a slash at its end, or ''. */
    root: Type.String({ maxLength: 200, pattern: '^([^/].*/)?$' }),
    findings: Type.Enum(['draft', 'publish']),
  },
  strict,
)

const CountsSchema = Type.Object({
  pages: Type.Integer(),
  /** Behind it in the present stage. */
  done: Type.Integer(),
  take: Type.Integer(),
  draft: Type.Integer(),
  duplicate: Type.Integer(),
  refused: Type.Integer(),
})

export const OldSiteSchema = Type.Object({
  siteId: Id,
  name: Type.String(),
  /** list, json, html */
  kind: Type.String(),
  kindLabel: Type.String(),
  /** reading, read, checking, checked, taking, stopped, done, unreadable */
  status: Type.String(),
  statusLabel: Type.String(),
  trouble: Type.String(),
  madeAt: Type.String(),
  counts: CountsSchema,
})
export type OldSiteView = Static<typeof OldSiteSchema>

export const OldSiteWholeSchema = Type.Object({
  ...OldSiteSchema.properties,
  fields: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), required: Type.Boolean() })),
  choices: Type.Array(
    Type.Object({ from: Type.String(), label: Type.String(), samples: Type.Array(Type.String()) }),
  ),
  mapping: OldMappingSchema,
  options: OldOptionsSchema,
})
export type OldSiteWhole = Static<typeof OldSiteWholeSchema>

export const OldSitesSchema = Type.Object({
  sites: Type.Array(OldSiteSchema),
  /** What lies in the organ's folder on the server, and where that is. */
  laid: Type.Array(Type.Object({ name: Type.String(), isFolder: Type.Boolean() })),
  inbox: Type.String(),
})

export const SettleAsk = Type.Object({ mapping: OldMappingSchema, options: OldOptionsSchema }, strict)
export const LaidAsk = Type.Object(
  {
    list: Type.Optional(Type.String({ maxLength: 255 })),
    files: Type.Optional(Type.String({ maxLength: 255 })),
  },
  strict,
)

export const OldPageSchema = Type.Object({
  n: Type.Integer(),
  place: Type.String(),
  title: Type.String(),
  publishedOn: Type.Union([Type.String(), Type.Null()]),
  address: Type.String(),
  outcome: Type.String(),
  outcomeLabel: Type.String(),
  reasons: Type.Array(Type.String()),
  itemId: Type.Union([Id, Type.Null()]),
})
export type OldPageView = Static<typeof OldPageSchema>

export const OldPagesSchema = Type.Object({
  pages: Type.Array(OldPageSchema),
  /** The `n` to ask on from; null at the end. */
  next: Type.Union([Type.Integer(), Type.Null()]),
})
export type OldPages = Static<typeof OldPagesSchema>

export const OldPreviewSchema = Type.Object({
  pages: Type.Array(
    Type.Object({
      place: Type.String(),
      title: Type.String(),
      publishedOn: Type.String(),
      organ: Type.String(),
      documentNumber: Type.String(),
      kindLabel: Type.String(),
      headingLabel: Type.String(),
      text: Type.String(),
      files: Type.Array(Type.String()),
      address: Type.String(),
      reasons: Type.Array(Type.String()),
      isTaken: Type.Boolean(),
    }),
  ),
})
export type OldPreview = Static<typeof OldPreviewSchema>

export const OldAddressesSchema = Type.Object({
  addresses: Type.Array(
    Type.Object({ address: Type.String(), to: Type.String(), title: Type.String(), status: Type.String() }),
  ),
  next: Type.Union([Type.String(), Type.Null()]),
})
export type OldAddresses = Static<typeof OldAddressesSchema>
