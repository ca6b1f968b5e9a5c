import type { Citation } from '#law/citation.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, dayInShanghai, inChinese } from '#time/day.ts'
import { articles } from './articles.ts'
import type { ItemCase } from './item.ts'
import { terms } from './terms.ts'

/** One reason of a due day, in words, with its article. */
export interface Because {
  readonly sentence: string
  readonly cites?: Citation
}

/** By when an item must be public, and why; `none` where no period runs. */
export type Due =
  | {
      readonly kind: 'due'
      readonly on: Day
      readonly provisional: boolean
      readonly because: readonly Because[]
    }
  | {
      readonly kind: 'over'
      readonly on: Day
      readonly provisional: boolean
      readonly releasedOn: Day
      readonly inTime: boolean
      readonly because: readonly Because[]
    }
  | { readonly kind: 'none' }

/** What a period is reckoned with. */
export interface DueGiven {
  readonly calendar: Calendar
  readonly interpretationWorkingDays: number
  /** The day on which the document that this item interprets was released. */
  readonly documentOn?: Day
}

const periodOf = (c: ItemCase, since: Day, given: DueGiven) => {
  const content = c.working?.content ?? c.shown?.content
  const special = content?.period
  const workingDays = special?.workingDays ?? terms.publication.workingDays
  const reckoned = given.calendar.plusWorkdays(since, workingDays)
  const changed = c.working?.reason !== undefined || c.working?.since !== content?.formedOn
  const begins: Because = {
    sentence: `${inChinese(since)}${changed && c.working ? '变更' : '形成'}，自次日起算${workingDays}个工作日`,
    cites: terms.publication.cites,
  }
  const by: Because[] = special ? [{ sentence: special.basis, cites: articles.otherPeriod }] : []
  return { ...reckoned, because: [begins, ...by] }
}

// The earlier of the two days: an interpretation has the period of every item, and its document's.
function withDocument(period: ReturnType<typeof periodOf>, c: ItemCase, given: DueGiven) {
  const content = c.working?.content ?? c.shown?.content
  if (!given.documentOn || content?.kind !== 'interpretation') return period
  const own = given.calendar.plusWorkdays(given.documentOn, given.interpretationWorkingDays)
  if (own.on >= period.on) return period
  const sentence = `所解读的文件于${inChinese(given.documentOn)}公开，解读应当在其后${given.interpretationWorkingDays}个工作日内发布`
  return { ...own, because: [...period.because, { sentence }] }
}

/**
 * 第二十六条: twenty working days from the day after forming or change, or the period that another law sets. A copy
 * under amendment has its own clock from the day of the change; what is not to be published has none.
 */
export function due(c: ItemCase, given: DueGiven): Due {
  if (c.discarded || c.withheld) return { kind: 'none' }
  if (c.working) {
    if (c.working.content.attribute !== 'active') return { kind: 'none' }
    const { on, provisional, because } = withDocument(periodOf(c, c.working.since, given), c, given)
    return { kind: 'due', on, provisional, because }
  }
  if (!c.shown || !c.firstReleasedAt) return { kind: 'none' }
  const period = withDocument(periodOf(c, c.shown.content.formedOn, given), c, given)
  const releasedOn = dayInShanghai(c.firstReleasedAt)
  return { kind: 'over', ...period, releasedOn, inTime: releasedOn <= period.on }
}

/** Where the clock stands, in one sentence. */
export function sayDue(answer: Due): string {
  if (answer.kind === 'none') return '没有公开期限'
  const provisional = answer.provisional ? '（暂定）' : ''
  if (answer.kind === 'due') return `应当于${inChinese(answer.on)}前（含当日）公开${provisional}`
  return `${inChinese(answer.releasedOn)}公开，${answer.inTime ? '在期限内' : `超过期限（${inChinese(answer.on)}）`}`
}
