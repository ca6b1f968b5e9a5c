import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith, Pager } from '#platform/pages/pager.tsx'
import { dateInShanghai } from '#platform/pages/times.ts'
import { isOver, kindLabel, validityLabel } from '../rules/vocabulary.ts'
import type { SearchAnswer, SearchEntry, SearchQuery } from '../search/contract.ts'
import { SearchField } from './search-field.tsx'
import { countWords, mayNarrow, SearchFilters } from './search-filters.tsx'

interface SearchPageProps {
  frame: Frame
  query: SearchQuery
  /** Null before anything is asked. */
  answer: SearchAnswer | null
  /** The organ that a request would go to. */
  organCode: string
}

/** The search of everything that is published: titles, texts and attachments. */
export function SearchPage({ frame, query, answer, organCode }: SearchPageProps) {
  const words = query.q ?? ''
  return (
    <Page
      frame={frame}
      title={words === '' ? '检索' : `检索：${words.slice(0, 30)}`}
      meta={{ level: 'list', column: otherColumn('检索', '检索公开信息的标题、正文和附件') }}
      trail={[]}
      personal={words !== ''}
    >
      <h1>检索公开信息</h1>
      <SearchField query={words} />
      {answer === null ? (
        <Hints />
      ) : (
        <Found query={query} answer={answer} ask={requestAddress(organCode, words)} />
      )}
    </Page>
  )
}

const requestAddress = (organCode: string, words: string): string =>
  addressWith(`/requests/new/${organCode}`, { title: words.slice(0, 60) })

function Hints() {
  return (
    <div class="hint">
      <p>在标题、正文和附件中查找。可以输入：</p>
      <ul>
        <li>几个词，用空格隔开：农村 低保 标准</li>
        <li>须连在一起的话，加引号：“最低生活保障”</li>
        <li>文号：〔2026〕12号；简称：一件事、双公示；拼音：dibao</li>
      </ul>
      <p>
        也可以<a href="/items">按机关和类别查阅</a>。
      </p>
    </div>
  )
}

interface FoundProps {
  query: SearchQuery
  answer: SearchAnswer
  /** Where what is not published can be asked for. */
  ask: string
}

function Found({ query, answer, ask }: FoundProps) {
  const { after, ...filters } = query
  if (answer.entries.length === 0)
    return after ? (
      <NoSuchPage first={addressWith('/search', filters)} />
    ) : (
      <Nothing query={query} ask={ask} />
    )
  return (
    <div class="with-side found">
      <section aria-label="检索结果">
        <p role="status">{summaryOf(query, answer)}</p>
        {answer.cut && <p class="hint">检索词较长，只用了前面的部分。</p>}
        <div class="order-row">
          <Order query={query} />
          {mayNarrow(query, answer) && (
            <a class="to-narrow" href="#narrow">
              缩小范围
            </a>
          )}
        </div>
        <ul class="items">
          {answer.entries.map((entry) => (
            <Entry key={entry.itemId} entry={entry} />
          ))}
        </ul>
        <Pager
          first={after ? addressWith('/search', filters) : null}
          next={answer.next === null ? null : addressWith('/search', { ...filters, after: answer.next })}
        />
        <p class="measure">
          没有需要的信息？可以换一个说法再查，也可以<a href={ask}>申请公开</a>。
        </p>
      </section>
      <SearchFilters query={query} answer={answer} />
    </div>
  )
}

function NoSuchPage({ first }: { first: string }) {
  return (
    <section class="measure" aria-label="检索结果">
      <p role="status">后面没有更多结果了。</p>
      <Pager first={first} next={null} />
    </section>
  )
}

function summaryOf(query: SearchQuery, { near, total, about }: SearchAnswer) {
  const count = `${countWords(total, about)} 条`
  if (near?.how === 'corrected')
    return (
      <>
        没有找到“{query.q}”，以下是“<a href={addressWith('/search', { q: near.words })}>{near.words}</a>
        ”的结果，
        {count}。
      </>
    )
  if (near?.how === 'fewer') return `没有同时含有这些词的信息。含有其中一部分词的，${count}：`
  return `找到 ${count}`
}

const orders = [
  { order: 'relevance', label: '最相关' },
  { order: 'newest', label: '最新' },
] as const

function Order({ query: { after: _after, ...query } }: { query: SearchQuery }) {
  const chosen = query.order ?? 'relevance'
  return (
    <ul class="order" aria-label="排列顺序">
      {orders.map(({ order, label }) => (
        <li key={order}>
          <a
            href={addressWith('/search', { ...query, order: order === 'newest' ? order : undefined })}
            aria-current={order === chosen ? 'true' : undefined}
            rel="nofollow"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Entry({ entry }: { entry: SearchEntry }) {
  const under = [entry.organName, entry.documentNumber, kindLabel(entry.kind)].filter((part) => part !== '')
  return (
    <li>
      <span>
        {isOver(entry.validity) && <span class="repealed-mark">{validityLabel(entry.validity)}</span>}
        <a href={entry.address}>
          <Pieces pieces={entry.titlePieces} />
        </a>
      </span>
      <time dateTime={entry.publishedAt}>{dateInShanghai(entry.publishedAt)}</time>
      <p class="excerpt">
        <Pieces pieces={entry.excerpt} />
      </p>
      <p class="under">
        {under.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
    </li>
  )
}

// Each piece is text: what stands in a document is never read as HTML.
function Pieces({ pieces }: { pieces: SearchEntry['excerpt'] }) {
  return (
    <>
      {pieces.map(({ text, hit }, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
        hit ? <mark key={place}>{text}</mark> : text,
      )}
    </>
  )
}

function Nothing({ query, ask }: { query: SearchQuery; ask: string }) {
  const isNarrowed = Boolean(query.organ || query.kind || query.year || query.validity)
  return (
    <section class="measure" role="status">
      <h2>没有找到</h2>
      {isNarrowed && (
        <p>
          可以<a href={addressWith('/search', { q: query.q })}>在全部信息中查找</a>。
        </p>
      )}
      <p>
        可以换一个说法，或者只写一两个最要紧的字词；也可以<a href="/items">按机关和类别查阅</a>。
      </p>
      <p>
        如果要找的信息没有主动公开，您可以<a href={ask}>申请公开</a>
        ，检索的字词会带入申请表。
      </p>
    </section>
  )
}
