import { citeInChinese } from '#law/citation.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { columnOf, otherColumn } from '#platform/pages/columns.ts'
import { Select } from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith, Pager } from '#platform/pages/pager.tsx'
import { sectionName } from '#platform/pages/sections.ts'
import { feedPath, listPath, registerPath, subscribePath } from '../addresses.ts'
import type { ItemQuery, ItemPage as ListedItems } from '../contract.ts'
import { headingOf, headings } from '../rules/catalogue.ts'
import { kindLabel, kindLabels } from '../rules/vocabulary.ts'
import { type ExplainedEntry, ItemList } from './item-list.tsx'
import { kindOf } from './kinds.ts'
import { ListFilters } from './list-filters.tsx'
import { ListWays } from './list-ways.tsx'

interface ItemsPageProps {
  frame: Frame
  query: ItemQuery
  organs: readonly Organ[]
  years: readonly number[]
  page: ListedItems
  explained: readonly ExplainedEntry[]
}

/** 法定主动公开内容: the list, with its filters by organ, heading of the catalogue and year. */
export function ItemsPage({ frame, query, organs, years, page, explained }: ItemsPageProps) {
  const { after: _, ...filters } = query
  const heading = headingOf(query.catalogue ?? '')
  const organ = organs.find((each) => each.code === query.organ)
  const kind = kindOf(query.kind ?? '')
  const title = heading?.short ?? (kind ? kindLabel(kind) : sectionName('items'))
  const isWhole = !heading && !kind
  return (
    <Page
      frame={frame}
      section="items"
      title={title}
      meta={{
        level: 'list',
        column: isWhole ? columnOf('items') : otherColumn(title, `${organ?.name ?? '各机关'}公开的${title}`),
      }}
      trail={isWhole ? [] : [{ label: sectionName('items'), address: '/items' }]}
      feed={addressWith(feedPath, { organ: query.organ, catalogue: query.catalogue, kind: query.kind })}
    >
      <h1>{title}</h1>
      {heading && (
        <p class="quiet measure">
          《条例》{citeInChinese({ ...heading.place, quote: '' })}：{heading.label}
        </p>
      )}
      <Filters query={query} organs={organs} years={years} />
      <div class="with-side">
        <div>
          <Listed query={query} organ={organ} page={page} explained={explained} />
          <ListWays query={filters} subscribe={subscribePath} feed={feedPath} data={listPath} />
        </div>
        <Catalogue query={query} />
      </div>
    </Page>
  )
}

function Listed(props: Pick<ItemsPageProps, 'query' | 'page' | 'explained'> & { organ: Organ | undefined }) {
  const { organ, page, explained } = props
  const { after, ...filters } = props.query
  return (
    <>
      <p class="quiet" role="status">
        {listSentence(organ?.name, filters.year, page.entries.length > 0, Boolean(after))}
      </p>
      <ItemList entries={page.entries} explained={explained} withOrgan={!organ} full />
      <Pager
        first={after ? addressWith('/items', filters) : null}
        next={page.next === null ? null : addressWith('/items', { ...filters, after: page.next })}
      />
      {page.entries.length === 0 && !after && <NothingHere />}
    </>
  )
}

const listSentence = (
  organ: string | undefined,
  year: string | undefined,
  any: boolean,
  later: boolean,
): string => {
  if (later && !any) return '后面没有更多信息了。'
  const what = any ? '公开的信息，按公开时间由近及远排列' : '没有符合条件的信息'
  return [organ ?? '各机关', year && `${year}年`, what, later && '（续）'].filter(Boolean).join('')
}

function NothingHere() {
  return (
    <p class="measure">
      可以放宽条件再查，或者<a href="/search">按标题检索</a>。没有公开的信息，可以
      <a href="/requests">申请公开</a>。
    </p>
  )
}

function Filters({ query, organs, years }: Pick<ItemsPageProps, 'query' | 'organs' | 'years'>) {
  const filled = {
    values: {
      organ: query.organ ?? '',
      catalogue: query.catalogue ?? '',
      kind: query.kind ?? '',
      year: query.year ?? '',
    },
  }
  return (
    <ListFilters action="/items" organLabel="发布机构" yearLabel="年份" {...{ filled, organs, years }}>
      <Select
        name="catalogue"
        label="信息类别"
        empty="全部类别"
        filled={filled}
        choices={headings.map((heading) => ({ value: heading.code, label: heading.short }))}
      />
      <Select
        name="kind"
        label="体裁"
        empty="全部体裁"
        filled={filled}
        choices={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
      />
    </ListFilters>
  )
}

function Catalogue({ query }: { query: ItemQuery }) {
  const kept = { organ: query.organ, kind: query.kind, year: query.year }
  return (
    <nav class="side" aria-label="信息类别">
      <h2>信息类别</h2>
      <ul>
        {headings.map((heading) => (
          <li key={heading.code}>
            <a
              href={addressWith('/items', { ...kept, catalogue: heading.code })}
              aria-current={heading.code === query.catalogue ? 'true' : undefined}
            >
              {heading.short}
            </a>
          </li>
        ))}
        <li>
          <a href={registerPath}>行政规范性文件登记簿</a>
        </li>
      </ul>
    </nav>
  )
}
