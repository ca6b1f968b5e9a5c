import { longestQuery } from '#platform/search/query.ts'
import { suggestAddress } from './suggest-script.ts'

/** The field of the home page and of the search page; with a script it suggests words, without one it only searches. */
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
          maxLength={longestQuery}
          placeholder="字词、文号、简称或者拼音"
          autocomplete="off"
          list="q-words"
        />
        <datalist id="q-words" />
        <button type="submit">检索</button>
      </form>
      <script src={suggestAddress} defer />
    </search>
  )
}
