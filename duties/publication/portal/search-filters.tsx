import { addressWith } from '#platform/pages/pager.tsx'
import type { Choice, SearchAnswer, SearchQuery } from '../search/contract.ts'

type Field = 'organ' | 'kind' | 'year' | 'validity'

const fields: readonly { field: Field; label: string; most: number }[] = [
  { field: 'organ', label: '发布机构', most: 10 },
  { field: 'year', label: '公开年份', most: 10 },
  { field: 'kind', label: '信息种类', most: 8 },
  { field: 'validity', label: '有效性', most: 5 },
]

/** A number as it is counted, or about. */
export const countWords = (count: number, about: boolean): string =>
  `${about ? '约 ' : ''}${count.toLocaleString('en-US')}`

const shownOf = (query: SearchQuery, answer: SearchAnswer) =>
  fields.filter(({ field }) => query[field] || answer.counts[field].length > 1)

/** Whether there is anything to narrow a search by. */
export const mayNarrow = (query: SearchQuery, answer: SearchAnswer): boolean =>
  shownOf(query, answer).length > 0

/** What a search may be narrowed by, each with how many it leaves; what is chosen can be taken back. */
export function SearchFilters({ query, answer }: { query: SearchQuery; answer: SearchAnswer }) {
  const shown = shownOf(query, answer)
  if (shown.length === 0) return null
  return (
    <nav class="side narrow" id="narrow" aria-label="缩小范围">
      {shown.map(({ field, label, most }) => (
        <section key={field}>
          <h2>{label}</h2>
          <ul>
            {query[field] ? (
              <Chosen field={field} query={query} choices={answer.counts[field]} />
            ) : (
              answer.counts[field]
                .slice(0, most)
                .map((choice) => (
                  <Narrower
                    key={choice.value}
                    field={field}
                    query={query}
                    choice={choice}
                    about={answer.about}
                  />
                ))
            )}
          </ul>
        </section>
      ))}
    </nav>
  )
}

interface OfField {
  field: Field
  query: SearchQuery
}

const addressOf = (
  { after: _after, ...query }: SearchQuery,
  field: Field,
  value: string | undefined,
): string => addressWith('/search', { ...query, [field]: value })

function Narrower({ field, query, choice, about }: OfField & { choice: Choice; about: boolean }) {
  return (
    <li>
      <a href={addressOf(query, field, choice.value)} rel="nofollow">
        {choice.label} <span class="quiet">{countWords(choice.count, about)}</span>
      </a>
    </li>
  )
}

function Chosen({ field, query, choices }: OfField & { choices: readonly Choice[] }) {
  const label = choices.find(({ value }) => value === query[field])?.label ?? query[field]
  return (
    <>
      <li>
        <a href={addressOf(query, field, query[field])} aria-current="true" rel="nofollow">
          {label}
        </a>
      </li>
      <li>
        <a href={addressOf(query, field, undefined)} rel="nofollow">
          不限
        </a>
      </li>
    </>
  )
}
