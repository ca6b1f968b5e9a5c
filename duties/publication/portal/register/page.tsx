import type { ComponentChildren } from 'preact'
import type { Organ } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import { Select, TextField } from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith, Pager } from '#platform/pages/pager.tsx'
import { sectionName } from '#platform/pages/sections.ts'
import { Wide } from '#platform/pages/wide.tsx'
import { type Day, inChinese } from '#time/day.ts'
import { documentListPath, feedPath, registerPath } from '../../addresses.ts'
import type { RegisterRow } from '../../register/contract.ts'
import { isOver, validityLabels } from '../../rules/vocabulary.ts'
import { ListFilters } from '../list-filters.tsx'
import { ListWays } from '../list-ways.tsx'

const about = '各机关制定的行政规范性文件，统一登记、统一编号；注明现行有效、已修改、已废止和已失效'

interface RegisterPageProps {
  frame: Frame
  query: { organ: string; state: string; year: string; words: string; after: string }
  organs: readonly Organ[]
  years: readonly number[]
  rows: readonly RegisterRow[]
  next: string | null
}

/** 行政规范性文件库: the register for the public, with its filters, and as files. */
export function RegisterPage({ frame, query, organs, years, rows, next }: RegisterPageProps) {
  const { after, ...filters } = query
  return (
    <Page
      frame={frame}
      section="items"
      title="行政规范性文件登记簿"
      meta={{ level: 'list', column: otherColumn('行政规范性文件登记簿', about) }}
      trail={[{ label: sectionName('items'), address: '/items' }]}
      description={about}
      feed={addressWith(feedPath, { organ: query.organ, kind: 'normative' })}
    >
      <h1>行政规范性文件登记簿</h1>
      <p class="measure">{about}。有效期届满的，自次日起注明已失效。</p>
      <Filters {...{ query, organs, years }} />
      {rows.length === 0 ? (
        <p role="status">{after ? '后面没有更多文件了。' : '没有符合条件的文件。'}</p>
      ) : (
        <Rows rows={rows} />
      )}
      <Pager
        first={after ? addressWith(registerPath, filters) : null}
        next={next === null ? null : addressWith(registerPath, { ...filters, after: next })}
      />
      <ListWays
        query={filters}
        feed={feedPath}
        follow={{ organ: query.organ, kind: 'normative' }}
        data={documentListPath}
      />
      <p class="screen-only">
        <a href={addressWith(`${registerPath}.xlsx`, filters)} rel="nofollow">
          下载登记簿（xlsx）
        </a>
      </p>
    </Page>
  )
}

const { none: _, ...states } = validityLabels

function Filters({ query, organs, years }: Pick<RegisterPageProps, 'query' | 'organs' | 'years'>) {
  const filled = { values: query }
  return (
    <ListFilters
      action={registerPath}
      organLabel="制定机关"
      yearLabel="制定年份"
      {...{ filled, organs, years }}
    >
      <Select
        name="state"
        label="有效性"
        empty="全部"
        filled={filled}
        choices={Object.entries(states).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="words" label="名称或者文号" filled={filled} />
    </ListFilters>
  )
}

const dayText = (on: string | null): string => (on ? inChinese(on as Day) : '')

const columns: Readonly<Record<string, (row: RegisterRow) => ComponentChildren>> = {
  文号: (row) => row.documentNumber,
  登记编号: (row) => row.registerNumber,
  制定机关: (row) => row.organName,
  成文日期: (row) => dayText(row.formedOn),
  施行日期: (row) => dayText(row.effectiveOn),
  有效期至: (row) => dayText(row.expiresOn),
  有效性: ({ validity, validityLabel }) =>
    isOver(validity) ? <span class="repealed-mark">{validityLabel}</span> : validityLabel,
}

function Rows({ rows }: { rows: readonly RegisterRow[] }) {
  return (
    <Wide label="行政规范性文件">
      <table class="plain kind-rows cards">
        <caption class="unseen">行政规范性文件</caption>
        <thead>
          <tr>
            {['名称', ...Object.keys(columns)].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.itemId}>
              <th scope="row" class="long">
                <a href={row.address}>{row.title}</a>
              </th>
              {Object.entries(columns).map(([label, cellOf]) => (
                <td key={label} data-label={label}>
                  {cellOf(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
