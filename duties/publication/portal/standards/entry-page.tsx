import type { Organ } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith, Pager } from '#platform/pages/pager.tsx'
import { entryAddress, feedPath, listPath, standardAddress } from '../../addresses.ts'
import type { Catalogue, ListedEntry } from '../../catalogue/contract.ts'
import type { ItemPage } from '../../contract.ts'
import { entryName, tiers } from '../../rules/standard/entry.ts'
import { columns } from '../../rules/standard/header.ts'
import { ItemList } from '../item-list.tsx'
import { ListWays } from '../list-ways.tsx'
import { fieldTrail, Standing } from './field-page.tsx'

interface EntryPageProps {
  frame: Frame
  organ: Organ
  catalogue: Catalogue
  entry: ListedEntry
  page: ItemPage
  /** The key of this page of items; empty for the first. */
  after: string
}

/** One entry of a standard catalogue: all its columns, and what was published under it. */
export function EntryPage({ frame, organ, catalogue, entry, page, after }: EntryPageProps) {
  const name = entryName(entry)
  const title = `${catalogue.label}：${name}`
  const address = entryAddress(organ.code, entry.code)
  return (
    <Page
      frame={frame}
      section="items"
      title={title}
      meta={{ level: 'list', column: otherColumn(title, `${organ.name}${title}`) }}
      trail={[
        ...fieldTrail,
        { label: `${catalogue.label}标准目录`, address: standardAddress(organ.code, catalogue.field) },
      ]}
      feed={addressWith(feedPath, { organ: organ.code, entry: entry.code })}
    >
      <h1>{name}</h1>
      <dl class="answers">
        {particulars(entry).map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>公开情况</dt>
          <dd>
            <Standing entry={entry} />
          </dd>
        </div>
      </dl>
      <h2>已公开的信息</h2>
      {page.entries.length > 0 ? <ItemList entries={page.entries} full /> : <Nothing after={after} />}
      <Pager
        first={after ? address : null}
        next={page.next === null ? null : addressWith(address, { after: page.next })}
      />
      <ListWays query={{ organ: organ.code, entry: entry.code }} feed={feedPath} data={listPath} />
    </Page>
  )
}

function Nothing({ after }: Pick<EntryPageProps, 'after'>) {
  if (after) return <p role="status">后面没有更多信息了。</p>
  return (
    <p>
      这一事项下还没有公开的信息。需要的，可以<a href="/requests">申请公开</a>。
    </p>
  )
}

function particulars(entry: ListedEntry): [string, string][] {
  const ways = [entry.published && '主动公开', entry.onRequest && '依申请公开'].filter(Boolean).join('、')
  const audience = [entry.everybody && '全社会', entry.groups].filter(Boolean).join('、')
  return [
    [columns.content.label, entry.content],
    [columns.basis.label, entry.basis],
    [columns.limit.label, entry.limit],
    [columns.subject.label, entry.subject],
    [columns.carriers.label, entry.carriers.join('、')],
    ['公开对象', audience],
    ['公开方式', ways],
    ['公开层级', entry.tiers.map((tier) => tiers[tier]).join('、')],
    ...Object.entries(entry.more),
    ['编码', entry.code],
  ]
}
