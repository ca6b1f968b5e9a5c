import type { Generated } from 'kysely'

/** The organ tree: see migrations/0001-ground.sql. Days are text; `until_on` is exclusive. */
export interface OrganRow {
  organ_id: string
  code: string
  credit_code: string
  kind: string
  level: string
  region_code: string
  sort: Generated<number>
}

export interface OrganNameRow {
  organ_id: string
  from_on: string
  until_on: string | null
  name: string
  short_name: string
  basis: Generated<string>
}

export interface OrganParentRow {
  organ_id: string
  axis: string
  from_on: string
  until_on: string | null
  parent_id: string
}

/** All pairs of today's tree, each organ with itself at depth 0 on both axes. */
export interface OrganClosureRow {
  organ_id: string
  axis: string
  descendant_id: string
  depth: number
}

export interface OrganSuccessionRow {
  organ_id: string
  successor_id: string
  on_day: string
  how: string
  basis: Generated<string>
}

export interface OrganContactRow {
  organ_id: string
  office: string
  address: string
  postcode: string
  hours: string
  telephone: string
  fax: Generated<string>
  email: Generated<string>
  functions: Generated<string>
  leader: Generated<string>
  reconsideration_organ: Generated<string>
  court: Generated<string>
}

declare module '#platform/database/schema.ts' {
  interface Database {
    organ: OrganRow
    organ_name: OrganNameRow
    organ_parent: OrganParentRow
    organ_closure: OrganClosureRow
    organ_succession: OrganSuccessionRow
    organ_contact: OrganContactRow
  }
}
