import { type KeyboardEvent, useMemo } from 'react'
import { WideTable } from '#platform/console/wide-table.tsx'
import { reportOfRead } from '../../corpus/report-of.ts'
import { type SetCell, type SetTable, setOut } from '../../rules/set-out.ts'
import { elementOf, useReadSheet } from './read-sheet.ts'

/** The report as it was read, in the official form; every figure leads to its place in the source. */
export function OfficialForm() {
  const { view } = useReadSheet()
  const pieces = useMemo(() => setOut(reportOfRead(view)), [view])
  let part = ''
  return pieces.map((piece) => {
    if (piece.kind === 'table') return <DrawnTable key={`table ${part}`} table={piece.table} label={part} />
    if (piece.kind === 'heading') {
      part = piece.text
      return <h2 key={piece.text}>{piece.text}</h2>
    }
    return (
      <p className="report-text" key={`${part} ${piece.text}`}>
        {piece.text}
      </p>
    )
  })
}

const keyOf = (cells: readonly SetCell[], row: number): string =>
  `${row} ${cells.map(({ text, figure }) => figure?.id ?? text).join(' ')}`

function DrawnTable({ table, label }: { table: SetTable; label: string }) {
  return (
    <WideTable label={`${label}（表）`}>
      <table className="official" aria-label={label}>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={keyOf(cells, row)}>
              {cells.map((cell, at) => (
                <DrawnCell
                  key={cell.figure?.id ?? `${at} ${cell.text}`}
                  cell={cell}
                  beside={cells.some(({ figure }) => figure !== undefined)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

/** A heading, of its row where it stands beside figures, of its column elsewhere; or a figure. */
function DrawnCell({ cell, beside }: { cell: SetCell; beside: boolean }) {
  const reach = { colSpan: cell.across, rowSpan: cell.down }
  if (cell.figure !== undefined)
    return (
      <td {...reach}>
        <ReadFigure id={cell.figure.id} />
      </td>
    )
  if (cell.text === '') return <td {...reach} />
  const side = beside ? (cell.down > 1 ? 'rowgroup' : 'row') : cell.across > 1 ? 'colgroup' : 'col'
  return (
    <th {...reach} scope={side}>
      {cell.text}
    </th>
  )
}

const workedOut: ReadonlySet<string> = new Set(['split', 'told'])

function ReadFigure({ id }: { id: string }) {
  const { view, chosen, worst, choose } = useReadSheet()
  const cell = view.cells[id]
  const kind = cell?.kind ?? 'absent'
  const shown =
    kind === 'blank' || kind === 'absent' ? '' : kind === 'undecidable' ? '？' : (cell?.shown ?? '')
  const words =
    kind === 'absent' ? '缺失' : kind === 'blank' ? '空白' : kind === 'undecidable' ? '不能确定' : ''
  const classes = [
    'figure',
    kind,
    shown === '0' ? 'zero' : '',
    worst.get(id) ?? '',
    cell !== undefined && workedOut.has(cell.manner) ? 'worked-out' : '',
  ]
  return (
    <button
      type="button"
      id={elementOf(id)}
      className={classes.filter(Boolean).join(' ')}
      aria-pressed={chosen === id}
      {...(words === '' ? {} : { 'aria-label': words })}
      onClick={() => choose(id, 'form')}
      onKeyDown={goOn}
    >
      {shown}
    </button>
  )
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

function goOn(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = steps[event.key]
  const table = event.currentTarget.closest('table')
  if (step === undefined || table === null) return
  const rows = [...table.rows]
    .map((row) => [...row.querySelectorAll<HTMLButtonElement>('button.figure')])
    .filter((buttons) => buttons.length > 0)
  const at = rows.findIndex((buttons) => buttons.includes(event.currentTarget))
  const next = rows[at + step[0]]?.[(rows[at]?.indexOf(event.currentTarget) ?? 0) + step[1]]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
