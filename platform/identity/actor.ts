import type { FastifyRequest } from 'fastify'
import type { Role } from '#law/roles.ts'

/** One role at one organ; with `coversFor`, as the stand-in of that person. */
export interface Holding {
  organId: string
  role: Role
  coversFor?: string
}

/** Who is asking, with the roles held today. */
export interface Actor {
  personId: string
  name: string
  username: string
  holdings: readonly Holding[]
  twoFactor: boolean
  /** True while the password is one that an administrator handed out. */
  mustChangePassword: boolean
}

/** The roles held at that very organ, each once. */
export const rolesAt = (actor: Actor, organId: string): Role[] => [
  ...new Set(actor.holdings.filter((holding) => holding.organId === organId).map(({ role }) => role)),
]

/** The organs where any of these roles is held. */
export const organsWhere = (actor: Actor, anyOf: readonly Role[]): string[] => [
  ...new Set(actor.holdings.filter(({ role }) => anyOf.includes(role)).map(({ organId }) => organId)),
]

/** Who asks this: null where nobody is signed in. Known on every route under /api/. */
export const actorOf = (request: FastifyRequest): Actor | null => request.session?.actor ?? null
