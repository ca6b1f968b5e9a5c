import { Type } from 'typebox'
import type { Ground } from '#platform/http/ground.ts'
import { type HttpProblem, refused, trouble, type Wording } from '#platform/http/problem.ts'
import { type FromAbove, holders } from '#platform/http/rights.ts'
import { isAbove } from '#platform/organs/tree.ts'
import { type Actor, organsWhere } from './actor.ts'
import { isKnownAt, organsHeld } from './holdings.ts'

const administrator = ['administrator'] as const

/** The administrator of a government administers the organs below it, by region. */
export const administratorAbove: FromAbove = { anyOf: administrator, along: ['region'] }

/** What the routes on people and roles demand. */
export const byAdministrator = holders('organId', administrator, administratorAbove)

/** The answer of a deed that has nothing to tell. */
export const NothingSchema = Type.Null({ description: '已完成' })

type Refusal = 'onOneself' | 'heldElsewhere' | 'nothingToCover'

const words: Record<Refusal, Wording> = {
  onOneself: {
    status: 409,
    title: '不能对自己办理',
    detail: '不能给自己授予或终止角色、停用或重置自己的账号，请由其他管理员或上级政府的管理员办理。',
  },
  heldElsewhere: {
    status: 409,
    title: '该人员还在其他单位任职',
    detail: '停用账号和重置密码会影响其他单位，请由共同的上级政府的管理员办理。',
  },
  nothingToCover: {
    status: 409,
    title: '没有可以代理的角色',
    detail: '被代理人在这段时间没有角色，或者代理人本来就有相同的角色。',
  },
}

/** A refusal in the administration of people, ready to be thrown. */
export const no = (refusal: Refusal): HttpProblem => refused(refusal, words[refusal])

/**
 * An account is one for all organs: whoever changes it must administer every organ where its person
 * holds a role. Throws where not, and where the account is one's own.
 */
export async function checkWholeAccount(
  { db, today }: { db: Ground['db']; today: ReturnType<Ground['today']> },
  actor: Actor,
  { organId, personId }: { organId: string; personId: string },
): Promise<void> {
  if (!(await isKnownAt(db, organId, personId))) throw trouble('notFound')
  if (personId === actor.personId) throw no('onOneself')
  const administered = organsWhere(actor, administrator)
  for (const held of await organsHeld(db, personId, today)) {
    const inCare = administered.includes(held) || (await isAbove(db, administered, held, ['region']))
    if (!inCare) throw no('heldElsewhere')
  }
}
