/** What a table is in order by; null for the order in which it came. */
export interface Sorting<Key extends string> {
  key: Key
  down: boolean
}

interface Shown<Key extends string> {
  title: string
  by: Key
  sorting: Sorting<Key> | null
  sort(sorting: Sorting<Key> | null): void
}

/** The heading of a column that sorts: upwards, downwards, and back to the order in which the list came. */
export function SortHead<Key extends string>({ title, by, sorting, sort }: Shown<Key>) {
  const mine = sorting?.key === by ? sorting : null
  const next = mine === null ? { key: by, down: false } : mine.down ? null : { key: by, down: true }
  const said = mine === null ? 'none' : mine.down ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={said}>
      <button type="button" onClick={() => sort(next)}>
        {title}
      </button>
    </th>
  )
}
