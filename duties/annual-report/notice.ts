import { sql } from 'kysely'
import { settingOf } from '#platform/organs/settings.ts'
import { ancestorsOf, organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { isDay } from '#time/day.ts'
import type { ReportDays } from './contract.ts'
import { lawfulDay, type ReportNotice } from './rules/days.ts'

const name = 'reportNotices'

type Notices = Readonly<Record<string, ReportNotice>>

const noticesOf = async (platform: Platform, organId: string): Promise<Notices> =>
  ((await settingOf(platform.db, organId, name)) ?? {}) as Notices

/** The days of an organ's report on a year: the law's, and the earlier ones of the nearest organ above that wrote any. */
export async function reportDays(platform: Platform, organId: string, year: number): Promise<ReportDays> {
  const today = platform.today()
  const own = await organById(platform.db, organId, today)
  const { on } = lawfulDay(year, own?.kind === 'government')
  const above = await ancestorsOf(platform.db, organId, 'region', today)
  for (const organ of [...(own ? [own] : []), ...above]) {
    const notice = (await noticesOf(platform, organ.organId))[year]
    if (notice) return { lawfulOn: on, notice: { ...notice, organName: organ.name } }
  }
  return { lawfulOn: on, notice: null }
}

export type NoticeAnswer =
  | { kind: 'done' }
  | { kind: 'invalid'; errors: { field: string; message: string }[] }

/** Writes the days of a supervising organ for all below it. A day later than the law's is refused at its field. */
export async function writeNotice(
  platform: Platform,
  { organId, year, by }: { organId: string; year: number; by: string },
  ask: { submitOn: string; publishOn: string; words: string },
): Promise<NoticeAnswer> {
  const latest = lawfulDay(year, true).on
  const errors = (['submitOn', 'publishOn'] as const).flatMap((field) => {
    const on = ask[field]
    if (!isDay(on)) return [{ field, message: '不是一个存在的日期，请按“2026-01-20”的样子填写' }]
    if (on > latest) return [{ field, message: `不能晚于条例规定的日期${latest}` }]
    return on <= `${year}-12-31` ? [{ field, message: `${year}年还没有结束，请填写以后的日期` }] : []
  })
  if (errors.length > 0) return { kind: 'invalid', errors }
  const value = { ...(await noticesOf(platform, organId)), [year]: ask }
  await sql`insert into organ_setting (organ_id, name, value, changed_at, changed_by)
    values (${organId}, ${name}, ${JSON.stringify(value)}::jsonb, ${platform.now().toISOString()}, ${by})
    on conflict (organ_id, name) do update set value = excluded.value, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(platform.db)
  return { kind: 'done' }
}
