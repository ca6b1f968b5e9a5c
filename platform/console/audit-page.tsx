import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Static } from 'typebox'
import type { AuditAnswer } from '#platform/identity/contract.ts'
import { call } from './api.ts'
import type { ScreenProps } from './page.ts'
import { PageHead } from './page-head.tsx'
import { useStanding } from './session.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import { Answered, Nothing } from './states.tsx'
import { WideTable } from './wide-table.tsx'

type Page = Static<typeof AuditAnswer>

/** 操作记录: sign-ins, roles, settings and files opened, the newest first. */
export function AuditPage(_: ScreenProps) {
  const { organ } = useStanding()
  const root = `/api/organs/${organ.organId}/audit`
  const query = useInfiniteQuery({
    queryKey: [root],
    queryFn: ({ pageParam }) => call<Page>('GET', pageParam === '' ? root : `${root}?before=${pageParam}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <>
      <PageHead title="设置" />
      <SettingsTabs />
      <Answered query={query}>
        {({ pages }) => (
          <>
            <Entries entries={pages.flatMap((page) => page.entries)} />
            {query.hasNextPage ? (
              <p className="after-table">
                <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                  继续显示
                </Button>
              </p>
            ) : null}
          </>
        )}
      </Answered>
    </>
  )
}

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'medium',
})

function Entries({ entries }: { entries: Page['entries'] }) {
  if (entries.length === 0) return <Nothing>还没有记录。</Nothing>
  return (
    <WideTable label="操作记录">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">人员</th>
            <th scope="col">操作</th>
            <th scope="col">对象</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.entryId}>
              <td>{moment.format(new Date(entry.at))}</td>
              <td>{entry.who ?? '系统'}</td>
              <td>{entry.label}</td>
              <td className="wraps">{entry.subject}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
