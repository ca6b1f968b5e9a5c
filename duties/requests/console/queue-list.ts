import { type QueueList, type QueueSort, queueSorts } from '../contract.ts'

export type View = NonNullable<QueueList['view']>

/** A list as its address names it: the view, and what it was filtered and put in order by. */
export interface List extends QueueList {
  view: View
}

export const views: readonly { view: View; label: string; empty: string }[] = [
  { view: 'open', label: '在办', empty: '没有在办的申请。' },
  { view: 'overdue', label: '逾期', empty: '没有逾期的申请。' },
  { view: 'soon', label: '三个工作日内到期', empty: '三个工作日内没有到期的申请。' },
  { view: 'mine', label: '我承办的', empty: '没有由您承办的在办申请。' },
  { view: 'unassigned', label: '待分办', empty: '没有待分办的申请。' },
  { view: 'closed', label: '已办结', empty: '还没有办结的申请。' },
  { view: 'all', label: '全部', empty: '还没有收到申请。' },
]

/** The days by which a list can be narrowed. */
export const dayLabels = { received: '收到日', due: '答复期限', replied: '答复日' } as const
type DayOf = keyof typeof dayLabels

const words = ['q', 'status', 'channel', 'kind', 'category', 'assignee', 'from', 'until'] as const

const isSort = (text: string | null): text is QueueSort => queueSorts.some((sort) => sort === text)
const isDayOf = (text: string | null): text is DayOf => text !== null && Object.hasOwn(dayLabels, text)

/** The list that an address asks for; what it does not know is left out. */
export function listFrom(query: URLSearchParams): List {
  const view = views.find((each) => each.view === query.get('view'))?.view ?? 'open'
  const [sort, dayOf] = [query.get('sort'), query.get('dayOf')]
  const said = words.flatMap((name) => {
    const value = query.get(name) ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
  return {
    view,
    ...Object.fromEntries(said),
    ...(isDayOf(dayOf) ? { dayOf } : {}),
    ...(isSort(sort) ? { sort, down: query.get('down') === 'true' } : {}),
  }
}

/** The same as the words of an address, or of a question to the server. */
export function wordsOf(list: QueueList): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(list))
    if (value !== undefined && value !== '') query.set(name, String(value))
  return query
}

/** Where the list is shown. */
export const addressOf = (organId: string, list: QueueList): string => `/${organId}/requests?${wordsOf(list)}`

/** The view alone, with nothing filtered. */
export const unfiltered = ({ view, sort, down }: List): List => ({
  view,
  ...(sort === undefined ? {} : { sort }),
  ...(down === undefined ? {} : { down }),
})

/** True where anything is left out of the view. */
export const isFiltered = (list: List): boolean =>
  words.some((name) => list[name] !== undefined && list[name] !== '')
