import type { Organ } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith } from '#platform/pages/pager.tsx'
import { sectionName } from '#platform/pages/sections.ts'
import { dateInShanghai } from '#platform/pages/times.ts'
import { type Day, inChinese } from '#time/day.ts'
import { entryAddress, standardAddress, standardsPath } from '../../addresses.ts'
import type { Catalogue, ListedEntry } from '../../catalogue/contract.ts'
import { type Tier, tiers } from '../../rules/standard/entry.ts'

interface FieldPageProps {
  frame: Frame
  organ: Organ
  catalogue: Catalogue
  /** Only the entries of this tier. */
  tier: Tier | undefined
}

/** The way to a field's page, outermost first. */
export const fieldTrail = [
  { label: sectionName('items'), address: '/items' },
  { label: '基层政务公开标准目录', address: standardsPath },
] as const

/** 标准目录 of one field: each entry with its limit, who publishes, what stands under it and what is late. */
export function FieldPage({ frame, organ, catalogue, tier }: FieldPageProps) {
  const title = `${catalogue.label}标准目录`
  const shown = catalogue.entries.filter((entry) => !tier || entry.tiers.includes(tier))
  return (
    <Page
      frame={frame}
      section="items"
      title={title}
      meta={{ level: 'list', column: otherColumn(title, `${organ.name}${title}`) }}
      trail={fieldTrail}
    >
      <h1>{title}</h1>
      <p class="quiet">
        {organ.name}，第{catalogue.version.version}版，{dateInShanghai(catalogue.version.publishedAt ?? '')}
        发布，
        {catalogue.version.entries}个事项
      </p>
      <Tiers organ={organ} catalogue={catalogue} tier={tier} />
      <div class="wide-table">
        <table class="standard cards">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">公开事项</th>
              <th scope="col">公开时限</th>
              <th scope="col">公开主体</th>
              <th scope="col">公开情况</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => (
              <EntryRow key={entry.code} organ={organ} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p>这一层级没有事项。</p>}
      <Downloads organ={organ} field={catalogue.field} />
    </Page>
  )
}

function EntryRow({ organ, entry }: { organ: Organ; entry: ListedEntry }) {
  return (
    <tr>
      <th scope="row">
        <a href={entryAddress(organ.code, entry.code)}>{entry.second || entry.first}</a>
        {entry.second && <span class="under">{entry.first}</span>}
      </th>
      <td data-label="公开时限">{entry.limit}</td>
      <td data-label="公开主体">{entry.subject}</td>
      <td data-label="公开情况">
        <Standing entry={entry} />
      </td>
    </tr>
  )
}

/** How an entry stands: the number of items and the newest day; late ones in the colour of what is weighty. */
export function Standing({ entry }: { entry: ListedEntry }) {
  const { standing, items, newestAt } = entry
  return (
    <>
      {standing.kind === 'late' && (
        <strong class="weighty-text">
          {standing.label}
          {standing.since && `（应于${inChinese(standing.since as Day)}前公开）`}
        </strong>
      )}
      {standing.kind !== 'late' && items === 0 && <span class="quiet">{standing.label}</span>}
      {items > 0 && (
        <span class="under">
          {items}条{newestAt && `，最近${dateInShanghai(newestAt)}`}
        </span>
      )}
    </>
  )
}

function Tiers({ organ, catalogue, tier }: Omit<FieldPageProps, 'frame'>) {
  const address = standardAddress(organ.code, catalogue.field)
  const used = (Object.keys(tiers) as Tier[]).filter((each) =>
    catalogue.entries.some((entry) => entry.tiers.includes(each)),
  )
  if (used.length < 2) return null
  const choices = [undefined, ...used]
  return (
    <nav aria-label="公开层级" class="screen-only">
      <ul class="ways">
        {choices.map((each) => (
          <li key={each ?? 'all'}>
            <a href={addressWith(address, { tier: each })} aria-current={each === tier ? 'true' : undefined}>
              {each ? tiers[each] : '全部层级'}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Downloads({ organ, field }: { organ: Organ; field: string }) {
  const address = standardAddress(organ.code, field)
  return (
    <ul class="ways elsewhere screen-only">
      {(['xlsx', 'csv', 'json'] as const).map((format) => (
        <li key={format}>
          <a href={`${address}/catalogue.${format}`} rel="nofollow">
            {format === 'xlsx' ? 'Excel 文件' : format.toUpperCase()}
          </a>
        </li>
      ))}
    </ul>
  )
}
