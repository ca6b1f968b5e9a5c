import { type Static, Type } from 'typebox'

/** Shapes that cross the wire for letter templates. Instants are ISO 8601 in UTC. */

const PlaceSchema = Type.Object({
  name: Type.String(),
  says: Type.String(),
  obligatory: Type.Boolean(),
  /** It opens into paragraphs and stands in a paragraph of its own. */
  opens: Type.Boolean(),
})

const VersionSchema = Type.Object({
  version: Type.Integer(),
  name: Type.String(),
  uploadedAt: Type.String(),
  by: Type.String(),
  inUse: Type.Boolean(),
})

export const TemplateKindSchema = Type.Object({
  kind: Type.String(),
  title: Type.String(),
  places: Type.Array(PlaceSchema),
  /** Newest first; without one in use, letters are made from the program's own template. */
  versions: Type.Array(VersionSchema),
})
export type TemplateKind = Static<typeof TemplateKindSchema>

export const TemplatesSchema = Type.Object({ kinds: Type.Array(TemplateKindSchema) })
export type Templates = Static<typeof TemplatesSchema>

export const UploadedSchema = Type.Object({ version: Type.Integer(), warnings: Type.Array(Type.String()) })
export type Uploaded = Static<typeof UploadedSchema>
