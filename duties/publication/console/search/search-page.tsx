import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#platform/console/api.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { mayKeepSearch, SettingsTabs } from '#platform/console/settings-tabs.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { Misses } from '../../search/contract.ts'
import { SynonymList } from './synonym-list.tsx'
import './search.css'

/** 检索: what the public looked for and did not find, and the words that mean the same to the search. */
export function SearchSettingsPage(_: ScreenProps) {
  const { organ } = useStanding()
  return (
    <>
      <PageHead
        title="检索"
        note="公众检索而没有找到的内容，可以作为主动公开的线索；同义词使简称和全称互相查到。"
      />
      <SettingsTabs />
      <div className="sheet search-settings">
        <MissList organId={organ.organId} />
        {mayKeepSearch(organ.roles) && <SynonymList organId={organ.organId} />}
      </div>
    </>
  )
}

function MissList({ organId }: { organId: string }) {
  const [month, setMonth] = useState('')
  const path = `/api/organs/${organId}/search/misses${month && `?month=${month}`}`
  const query = useQuery({ queryKey: [path], queryFn: () => call<Misses>('GET', path) })
  return (
    <section aria-labelledby="misses">
      <h2 id="misses">查而未得</h2>
      <p className="note">按月计数，不记录检索人。号码已隐去；不足三人且不足三天的不列出。</p>
      <Answered query={query}>
        {({ months, misses }) => (
          <>
            <Months months={months} chosen={month || (months[0] ?? '')} choose={setMonth} />
            {misses.length === 0 ? (
              <Nothing>这个月没有需要留意的检索词。</Nothing>
            ) : (
              <MissTable misses={misses} />
            )}
          </>
        )}
      </Answered>
    </section>
  )
}

interface MonthsProps {
  months: readonly string[]
  chosen: string
  choose(month: string): void
}

function Months({ months, chosen, choose }: MonthsProps) {
  if (months.length < 2) return null
  return (
    <p>
      <label>
        月份{' '}
        <select value={chosen} onChange={(event) => choose(event.target.value)}>
          {months.map((month) => (
            <option key={month} value={month}>
              {month.replace('-', '年')}月
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}

function MissTable({ misses }: { misses: Misses['misses'] }) {
  return (
    <WideTable label="查而未得的检索词">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">检索词</th>
            <th scope="col">次数</th>
            <th scope="col">天数</th>
            <th scope="col">现在</th>
          </tr>
        </thead>
        <tbody>
          {misses.map(({ words, asked, days, nowFound }) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td>{asked}</td>
              <td>{days}</td>
              <td>
                {nowFound === 0 ? (
                  '仍未公开'
                ) : (
                  <a href={`/search?q=${encodeURIComponent(words)}`} target="_blank" rel="noreferrer">
                    已可查到 {nowFound} 条
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
