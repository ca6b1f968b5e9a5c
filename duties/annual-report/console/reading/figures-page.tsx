import { Input } from 'antd'
import { cellsOf, forms, nameOfCell } from '#law/report-forms/forms.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { navigate, useLocation } from '#platform/console/router.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { queryOf, useKnown, useRanks, useRoot, useSeries } from './api.ts'
import { YearField } from './filters.tsx'
import { RanksView } from './ranks.tsx'
import { ReadingTabs } from './reading-tabs.tsx'
import { SeriesView } from './series.tsx'
import '../report.css'
import './reading.css'

const firstCell = 'requests.new_received.total'

/** One cell over the years of an organ, and among the organs of a year. */
export function FiguresPage(_: ScreenProps) {
  const { path, query } = useLocation()
  const root = useRoot()
  const known = useKnown()
  const years = (known.data?.years ?? []).map(String)
  const year = query.get('year') ?? ''
  const asked = {
    organ: query.get('organ') || (known.data?.organs[0] ?? ''),
    cell: query.get('cell') ?? firstCell,
    year: years.includes(year) ? year : (years[0] ?? ''),
  }
  const go = (next: Partial<Asked>) => navigate(`${path}${queryOf({ ...asked, ...next })}`, 'replace')
  return (
    <>
      <PageHead
        title="读报：历年和比较"
        actions={
          <>
            <a href={`${root}/figures/file/xlsx`} download>
              下载全部数字（Excel）
            </a>
            <a href={`${root}/figures/file/csv`} download>
              CSV
            </a>
          </>
        }
      />
      <ReadingTabs />
      <Answered query={known}>
        {({ organs }) =>
          // Before anything was read there is nothing to choose from.
          organs.length === 0 ? <Nothing>还没有读过报告。</Nothing> : <Figures asked={asked} go={go} />
        }
      </Answered>
    </>
  )
}

interface Asked {
  organ: string
  cell: string
  year: string
}

function Figures({ asked, go }: { asked: Asked; go(next: Partial<Asked>): void }) {
  return (
    <>
      <div className="in-line">
        <CellField cell={asked.cell} choose={(cell) => go({ cell })} />
      </div>
      <section className="sheet" aria-labelledby="series-head">
        <h2 id="series-head">历年</h2>
        <OrganField key={asked.organ} organ={asked.organ} choose={(organ) => go({ organ })} />
        <SeriesOf organ={asked.organ} cell={asked.cell} />
      </section>
      <section className="sheet" aria-labelledby="ranks-head">
        <h2 id="ranks-head">各机关比较</h2>
        {asked.year === '' ? (
          <Nothing>读过的报告都没有写明年度，不能比较。</Nothing>
        ) : (
          <>
            <YearField year={asked.year} choose={(year) => go({ year })} />
            <RanksOf {...asked} />
          </>
        )}
      </section>
    </>
  )
}

function SeriesOf({ organ, cell }: { organ: string; cell: string }) {
  const query = useSeries(organ, cell)
  return <Answered query={query}>{(series) => <SeriesView series={series} />}</Answered>
}

function RanksOf({ year, cell, organ }: Asked) {
  const query = useRanks(year, cell)
  return <Answered query={query}>{(ranks) => <RanksView ranks={ranks} organ={organ} />}</Answered>
}

const tableNames = { proactive: '表二', requests: '表三', remedies: '表四' } as const
const newest = [...forms].reverse()
const cells = newest
  .flatMap((form) => cellsOf(form).map((place) => ({ ...place, form: form.id })))
  .filter((place, at, all) => all.findIndex((other) => other.id === place.id) === at)
const groups = newest.flatMap(({ id }) =>
  (['proactive', 'requests', 'remedies'] as const).map((table) => ({
    label: `${tableNames[table]}${id === '2019' ? '（2019年试行格式）' : ''}`,
    cells: cells.filter((place) => place.form === id && place.table.id === table),
  })),
)

function CellField({ cell, choose }: { cell: string; choose(cell: string): void }) {
  return (
    <>
      <label htmlFor="figure-cell">哪一格</label>
      <select id="figure-cell" value={cell} onChange={(event) => choose(event.target.value)}>
        {groups
          .filter((group) => group.cells.length > 0)
          .map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.cells.map(({ id, form }) => (
                <option key={id} value={id}>
                  {nameOfCell(id, form)}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </>
  )
}

function OrganField({ organ, choose }: { organ: string; choose(organ: string): void }) {
  const organs = useKnown().data?.organs ?? []
  return (
    <div className="in-line">
      <label htmlFor="figure-organ">机关</label>
      <Input
        id="figure-organ"
        list="figure-organs"
        defaultValue={organ}
        onChange={(event) => {
          if (organs.includes(event.target.value)) choose(event.target.value)
        }}
      />
      <datalist id="figure-organs">
        {organs.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </div>
  )
}
