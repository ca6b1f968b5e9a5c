import { Button, Input, Radio } from 'antd'
import { useRef, useState } from 'react'
import { NotTaken, WrongCells } from '#platform/console/not-taken.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { dayInShanghai } from '#time/day.ts'
import type { CheckedList, ListAsk, TakenList } from '../../lists/contract.ts'
import { isMonth, listKinds, monthInChinese } from '../../rules/decision-list.ts'
import { useCheckList, useListsRoot, useTakeList } from './api.ts'
import '../publication.css'

type Kind = ListAsk['kind']

const kinds = Object.entries(listKinds).map(([value, { label }]) => ({ value: value as Kind, label }))

const lastMonth = (): string => {
  const [year = '', month = ''] = dayInShanghai(new Date().toISOString()).split('-')
  return month === '01' ? `${Number(year) - 1}-12` : `${year}-${String(Number(month) - 1).padStart(2, '0')}`
}

/** 双公示导入: the list of a month is checked at once, taken only when every row is right. */
export function ListsPage(_: ScreenProps) {
  return (
    <>
      <PageHead
        title="双公示导入"
        note="行政许可、行政处罚、行政强制的当月清单；导入后成为草稿，照常审核和检查，发布以后件数计入年度报告表二，撤下以后不再计入。"
      />
      <Bring />
    </>
  )
}

function useBringing() {
  const input = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<Kind>('penalty')
  const [month, setMonth] = useState(lastMonth)
  const [file, setFile] = useState<File>()
  const check = useCheckList()
  const take = useTakeList()
  const clear = () => {
    setFile(undefined)
    check.reset()
    if (input.current) input.current.value = ''
  }
  const again = () => {
    clear()
    take.reset()
  }
  return {
    input,
    kind,
    month,
    check,
    take,
    clear,
    isRight: file !== undefined && check.data !== undefined && check.data.wrong.length === 0,
    of: (chosen: Kind) => {
      setKind(chosen)
      again()
    },
    in: (typed: string) => {
      setMonth(typed.trim())
      again()
    },
    pick: (picked: File | undefined) => {
      take.reset()
      setFile(picked)
      if (picked) check.mutate({ file: picked, kind, month })
    },
    bring: () => file && take.mutate({ file, kind, month }, { onSuccess: clear }),
  }
}
type Bringing = ReturnType<typeof useBringing>

function Bring() {
  const bringing = useBringing()
  const { check, take, month, isRight, bring, clear } = bringing
  return (
    <section className="sheet lists" aria-labelledby="bring-list">
      <h2 id="bring-list">导入清单</h2>
      <Chosen bringing={bringing} />
      <PickFile bringing={bringing} />
      {check.isPending ? <p role="status">正在检查……</p> : null}
      <NotTaken error={check.error ?? take.error} said="没有导入任何内容。" />
      {check.data ? <Found list={check.data} /> : null}
      {take.data ? <Taken list={take.data} /> : null}
      {isRight ? (
        <p className="actions">
          <Button type="primary" loading={take.isPending} onClick={bring}>
            导入{monthInChinese(month)}的{check.data?.decisions}件
          </Button>
          <Button onClick={clear}>不导入</Button>
        </p>
      ) : null}
    </section>
  )
}

function Chosen({ bringing }: { bringing: Bringing }) {
  return (
    <div className="two-fields">
      <div>
        <span className="field-label">种类</span>
        <Radio.Group
          aria-label="种类"
          options={kinds}
          value={bringing.kind}
          onChange={(event) => bringing.of(event.target.value as Kind)}
        />
      </div>
      <div>
        <label htmlFor="list-month">月份</label>
        <Input
          id="list-month"
          value={bringing.month}
          placeholder="如 2026-03"
          onChange={(event) => bringing.in(event.target.value)}
        />
      </div>
    </div>
  )
}

function PickFile({ bringing: { input, kind, month, pick } }: { bringing: Bringing }) {
  const root = useListsRoot()
  return (
    <p className="actions">
      <label htmlFor="list-file">选择当月的清单（xlsx 或者 csv）</label>
      <input
        id="list-file"
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        disabled={!isMonth(month)}
        onChange={(event) => pick(event.target.files?.[0])}
      />
      <a href={`${root}/template?kind=${kind}`} download>
        下载{listKinds[kind].label}清单模板
      </a>
    </p>
  )
}

function Found({ list: { decisions, masked, wrong } }: { list: CheckedList }) {
  if (wrong.length === 0)
    return (
      <p role="status">
        {decisions}件，没有错误{masked > 0 ? `；${masked}件涉及自然人，导入时隐去名字` : ''}。
      </p>
    )
  return (
    <div role="alert" className="warning">
      <p className="tight">有{wrong.length}处错误，没有导入任何一行；改正后重新选择文件：</p>
      <WrongCells wrong={wrong} />
    </div>
  )
}

function Taken({ list: { items, counted } }: { list: TakenList }) {
  const { organ } = useStanding()
  return (
    <div role="status" className="done-note">
      <p className="tight">已导入为草稿：{counted}。请打开核对后送审。</p>
      <ul>
        {items.slice(0, 50).map(({ itemId, title }) => (
          <li key={itemId}>
            <Link to={`/${organ.organId}/publication/${itemId}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
