import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import type { ItemEntry } from '../contract.ts'
import { searchedItems } from '../store.ts'
import { ItemList } from './item-list.tsx'

const mostWords = 5
const longest = 60

/** The words of a query as the search takes them: in one width, at most five. */
export const wordsOfQuery = (query: string): string[] =>
  query.normalize('NFKC').slice(0, longest).split(/\s+/).filter(Boolean).slice(0, mostWords)

/** The field of the home page and of the search page. */
export function SearchField({ query = '' }: { query?: string }) {
  return (
    <search>
      <form class="search" method="get" action="/search">
        <label class="unseen" for="q">
          检索公开信息
        </label>
        <input
          class="text"
          id="q"
          name="q"
          type="search"
          value={query}
          maxLength={longest}
          placeholder="标题、文号或者索引号"
          autocomplete="off"
        />
        <button type="submit">检索</button>
      </form>
    </search>
  )
}

/** A search of titles and numbers, newest first. */
export function SearchPage(props: {
  frame: Frame
  query: string
  entries: readonly ItemEntry[]
  limit: number
}) {
  const { frame, query, entries, limit } = props
  return (
    <Page
      frame={frame}
      title="检索"
      meta={{ level: 'list', column: otherColumn('检索', '按标题、文号和索引号检索公开信息') }}
      trail={[]}
    >
      <h1>检索公开信息</h1>
      <SearchField query={query} />
      <p class="hint">
        在最近公开的 {searchedItems} 条信息的标题、文号和索引号中查找。几个词用空格隔开，须同时出现。
      </p>
      {query.trim() !== '' && <Found entries={entries} limit={limit} />}
    </Page>
  )
}

function Found({ entries, limit }: { entries: readonly ItemEntry[]; limit: number }) {
  if (entries.length === 0)
    return (
      <section class="measure" role="status">
        <h2>没有找到</h2>
        <p>
          可以换一个说法，或者只写一两个最要紧的字词；也可以<a href="/items">按机关和类别查阅</a>。
        </p>
        <p>
          如果要找的信息没有主动公开，您可以<a href="/requests">申请公开</a>。
        </p>
      </section>
    )
  return (
    <section>
      <h2>{entries.length < limit ? `找到 ${entries.length} 条` : `最近的 ${limit} 条`}</h2>
      <ItemList entries={entries} full />
      {entries.length >= limit && <p class="hint">符合的信息较多，请再加一个词缩小范围。</p>}
    </section>
  )
}
