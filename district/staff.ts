import { type Role, roleNames } from '#law/roles.ts'
import { knownFrom } from './changes.ts'
import { uuidOn } from './identifiers.ts'
import { answersRequests, type Organ } from './organ.ts'
import { drawName } from './people.ts'
import type { Random } from './random.ts'

/** Somebody who works for an organ of the district. */
export interface Officer {
  readonly personId: string
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
  /** May sign in with the password of the demonstration. */
  readonly demonstrates: boolean
}

/** The people of one organ; the first of each role acts in its cases. */
export interface Staff {
  readonly organ: Organ
  readonly officers: readonly Officer[]
}

/** Codes of the organs where every role has a person, who may sign in. */
export const demonstrationOrgans: readonly string[] = ['qingxi', 'qingxi-qingyan']

// User names of the demonstration, in pinyin as offices type them.
const spelt: Readonly<Record<Role, string>> = {
  informationOfficer: 'xinxi',
  handler: 'chengban',
  reviewer: 'shenhe',
  secrecyReviewer: 'baomi',
  legalReviewer: 'fazhi',
  officeHead: 'fuzeren',
  leader: 'lingdao',
  publisher: 'fabu',
  supervisor: 'jiandu',
  auditor: 'shenji',
  administrator: 'guanli',
}

// In a small office one person holds several posts.
const posts: readonly (readonly Role[])[] = [
  ['informationOfficer', 'publisher'],
  ['handler'],
  ['reviewer', 'secrecyReviewer', 'legalReviewer', 'officeHead'],
  ['leader'],
]

/** Who works at an organ; nobody where it takes no requests. */
export function staffOf(seed: Random, organ: Organ): Staff {
  if (!answersRequests(organ)) return { organ, officers: [] }
  const random = seed.branch(`staff/${organ.code}`)
  const demonstrates = demonstrationOrgans.includes(organ.code)
  const held = demonstrates
    ? [...roleNames.map((role) => [role]), ['handler'] as const]
    : organ.kind === 'government'
      ? [...posts.slice(0, -1), ['leader', 'supervisor'] as const]
      : posts
  const officers = held.map((roles, i): Officer => {
    const [first = 'handler'] = roles
    const isNamed = demonstrates && i < roleNames.length
    return {
      personId: uuidOn(random, knownFrom),
      username: isNamed
        ? `${organ.place?.spelt ?? organ.area.spelt}-${spelt[first]}`
        : `${organ.code}-${i + 1}`,
      name: drawName(random).name,
      roles,
      demonstrates: isNamed,
    }
  })
  return { organ, officers }
}

/** The id of the person who acts in a role; throws where the organ has nobody. */
export function holderOf({ organ, officers }: Staff, role: Role): string {
  const holder = officers.find(({ roles }) => roles.includes(role))
  if (holder) return holder.personId
  throw new RangeError(`nobody at ${organ.code} is ${role}`)
}
