import { Type } from 'typebox'

/** What the contracts of all duties are made of. */

/** 'YYYY-MM-DD'. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Id = Type.String({ format: 'uuid' })
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
