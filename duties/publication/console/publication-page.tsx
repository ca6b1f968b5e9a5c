import { Button, Select } from 'antd'
import { newId } from '#platform/console/id.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { ItemCounts } from '../contract-desk.ts'
import { attributes } from '../rules/attribute.ts'
import { batchNames } from '../rules/batch.ts'
import { headings } from '../rules/catalogue.ts'
import { stageLabels } from '../rules/stage.ts'
import { kindLabels } from '../rules/vocabulary.ts'
import { type ListAsk, useItemCounts, useItems, wordsOf } from './api.ts'
import { InboxRows } from './inbox.tsx'
import { Rows } from './item-rows.tsx'
import { ToExplain } from './register/to-explain.tsx'
import { mayDraft, maySeeSuggestions } from './rights.ts'
import { WaitingReminders } from './supervision/reminders.tsx'
import './publication.css'

type View = 'inbox' | NonNullable<ListAsk['view']>

const views: readonly { view: View; label: string; empty: string }[] = [
  { view: 'inbox', label: '等我办理', empty: '' },
  { view: 'open', label: '在办', empty: '没有在办的信息。' },
  { view: 'late', label: '逾期', empty: '没有逾期的信息。' },
  { view: 'mine', label: '我拟的', empty: '没有您正在拟写的信息。' },
  { view: 'review', label: '待重新评估', empty: '没有到期评估的不予公开信息。' },
  { view: 'all', label: '全部', empty: '没有符合条件的信息。' },
]

interface List extends Omit<ListAsk, 'view'> {
  view: View
}

const names = ['stage', 'kind', 'catalogue', 'attribute', 'q', 'sort'] as const

function listFrom(query: URLSearchParams): List {
  const view = views.find((each) => each.view === query.get('view'))?.view ?? 'inbox'
  const rest = names.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : []))
  return { view, ...Object.fromEntries(rest) }
}

const addressOf = (organId: string, list: List): string => {
  const { view, ...rest } = list
  const words = new URLSearchParams({ view })
  for (const [name, value] of Object.entries(rest)) if (value) words.set(name, String(value))
  return `/${organId}/publication?${words}`
}

/** 发布: what waits for the person over all organs, and the items of this one in views, filtered and in order. */
export function PublicationPage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query } = useLocation()
  const list = listFrom(query)
  const at = batchNames.find((name) => name === query.get('at'))
  const counts = useItemCounts().data
  return (
    <>
      <PageHead
        title="发布"
        note={list.view === 'inbox' ? '您担任角色的各机关合在一处，按公开期限排列。' : organ.name}
        actions={<Actions list={list} />}
      />
      <Tabs list={list} counts={counts} />
      {list.view === 'inbox' ? <WaitingReminders /> : null}
      {list.view === 'inbox' ? <ToExplain /> : null}
      {list.view === 'inbox' ? <InboxRows at={at} /> : <Listed list={list} />}
    </>
  )
}

function Actions({ list }: { list: List }) {
  const { organ } = useStanding()
  const { view, ...rest } = list
  const words = wordsOf(view === 'inbox' ? { ...rest, view: 'all' } : { ...rest, view })
  const from = `/api/organs/${organ.organId}/item-export?${words}`
  return (
    <>
      {maySeeSuggestions(organ.roles) ? (
        <Link to={`/${organ.organId}/requests/suggestions`}>建议主动公开</Link>
      ) : null}
      <Link to={`/${organ.organId}/register`}>规范性文件登记簿</Link>
      {mayDraft(organ.roles) ? <Link to={`/${organ.organId}/decision-lists`}>双公示导入</Link> : null}
      <Link to={`/${organ.organId}/kept-files`}>旧附件检查</Link>
      <a href={`${from}&format=xlsx`} download>
        导出表格
      </a>
      {mayDraft(organ.roles) ? (
        <Button type="primary" onClick={() => navigate(`/${organ.organId}/publication/${newId()}?new=1`)}>
          拟稿
        </Button>
      ) : null}
    </>
  )
}

function Tabs({ list, counts }: { list: List; counts: ItemCounts | undefined }) {
  const { organ } = useStanding()
  const said = (view: View): string | undefined => {
    if (view === 'inbox' || view === 'all' || counts === undefined) return undefined
    const n = counts[view]
    return n >= 1000 ? '1000以上' : String(n)
  }
  return (
    <nav aria-label="按办理情况查看" className="tabs">
      <ul>
        {views.map(({ view, label }) => (
          <li key={view}>
            <Link to={addressOf(organ.organId, { view })} current={view === list.view}>
              {label}
              {said(view) === undefined ? null : <span className="count">{said(view)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const filters = [
  { name: 'stage', label: '状态', options: optionsOf(stageLabels) },
  { name: 'kind', label: '体裁', options: optionsOf(kindLabels) },
  {
    name: 'catalogue',
    label: '栏目',
    options: headings.map(({ code, short }) => ({ value: code, label: short })),
  },
  {
    name: 'attribute',
    label: '公开属性',
    options: Object.entries(attributes).map(([value, { label }]) => ({ value, label })),
  },
] as const

const sorts = [
  { value: 'touched', label: '最近办理' },
  { value: 'due', label: '公开期限（在办的）' },
  { value: 'published', label: '公开时间（已公开的）' },
  { value: 'formed', label: '成文日期' },
]

function Filters({ list }: { list: List }) {
  const { organ } = useStanding()
  const show = (part: Partial<List>) => navigate(addressOf(organ.organId, { ...list, ...part }))
  const choose = (name: string) => (value: string | undefined) => {
    const { [name as 'kind']: _, ...rest } = list
    navigate(addressOf(organ.organId, value ? { ...rest, [name]: value } : rest))
  }
  return (
    <div className="item-filters">
      {filters.map(({ name, label, options }) => (
        <Select
          key={name}
          aria-label={`按${label}筛选`}
          placeholder={label}
          allowClear
          options={[...options]}
          value={list[name] ?? null}
          onChange={choose(name)}
        />
      ))}
      <Select
        aria-label="排序"
        placeholder="排序"
        allowClear
        options={sorts}
        value={list.sort ?? null}
        onChange={choose('sort')}
      />
      {list.q ? (
        <p className="tight">
          查找“{list.q}”。<Button onClick={() => show({ q: '' })}>不再查找</Button>
        </p>
      ) : null}
    </div>
  )
}

function Listed({ list }: { list: List }) {
  const { view, ...rest } = list
  const query = useItems(view === 'inbox' ? rest : { ...rest, view })
  return (
    <>
      <Filters list={list} />
      <Answered query={query}>
        {({ pages }) => (
          <Rows
            rows={pages.flatMap((page) => page.rows)}
            empty={views.find((each) => each.view === view)?.empty ?? ''}
            more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            busy={query.isFetchingNextPage}
          />
        )}
      </Answered>
    </>
  )
}
