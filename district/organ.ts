import type { Day } from '#time/day.ts'
import type { Place } from './places.ts'

export type OrganKind =
  | 'government'
  | 'department'
  | 'town'
  | 'street'
  | 'village'
  | 'enterprise'
  | 'vertical'
export type OrganLevel = 'province' | 'city' | 'county' | 'town' | 'village'
export type Axis = 'region' | 'vertical'

export interface NamePeriod {
  readonly fromOn: Day
  /** Exclusive; left out while the name holds. */
  readonly untilOn?: Day
  readonly name: string
  readonly shortName: string
  readonly basis: string
}

export interface ParentPeriod {
  readonly axis: Axis
  readonly fromOn: Day
  readonly untilOn?: Day
  readonly parentId: string
}

export interface Succession {
  readonly successorId: string
  readonly onDay: Day
  readonly how: 'merged' | 'moved' | 'renamed'
  readonly basis: string
}

export interface Contact {
  readonly office: string
  readonly address: string
  readonly postcode: string
  readonly hours: string
  readonly telephone: string
  readonly fax: string
  readonly email: string
  readonly functions: string
  readonly leader: string
  readonly reconsiderationOrgan: string
  readonly court: string
}

/** One organ of the district with its whole history. */
export interface Organ {
  readonly organId: string
  readonly code: string
  readonly creditCode: string
  readonly kind: OrganKind
  readonly level: OrganLevel
  readonly regionCode: string
  readonly sort: number
  readonly names: readonly NamePeriod[]
  readonly parents: readonly ParentPeriod[]
  readonly succession?: Succession
  /** The day from which the organ is no more. */
  readonly endedOn?: Day
  readonly contact: Contact
  /** Key of departments/, for a department or a vertical unit. */
  readonly department?: string
  /** The county, city or province it belongs to. */
  readonly area: Place
  /** Its own place, for a town, a street and a village. */
  readonly place?: Place
  /** 发文字号 without the kind: 清民 in 清民发〔2025〕3号. */
  readonly mark: string
}

const periodOn = (organ: Organ, on: Day): NamePeriod | undefined =>
  organ.names.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === undefined || on < untilOn)) ??
  organ.names.at(-1)

/** The name on a day; the last one where the organ has ended by then. */
export const nameOn = (organ: Organ, on: Day): string => periodOn(organ, on)?.name ?? organ.code

/** 民政局, as its letters and cases are numbered. */
export const shortNameOn = (organ: Organ, on: Day): string => periodOn(organ, on)?.shortName ?? organ.code

/** The name that holds, or the last. */
export const lastName = (organ: Organ): string => organ.names.at(-1)?.name ?? organ.code

/** True where the organ exists on the day. */
export const existsOn = (organ: Organ, on: Day): boolean => organ.endedOn === undefined || on < organ.endedOn

/** True for the organs that take requests and write annual reports; villages and enterprises do neither. */
export const answersRequests = (organ: Organ): boolean =>
  organ.kind !== 'village' &&
  organ.kind !== 'enterprise' &&
  !(organ.kind === 'vertical' && organ.level === 'town')
