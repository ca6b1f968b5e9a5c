import { Button, Input } from 'antd'
import { useState } from 'react'
import { navigate, useLocation } from '#platform/console/router.tsx'
import { type Filters, filtersIn, queryOf, useKnown } from './api.ts'

/** Which reports are shown: by the organ's name and the year; the address keeps it. */
export function FilterBar() {
  const { path, query } = useLocation()
  const asked = filtersIn(query)
  const go = (next: Partial<Filters>) =>
    navigate(`${path}${queryOf({ ...asked, sort: query.get('sort') ?? '', ...next })}`, 'replace')
  return (
    <search className="in-line">
      <NameField key={asked.organ} organ={asked.organ} look={(organ) => go({ organ })} />
      <YearField year={asked.year} choose={(year) => go({ year })} any />
      {asked.check === '' ? null : (
        <Button onClick={() => go({ check: '' })}>{`只看有问题“${asked.check}”的，点击取消`}</Button>
      )}
    </search>
  )
}

function NameField({ organ, look }: { organ: string; look(organ: string): void }) {
  const [words, type] = useState(organ)
  return (
    <form
      className="in-line tight"
      onSubmit={(event) => {
        event.preventDefault()
        look(words.trim())
      }}
    >
      <label htmlFor="reading-organ">机关名称含</label>
      <Input id="reading-organ" value={words} onChange={(event) => type(event.target.value)} />
      <Button htmlType="submit">查找</Button>
    </form>
  )
}

interface YearShown {
  year: string
  choose(year: string): void
  /** May all years be chosen at once? */
  any?: boolean
}

/** The years of the corpus to choose from. */
export function YearField({ year, choose, any = false }: YearShown) {
  const years = useKnown().data?.years ?? []
  return (
    <span>
      <label htmlFor="reading-year">年度　</label>
      <select id="reading-year" value={year} onChange={(event) => choose(event.target.value)}>
        {any ? <option value="">全部</option> : null}
        {years.map((each) => (
          <option key={each} value={String(each)}>
            {each}
          </option>
        ))}
      </select>
    </span>
  )
}
