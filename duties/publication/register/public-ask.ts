import { trouble } from '#platform/http/problem.ts'
import { organByCode } from '#platform/organs/tree.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import type { Platform } from '#platform/platform.ts'
import { dayKey } from '../list-key.ts'
import { validityLabels } from '../rules/vocabulary.ts'
import { settingsOf } from '../settings-store.ts'
import { portalOrgan } from '../store.ts'
import type { RegisterQuery } from './contract.ts'
import type { RegisterAsk } from './store.ts'

const stateOf = (text: string): RegisterQuery['state'] =>
  text !== 'none' && Object.hasOwn(validityLabels, text) ? (text as RegisterQuery['state']) : undefined

async function organOf({ db, today }: Platform, code: string): Promise<string | undefined> {
  if (code === '') return undefined
  const organ = await organByCode(db, code, today())
  if (!organ) throw trouble('notFound')
  return organ.organId
}

/**
 * What an address asks of the public register, over all organs or of one; parts that mean nothing are left out. Throws
 * the problem of an unknown organ (404).
 */
export async function publicRegisterAsk(
  platform: Platform,
  query: unknown,
  limit: number,
): Promise<RegisterAsk> {
  const { db, today } = platform
  const own = await portalOrgan(db, today())
  if (!own) throw trouble('notFound')
  const { cleanupYears, interpretationWorkingDays } = await settingsOf(db, own.organId)
  const [state, year, after] = [
    stateOf(asked(query, 'state')),
    askedYear(query, 'year'),
    asked(query, 'after'),
  ]
  return {
    organId: await organOf(platform, asked(query, 'organ')),
    words: asked(query, 'words').slice(0, 100),
    ...(dayKey(after) ? { after } : {}),
    ...(state ? { state } : {}),
    ...(year ? { year } : {}),
    today: today(),
    limit,
    cleanupYears,
    interpretationWorkingDays,
    calendar: await platform.calendarFor(own.organId),
  }
}
