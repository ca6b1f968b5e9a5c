import { addressWith } from '#platform/pages/pager.tsx'

interface ListWaysProps {
  /** What the list is narrowed by, without its place in it. */
  query?: Readonly<Record<string, string | undefined>>
  /** Where the list is subscribed to, and its feed. */
  subscribe?: string
  feed: string
  /** What these follow, where it is told otherwise than the list: what is new, whatever the year. */
  follow?: Readonly<Record<string, string | undefined>>
  /** The list as JSON; with `.csv` as a table. */
  data: string
}

/** The same list for those who follow it: a subscription, a feed, and as data. */
export function ListWays({ query = {}, subscribe, feed, follow, data }: ListWaysProps) {
  const { year: _, ...same } = query
  const followed = follow ?? same
  return (
    <ul class="ways elsewhere screen-only">
      {subscribe && (
        <li>
          <a href={addressWith(subscribe, followed)}>订阅更新</a>
        </li>
      )}
      <li>
        <a href={addressWith(feed, followed)} type="application/atom+xml">
          Atom 订阅源
        </a>
      </li>
      <li>
        <a href={addressWith(`${data}.csv`, query)} rel="nofollow">
          CSV
        </a>
      </li>
      <li>
        <a href={addressWith(data, query)} rel="nofollow">
          JSON
        </a>
      </li>
    </ul>
  )
}
