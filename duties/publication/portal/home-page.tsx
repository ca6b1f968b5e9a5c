import { reportTitle } from '#law/report-forms/sections.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { Plot } from '#platform/pages/plot.tsx'
import { sections } from '#platform/pages/sections.ts'
import type { Day } from '#time/day.ts'
import { feedPath } from '../addresses.ts'
import type { ItemEntry } from '../contract.ts'
import type { YearFigures } from './figures-page.tsx'
import { Columns, OpenForOpinions, type OpenNow } from './home-aside.tsx'
import { type ExplainedEntry, ItemList } from './item-list.tsx'
import { homeData } from './linked-data.ts'
import { SearchField } from './search-field.tsx'

/** Figures of the last annual report that the government published. */
export interface ReportedFigures {
  year: number
  address: string
  figures: readonly { label: string; value: number }[]
}

interface HomeProps {
  frame: Frame
  name: string
  /** The newest documents, with their interpretations. */
  documents: readonly ItemEntry[]
  newest: readonly ItemEntry[]
  explained: readonly ExplainedEntry[]
  open: readonly OpenNow[]
  today: Day
  counted: YearFigures
  reported: ReportedFigures | null
  /** The government keeps a gazette. */
  gazette: boolean
}

/** The first page: whose portal it is, the search, the five sections, what is new, the year in figures. */
export function HomePage(props: HomeProps) {
  const { frame, name } = props
  return (
    <Page
      frame={frame}
      title={frame.site.name || name}
      meta={{ level: 'home' }}
      description={`${name}政府信息公开平台：查阅主动公开的信息，提出政府信息公开申请，查询办理进度。`}
      feed={feedPath}
      data={homeData(frame, name)}
    >
      <Hero name={name} />
      <ul class="five">
        {sections.map((section) => (
          <li key={section.key}>
            <a href={section.address}>{section.label.join('')}</a>
            <p>{section.about}</p>
          </li>
        ))}
      </ul>
      <div class="two-columns">
        <Newest documents={props.documents} newest={props.newest} explained={props.explained} />
        <div>
          <OpenForOpinions open={props.open} today={props.today} />
          <YearInFigures counted={props.counted} reported={props.reported} />
          <Columns gazette={props.gazette} />
        </div>
      </div>
    </Page>
  )
}

function Hero({ name }: { name: string }) {
  return (
    <div class="hero">
      <h1>{name}</h1>
      <p>政府信息公开</p>
      <div class="hero-row">
        <SearchField />
        <div class="hero-actions">
          <a class="button" href="/requests/new">
            我要申请
          </a>
          <a class="button second" href="/requests/track">
            查进度
          </a>
        </div>
      </div>
    </div>
  )
}

function Newest({ documents, newest, explained }: Pick<HomeProps, 'documents' | 'newest' | 'explained'>) {
  return (
    <div>
      {documents.length > 0 && (
        <section>
          <h2>最新文件</h2>
          <ItemList entries={documents} explained={explained} />
        </section>
      )}
      <section>
        <h2>最新公开</h2>
        {newest.length === 0 ? <p>暂无公开的信息。</p> : <ItemList entries={newest} />}
        {newest.length > 0 && (
          <p>
            <a href="/items">全部公开信息</a>
          </p>
        )}
      </section>
    </div>
  )
}

function YearInFigures({ counted, reported }: Pick<HomeProps, 'counted' | 'reported'>) {
  const { year, months, total, countedAt } = counted
  return (
    <section>
      <h2>数说公开</h2>
      <Plot
        caption={`${year}年各月主动公开信息，共${total}条`}
        unit="条"
        heads={['月份', '公开信息']}
        bars={months}
      />
      <p class="quiet">
        截至{countedAt}。<a href="/figures">各类、各机关的数量</a>
      </p>
      {reported && (
        <>
          <h3>{reported.year}年度依申请公开</h3>
          <dl class="figures">
            {reported.figures.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p class="quiet">
            来源：<a href={reported.address}>{reportTitle(reported.year)}</a>
          </p>
        </>
      )}
    </section>
  )
}
