import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { type Role, roles } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import { type Actor, actorOf, organsWhere, rolesAt } from '#platform/identity/actor.ts'
import { isCsrfRight } from '#platform/identity/session.ts'
import type { Axis } from '#platform/organs/contract.ts'
import { isAbove, successorsOf } from '#platform/organs/tree.ts'
import type { App } from './app.ts'
import { trouble } from './problem.ts'

/** Roles at an organ above the one asked about, along these axes of the tree. */
export interface FromAbove {
  anyOf: readonly Role[]
  along: readonly Axis[]
}

/** What a route asks of whoever calls it. */
export type Demand =
  | { of: 'anyone' }
  | { of: 'signedIn'; withTemporaryPassword: boolean }
  | { of: 'holders'; organ: string; anyOf: readonly Role[]; fromAbove?: FromAbove }

declare module 'fastify' {
  interface FastifyContextConfig {
    demand?: Demand
  }
}

/** Open to the public. */
export const anyone: { demand: Demand } = { demand: { of: 'anyone' } }

/** Open to everyone who is signed in, whatever the role. */
export const signedIn: { demand: Demand } = { demand: { of: 'signedIn', withTemporaryPassword: false } }

/** The same, and to those too who have yet to replace the password they were handed. */
export const signedInAnyhow: { demand: Demand } = { demand: { of: 'signedIn', withTemporaryPassword: true } }

/**
 * Open to those who hold one of the roles at the organ that the path names by the parameter `organ`
 * (or at its successor, where that organ has ended), and to those of `fromAbove`.
 */
export const holders = (
  organ: string,
  anyOf: readonly Role[],
  fromAbove?: FromAbove,
): { demand: Demand } => ({
  demand: { of: 'holders', organ, anyOf, ...(fromAbove && { fromAbove }) },
})

/** A route under /api/ with what it demands. */
export interface ApiRoute {
  method: string
  url: string
  demand: Demand
}

/** Who asks this, on a route that demands somebody signed in. Throws where nobody is. */
export function whoAsks(request: FastifyRequest): Actor {
  const actor = actorOf(request)
  if (actor === null) throw trouble('notSignedIn')
  return actor
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const namesOf = (anyOf: readonly Role[]): string => anyOf.map((role) => roles[role].label).join('、')

async function holdsAbove(
  db: Kysely<Database>,
  actor: Actor,
  organId: string,
  above?: FromAbove,
): Promise<boolean> {
  if (above === undefined) return false
  const organs = organsWhere(actor, above.anyOf)
  return organs.length > 0 && isAbove(db, organs, organId, above.along)
}

type Holders = Extract<Demand, { of: 'holders' }>

// Silence about organs where the person has no business: the same answer as for one that does not exist.
async function checkHolder(
  db: Kysely<Database>,
  actor: Actor,
  organId: string,
  demand: Holders,
): Promise<void> {
  const meets = (held: readonly Role[]) => held.some((role) => demand.anyOf.includes(role))
  const held = rolesAt(actor, organId)
  if (meets(held)) return
  if (await holdsAbove(db, actor, organId, demand.fromAbove)) return
  const successors = await successorsOf(db, organId)
  const inherited = successors.flatMap((successor) => rolesAt(actor, successor))
  if (meets(inherited)) return
  for (const successor of successors) {
    if (await holdsAbove(db, actor, successor, demand.fromAbove)) return
  }
  if (held.length + inherited.length === 0) throw trouble('notFound')
  const wanted = demand.anyOf.length > 0 ? demand.anyOf : (demand.fromAbove?.anyOf ?? [])
  throw trouble('forbidden', { detail: `此事须由${namesOf(wanted)}办理。如需办理，请联系管理员。` })
}

function paramOf(request: FastifyRequest, name: string): string {
  const { params } = request
  if (typeof params !== 'object' || params === null) return ''
  return String(Object.entries(params).find(([key]) => key === name)?.[1] ?? '')
}

async function check(db: Kysely<Database>, request: FastifyRequest, demand: Demand): Promise<void> {
  if (demand.of === 'anyone') return
  const actor = whoAsks(request)
  if (changes.has(request.method) && !isCsrfRight(request.session, request.headers['x-csrf-token'])) {
    throw trouble('foreignOrigin')
  }
  if (actor.mustChangePassword && !(demand.of === 'signedIn' && demand.withTemporaryPassword)) {
    throw trouble('passwordMustChange')
  }
  if (demand.of === 'signedIn') return
  const organId = paramOf(request, demand.organ)
  if (!uuid.test(organId)) throw trouble('notFound')
  await checkHolder(db, actor, organId, demand)
}

function demandOf(url: string, methods: readonly string[], demand: Demand | undefined): Demand {
  if (demand === undefined) throw new Error(`no demand stated: ${methods.join()} ${url}`)
  if (demand.of === 'holders' && !url.includes(`/:${demand.organ}`)) {
    throw new Error(`no :${demand.organ} in the address: ${methods.join()} ${url}`)
  }
  return demand
}

/**
 * Holds every route under /api/ to what it demands, before its body is read. A route that states
 * nothing is refused when it is registered. Gives the list of routes, which grows as they are.
 */
export function holdToDemands(app: App, db: Kysely<Database>): readonly ApiRoute[] {
  const routes: ApiRoute[] = []
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!url.startsWith('/api/')) return
    const methods = [method].flat()
    const demand = demandOf(url, methods, config?.demand)
    for (const each of methods) if (each !== 'HEAD') routes.push({ method: each, url, demand })
  })
  app.addHook('preParsing', async (request) => {
    const { demand } = request.routeOptions.config
    if (demand === undefined || !request.routeOptions.url?.startsWith('/api/')) return
    await request.loadSession()
    await check(db, request, demand)
  })
  return routes
}
