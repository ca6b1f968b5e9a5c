/** The way through a long list, by key: on to older entries, or back to the newest. */
export function Pager({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null
  return (
    <nav class="pager" aria-label="翻页">
      {first !== null && <a href={first}>回到最新</a>}
      {next !== null && (
        <a href={next} rel="next">
          下一页
        </a>
      )}
    </nav>
  )
}

/** An address with its query; parts that are not set are left out. */
export function addressWith(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (set.length === 0) return path
  return `${path}?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`
}
