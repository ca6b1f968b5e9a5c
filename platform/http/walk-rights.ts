import { type Role, roleNames } from '#law/roles.ts'
import type { Axis } from '#platform/organs/contract.ts'
import type { App } from './app.ts'
import { problem } from './problem.ts'
import type { ApiRoute, Demand } from './rights.ts'

/** What the walk needs to know of the world that it walks through. */
export interface Walk {
  /** Every one is held at, and every one is asked about. */
  organs: readonly string[]
  /** The truth about the tree, apart from the code under test. */
  isAbove(upper: string, lower: string, axis: Axis): boolean
  /** Headers of somebody who holds that role at that organ, and nothing else anywhere. */
  signInAs(role: Role, organId: string): Promise<Record<string, string>>
  /** Something of that organ for another parameter of a path, such as a case's id; undefined where it has none. */
  idAt(parameter: string, organId: string): string | undefined
  /** What a route is sent; {} where left out. */
  bodyFor?(route: ApiRoute): object
}

/** What the walk found: doors that open wrongly, in words; and how far it went. */
export interface WalkFound {
  wrong: string[]
  routes: number
  requests: number
}

type Holders = Extract<Demand, { of: 'holders' }>

const nobody = '0199a000-0000-7000-8000-00000000dead'

const parametersOf = (url: string): string[] => [...url.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? [])

const fill = (url: string, ids: (parameter: string) => string): string =>
  url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids(name)))

function isOpenTo(demand: Holders, role: Role, at: { held: string; asked: string }, walk: Walk): boolean {
  if (at.held === at.asked) return demand.anyOf.includes(role)
  const { anyOf = [], along = [] } = demand.fromAbove ?? {}
  return anyOf.includes(role) && along.some((axis) => walk.isAbove(at.held, at.asked, axis))
}

interface Caller {
  role: Role
  held: string
  headers: Record<string, string>
}

class Walker {
  readonly #app: App
  readonly #walk: Walk
  readonly found: WalkFound = { wrong: [], routes: 0, requests: 0 }

  constructor(app: App, walk: Walk) {
    this.#app = app
    this.#walk = walk
  }

  async ask(route: ApiRoute, url: string, headers: Record<string, string> = {}) {
    this.found.requests += 1
    const payload = route.method === 'GET' ? {} : { payload: this.#walk.bodyFor?.(route) ?? {} }
    const { statusCode, body } = await this.#app.inject({
      method: route.method as 'GET',
      url,
      headers,
      ...payload,
    })
    return { statusCode, body }
  }

  #note(route: ApiRoute, what: string): void {
    this.found.wrong.push(`${route.method} ${route.url}: ${what}`)
  }

  async askAsStranger(route: ApiRoute): Promise<void> {
    const [organ = nobody] = this.#walk.organs
    const url = fill(route.url, (name) => this.#walk.idAt(name, organ) ?? organ)
    const { statusCode } = await this.ask(route, url)
    if (statusCode !== 401) this.#note(route, `a stranger gets ${statusCode}`)
  }

  async askElsewhere(route: ApiRoute, demand: Holders, caller: Caller): Promise<void> {
    for (const asked of this.#walk.organs) {
      const at = { held: caller.held, asked }
      if (isOpenTo(demand, caller.role, at, this.#walk)) continue
      const ids = (name: string) => (name === demand.organ ? asked : (this.#walk.idAt(name, asked) ?? nobody))
      const { statusCode, body } = await this.ask(route, fill(route.url, ids), caller.headers)
      const wanted = asked === caller.held ? 403 : 404
      const hints = wanted === 404 && body !== JSON.stringify(problem('notFound'))
      if (statusCode !== wanted || hints) {
        const where = asked === caller.held ? 'its own organ' : 'another organ'
        this.#note(route, `${caller.role} asking at ${where} gets ${statusCode}`)
      }
    }
  }

  // With the right to the route at one's own organ, and there the id of something that is another's.
  async askForOthers(route: ApiRoute, demand: Holders, caller: Caller): Promise<void> {
    if (!demand.anyOf.includes(caller.role)) return
    for (const parameter of parametersOf(route.url)) {
      if (parameter === demand.organ) continue
      const own = (name: string) =>
        name === demand.organ ? caller.held : (this.#walk.idAt(name, caller.held) ?? nobody)
      const withId = (id: string) => fill(route.url, (name) => (name === parameter ? id : own(name)))
      for (const other of this.#walk.organs) {
        const id = this.#walk.idAt(parameter, other)
        if (other === caller.held || id === undefined || id === this.#walk.idAt(parameter, caller.held))
          continue
        const [theirs, none] = [
          await this.ask(route, withId(id), caller.headers),
          await this.ask(route, withId(nobody), caller.headers),
        ]
        if (theirs.statusCode < 400 || theirs.statusCode !== none.statusCode || theirs.body !== none.body) {
          this.#note(route, `${caller.role} with another organ's ${parameter} gets ${theirs.statusCode}`)
        }
      }
    }
  }
}

const lanes = 6

// Each route once, some at a time: while the database looks up one session, the next question is asked.
async function together(
  routes: readonly ApiRoute[],
  work: (route: ApiRoute) => Promise<void>,
): Promise<void> {
  const rest = routes.values()
  const lane = async (): Promise<void> => {
    for (const route of rest) await work(route)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/**
 * Walks role × route × organ over every route under /api/: nobody without a session comes in; a role
 * opens only what the route grants it, at its organ and from above; another organ's organ, and another
 * organ's case asked for at one's own, get the very answer of what does not exist.
 */
export async function walkRights(app: App, walk: Walk): Promise<WalkFound> {
  const walker = new Walker(app, walk)
  const guarded = app.apiRoutes.filter(({ demand }) => demand.of !== 'anyone')
  walker.found.routes = guarded.length
  await together(guarded, (route) => walker.askAsStranger(route))
  for (const held of walk.organs) {
    for (const role of roleNames) {
      const caller = { role, held, headers: await walk.signInAs(role, held) }
      await together(guarded, async (route) => {
        if (route.demand.of !== 'holders') return
        await walker.askElsewhere(route, route.demand, caller)
        await walker.askForOthers(route, route.demand, caller)
      })
    }
  }
  return walker.found
}
