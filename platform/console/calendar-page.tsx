import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { CalendarAnswer } from '#platform/calendar/contract.ts'
import { dayInShanghai } from '#time/day.ts'
import { call } from './api.ts'
import { MonthGrid } from './month-grid.tsx'
import { NoticeForm } from './notice-form.tsx'
import { overlay } from './overlay.ts'
import type { ScreenProps } from './page.ts'
import { PageHead } from './page-head.tsx'
import { asProblem } from './problem-alert.tsx'
import { Link, useLocation } from './router.tsx'
import { useStanding } from './session.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import { Answered } from './states.tsx'
import './settings.css'

type Answer = Static<typeof CalendarAnswer>

/** 工作日历: which days are worked, by the notices of the State Council and those entered here. */
export function CalendarPage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const thisYear = Number(dayInShanghai(new Date().toISOString()).slice(0, 4))
  const year = Number(asked.get('year') ?? thisYear)
  const [entering, enter] = useState(false)
  const root = `/api/organs/${organ.organId}/calendar`
  const query = useQuery({
    queryKey: [root, year],
    queryFn: () => call<Answer>('GET', `${root}?year=${year}`),
  })
  return (
    <>
      <PageHead
        title="设置"
        actions={
          <Button type="primary" onClick={() => enter(true)}>
            录入放假安排
          </Button>
        }
      />
      <SettingsTabs />
      <YearLinks year={year} />
      <Answered query={query}>{(answer) => <Year year={year} answer={answer} />}</Answered>
      <Modal
        title="录入放假安排"
        open={entering}
        onCancel={() => enter(false)}
        footer={null}
        destroyOnHidden
        width={640}
        {...overlay}
      >
        <NoticeForm root={root} year={year} close={() => enter(false)} />
      </Modal>
    </>
  )
}

function YearLinks({ year }: { year: number }) {
  const { organ } = useStanding()
  const to = (other: number) => `/${organ.organId}/settings/calendar?year=${other}`
  return (
    <p className="years">
      <Link to={to(year - 1)}>{year - 1}年</Link>
      <strong>{year}年</strong>
      <Link to={to(year + 1)}>{year + 1}年</Link>
    </p>
  )
}

function Year({ year, answer }: { year: number; answer: Answer }) {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
  return (
    <>
      {answer.settled ? null : (
        <p className="warning">{year}年的放假安排尚未公布，这一年的期限都是暂定的，公布后会重新计算。</p>
      )}
      <div className="months">
        {months.map((month) => (
          <MonthGrid
            key={month}
            year={year}
            month={Number(month)}
            days={answer.days.filter(({ day }) => day.slice(5, 7) === month)}
          />
        ))}
      </div>
      <Notices answer={answer} />
    </>
  )
}

function Notices({ answer }: { answer: Answer }) {
  if (answer.notices.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="notices-head">
      <h2 id="notices-head">在本系统录入的安排</h2>
      <ul className="tight-list">
        {answer.notices.map((entered) => (
          <li key={entered.noticeId}>
            {entered.notice.year}年：{entered.notice.title}（{entered.notice.number}）{' '}
            <Withdraw entered={entered} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Withdraw({ entered }: { entered: Answer['notices'][number] }) {
  const { organ } = useStanding()
  const { modal, message } = App.useApp()
  const client = useQueryClient()
  if (entered.organId !== organ.organId) return <span className="note">由上级录入</span>
  const root = `/api/organs/${organ.organId}/calendar`
  const withdraw = () =>
    modal.confirm({
      title: `撤回“${entered.notice.title}”？`,
      content: '在办申请的期限会重新计算。',
      okText: '撤回',
      cancelText: '取消',
      ...overlay,
      onOk: async () => {
        try {
          await call('DELETE', `${root}/notices/${entered.noticeId}`)
          await client.invalidateQueries({ queryKey: [root] })
        } catch (error) {
          message.error(asProblem(error).title)
        }
      },
    })
  return (
    <Button type="link" size="small" onClick={withdraw}>
      撤回
    </Button>
  )
}
