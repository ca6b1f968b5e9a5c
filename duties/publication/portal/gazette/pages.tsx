import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { sectionName } from '#platform/pages/sections.ts'
import { type Day, inChinese } from '#time/day.ts'
import { gazettePath } from '../../addresses.ts'

/** An issue as the public list shows it. */
export interface ListedIssue {
  organName: string
  /** 2026年第3期 */
  label: string
  year: number
  issuedOn: Day
  items: number
  address: string
}

/** What is printed in an issue; without an address where it was taken down since. */
export interface Printed {
  itemId: string
  title: string
  documentNumber: string
  organName: string
  address: string | null
}

const about = '设区的市级以上人民政府编发的政府公报，逐期列出刊登的文件'
const column = { level: 'list', column: otherColumn('政府公报', about) } as const

/** 政府公报: every issue, newest first, under its year. */
export function GazettePage({ frame, issues }: { frame: Frame; issues: readonly ListedIssue[] }) {
  const years = [...Map.groupBy(issues, ({ year }) => year)]
  return (
    <Page
      frame={frame}
      section="items"
      title="政府公报"
      meta={column}
      trail={[{ label: sectionName('items'), address: '/items' }]}
      description={about}
    >
      <h1>政府公报</h1>
      <p class="measure">在政府公报上刊登的行政法规和规章文本为标准文本。</p>
      {issues.length === 0 ? <p role="status">还没有登记公报。</p> : null}
      {years.map(([year, each]) => (
        <section key={year}>
          <h2>{year}年</h2>
          <ul class="items">
            {each.map(({ organName, label, issuedOn, items, address }) => (
              <li key={address}>
                <a href={address}>
                  {organName}公报{label}
                </a>
                <time dateTime={issuedOn}>{issuedOn}</time>
                <p class="under">刊登文件{items}件</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

interface IssueProps {
  frame: Frame
  issue: ListedIssue
  printed: readonly Printed[]
}

/** One issue with the documents printed in it, in their order. */
export function IssuePage({ frame, issue: { organName, label, issuedOn }, printed }: IssueProps) {
  return (
    <Page
      frame={frame}
      section="items"
      title={`${organName}公报${label}`}
      meta={column}
      trail={[
        { label: sectionName('items'), address: '/items' },
        { label: '政府公报', address: gazettePath },
      ]}
      description={`${organName}公报${label}刊登的文件`}
    >
      <h1>
        {organName}公报{label}
      </h1>
      <p>出版日期：{inChinese(issuedOn)}</p>
      <ol class="items">
        {printed.map(({ itemId, title, documentNumber, organName: of, address }) => (
          <li key={itemId}>
            {address === null ? <span class="quiet">该信息已经撤下</span> : <a href={address}>{title}</a>}
            {address === null ? null : (
              <p class="under">{[of, documentNumber].filter((words) => words !== '').join('　')}</p>
            )}
          </li>
        ))}
      </ol>
    </Page>
  )
}
