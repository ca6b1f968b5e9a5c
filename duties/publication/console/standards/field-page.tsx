import { App, Button } from 'antd'
import { newId } from '#platform/console/id.ts'
import { overlay } from '#platform/console/overlay.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { type Day, dayInShanghai, inChinese } from '#time/day.ts'
import type { Catalogue, ListedEntry } from '../../catalogue/contract.ts'
import { tiers } from '../../rules/standard/entry.ts'
import { columns } from '../../rules/standard/header.ts'
import { mayDraft } from '../rights.ts'
import { useCatalogue, useCatalogues, useDraft, useStandardsRoot } from './api.ts'
import './standards.css'

/** One field: its entries with what stands under each, what is late, its versions; a draft is published here. */
export function FieldPage({ params }: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const field = params.field ?? ''
  const query = useCatalogue(field, asked.get('version') ?? '')
  return (
    <>
      <PageHead
        title={query.data ? `${query.data.label}标准目录` : '标准目录'}
        note={query.data ? standOf(query.data) : ''}
        actions={<Link to={`/${organ.organId}/standards`}>全部领域</Link>}
      />
      <Answered query={query}>
        {(catalogue) => (
          <>
            <DraftBar catalogue={catalogue} />
            <Versions catalogue={catalogue} />
            <Entries catalogue={catalogue} />
          </>
        )}
      </Answered>
    </>
  )
}

const standOf = ({ version, entries }: Catalogue): string => {
  const late = entries.filter(({ standing }) => standing.kind === 'late').length
  const state = version.publishedAt
    ? `${inChinese(dayInShanghai(version.publishedAt))}发布`
    : '草稿，尚未发布'
  return `第${version.version}版，${version.entries}项，${state}${late > 0 ? `；${late}项逾期未更新` : ''}`
}

function DraftBar({ catalogue: { field, version } }: { catalogue: Catalogue }) {
  const { organ } = useStanding()
  const { modal } = App.useApp()
  const mayPublish = useCatalogues().data?.mayPublish ?? false
  const { publish, discard } = useDraft(field)
  if (version.publishedAt !== null) return null
  const confirmDiscard = () =>
    modal.confirm({
      ...overlay,
      title: '丢弃这份草稿？',
      content: '草稿里的内容不再保留，已发布的版本不受影响。',
      okText: '丢弃',
      cancelText: '保留',
      onOk: () => discard.mutateAsync().then(() => navigate(`/${organ.organId}/standards`)),
    })
  return (
    <div className="sheet">
      <p className="actions">
        {mayPublish ? (
          <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
            发布这一版
          </Button>
        ) : (
          <span className="note">由公开工作机构负责人或者发布人发布。</span>
        )}
        <Button loading={discard.isPending} onClick={confirmDiscard}>
          丢弃草稿
        </Button>
      </p>
      {publish.error ? <ProblemAlert error={publish.error} /> : null}
      {discard.error ? <ProblemAlert error={discard.error} /> : null}
    </div>
  )
}

function Versions({ catalogue: { field, version, versions } }: { catalogue: Catalogue }) {
  const { organ } = useStanding()
  const root = useStandardsRoot()
  return (
    <p className="standard-versions">
      {versions.map((each) => (
        <Link
          key={each.version}
          to={`/${organ.organId}/standards/${field}?version=${each.version}`}
          current={each.version === version.version}
        >
          第{each.version}版{each.publishedAt ? '' : '（草稿）'}
        </Link>
      ))}
      <a href={`${root}/${field}/file?format=xlsx&version=${version.version}`} download>
        导出 Excel
      </a>
      <a href={`${root}/${field}/file?format=csv&version=${version.version}`} download>
        导出 CSV
      </a>
    </p>
  )
}

const heads = [columns.content, columns.limit, columns.subject] as const

function Entries({ catalogue }: { catalogue: Catalogue }) {
  return (
    <WideTable label={`${catalogue.label}标准目录`}>
      <table className="list standard-entries cards">
        <thead>
          <tr>
            <th scope="col">编码</th>
            <th scope="col">公开事项</th>
            <th scope="col">公开情况</th>
            {heads.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
            <th scope="col">公开方式、层级</th>
          </tr>
        </thead>
        <tbody>
          {catalogue.entries.map((entry) => (
            <Line key={entry.code} entry={entry} catalogue={catalogue} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

interface LineShown {
  entry: ListedEntry
  catalogue: Catalogue
}

/** Where what stands under an entry is read: its public page. */
const pageOf = ({ address, field }: Catalogue, code: string): string =>
  `${address}/${code.slice(field.length + 1)}`

function Line({ entry, catalogue }: LineShown) {
  const ways = [entry.published && '主动公开', entry.onRequest && '依申请公开'].filter(Boolean).join('、')
  return (
    <tr>
      <td data-label="编码">{entry.code}</td>
      <th scope="row">
        {entry.second || entry.first}
        {entry.second ? <p className="note">{entry.first}</p> : null}
      </th>
      <td data-label="公开情况">
        {entry.standing.kind === 'late' ? (
          <strong className="late">
            {entry.standing.label}
            {entry.standing.since ? `，应于${inChinese(entry.standing.since as Day)}前` : ''}
          </strong>
        ) : null}
        {entry.items === 0 && entry.standing.kind !== 'late' ? (
          <span className="note">{entry.standing.label}</span>
        ) : null}
        {entry.items > 0 ? <Published entry={entry} catalogue={catalogue} /> : null}
        <Begin entry={entry} catalogue={catalogue} />
      </td>
      <td data-label={columns.content.label}>{entry.content}</td>
      <td data-label={columns.limit.label}>{entry.limit}</td>
      <td data-label={columns.subject.label}>{entry.subject}</td>
      <td data-label="公开方式、层级">
        {ways}；{entry.tiers.map((tier) => tiers[tier]).join('、')}
      </td>
    </tr>
  )
}

function Published({ entry: { code, items, newestAt }, catalogue }: LineShown) {
  const words = `${items}条${newestAt ? `，最近${inChinese(dayInShanghai(newestAt))}` : ''}`
  if (catalogue.address === '') return <span>{words}</span>
  return (
    <a href={pageOf(catalogue, code)} target="_blank" rel="noreferrer">
      {words}
    </a>
  )
}

/** Whoever drafts begins a text under the entry here. */
function Begin({ entry: { code, first, second, published }, catalogue }: LineShown) {
  const { organ } = useStanding()
  if (!published || catalogue.address === '' || !mayDraft(organ.roles)) return null
  const begin = () => navigate(`/${organ.organId}/publication/${newId()}?new=1&entry=${code}`)
  return (
    <p className="begin">
      <Button size="small" aria-label={`撰写：${second || first}`} onClick={begin}>
        撰写
      </Button>
    </p>
  )
}
