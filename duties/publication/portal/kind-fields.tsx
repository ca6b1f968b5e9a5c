import { Wide } from '#platform/pages/wide.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { Item } from '../contract.ts'
import {
  type FieldRow,
  inWords,
  isBlank,
  type KindColumn,
  type KindField,
  rowsIn,
} from '../rules/kind-field.ts'
import { itemKind } from '../rules/kinds.ts'

type Shown = [name: string, field: KindField, value: unknown]

const shownFields = ({ kind, extra }: Item): Shown[] =>
  Object.entries(itemKind(kind)?.fields ?? {}).flatMap(([name, field]): Shown[] =>
    field.inner || isBlank(extra[name]) ? [] : [[name, field, extra[name]]],
  )

const worded = (value: unknown, field: KindField): string =>
  field.type === 'day' ? inChinese(value as Day) : inWords(value, field)

// What gathers or links other items is shown as those items, the conditions of a topic not at all.
const isLine = (item: Item, { type }: KindField): boolean =>
  type !== 'rows' && type !== 'items' && type !== 'longtext' && !itemKind(item.kind)?.gathers

/** The short fields of the item's kind, as lines of its header table: 有效期至 2028年12月31日. */
export const kindLines = (item: Item): [string, string][] =>
  shownFields(item).flatMap(([, field, value]): [string, string][] =>
    isLine(item, field) ? [[field.label, worded(value, field)]] : [],
  )

/** The long fields of the item's kind, each over the whole width of the header table. */
export const kindTexts = (item: Item): [string, string][] =>
  shownFields(item).flatMap(([, field, value]): [string, string][] =>
    field.type === 'longtext' ? [[field.label, worded(value, field)]] : [],
  )

/** The tables of the item's kind: questions with their answers, tasks with their progress, decisions of a month. */
export function KindTables({ item }: { item: Item }) {
  return (
    <>
      {shownFields(item)
        .filter(([, { type }]) => type === 'rows')
        .map(([name, { label, columns = {} }, value]) => {
          const rows = rowsIn(value)
          const isTalk = Object.values(columns).every(({ type }) => type === 'longtext')
          return (
            <section class="aside-list" key={name}>
              <h2>{label}</h2>
              {isTalk ? <Talk rows={rows} columns={columns} /> : <Rows {...{ label, rows, columns }} />}
            </section>
          )
        })}
    </>
  )
}

type Columns = Readonly<Record<string, KindColumn>>

function Talk({ rows, columns }: { rows: readonly FieldRow[]; columns: Columns }) {
  const [first = '', second = ''] = Object.keys(columns)
  return (
    <dl class="talk">
      {rows.map((row) => (
        <div key={String(row[first])}>
          <dt>
            {columns[first]?.label}：{row[first]}
          </dt>
          <dd>
            {String(row[second] ?? '')
              .split('\n')
              .map((line, i) => (
                <p key={line}>
                  {i === 0 ? `${columns[second]?.label}：` : ''}
                  {line}
                </p>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface RowsShown {
  label: string
  rows: readonly FieldRow[]
  columns: Columns
}

function Rows({ label, rows, columns }: RowsShown) {
  // A column that no row fills is left out.
  const used = Object.entries(columns).filter(([name]) => rows.some((row) => !isBlank(row[name])))
  const progress = used.find(([, { type }]) => type === 'percent')?.[0]
  return (
    <>
      {progress && <Progress rows={rows} name={progress} />}
      <Wide label={label}>
        <table class="plain kind-rows">
          <caption class="unseen">{label}</caption>
          <thead>
            <tr>
              <th scope="col">序号</th>
              {used.map(([name, column]) => (
                <th scope="col" key={name}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={Object.values(row).join()}>
                <td class="figure">{i + 1}</td>
                {used.map(([name, { type }]) => (
                  <td key={name} class={type === 'longtext' ? 'long' : undefined}>
                    {type === 'percent' ? <Percent value={row[name]} /> : cellOf(row[name], type)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}

const cellOf = (value: FieldRow[string] | undefined, type: KindColumn['type']): string =>
  value === undefined ? '' : type === 'day' ? inChinese(value as Day) : String(value)

/** A bar and its figure in one cell: the table is the plot. */
function Percent({ value }: { value: FieldRow[string] | undefined }) {
  if (typeof value !== 'number') return <>未填</>
  return (
    <span class="percent">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="percent-ground" width="100" height="10" />
        <rect class="plot-bar" width={value} height="10" />
      </svg>
      {value}%
    </span>
  )
}

function Progress({ rows, name }: { rows: readonly FieldRow[]; name: string }) {
  const values = rows.flatMap((row) => (typeof row[name] === 'number' ? [row[name]] : []))
  const finished = values.filter((value) => value === 100).length
  const begun = values.filter((value) => value > 0 && value < 100).length
  return (
    <p class="measure">
      共{rows.length}项，已完成{finished}项，正在推进{begun}项，其余{rows.length - finished - begun}
      项尚未开始或者没有填报。
    </p>
  )
}
