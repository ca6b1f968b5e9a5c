import { trouble } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organByCode } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { portalOrgan } from '../store.ts'

/** The organ whose portal this is; before there is one, the whole portal answers 404. */
export async function ownOrgan({ db, today }: Platform): Promise<Organ> {
  const organ = await portalOrgan(db, today())
  if (!organ) throw trouble('notFound')
  return organ
}

/** The organ of a code in an address; none is answered 404. */
export async function organAt({ db, today }: Platform, code: string): Promise<Organ> {
  const organ = await organByCode(db, code, today())
  if (!organ) throw trouble('notFound')
  return organ
}
