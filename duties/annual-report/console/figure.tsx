import type { KeyboardEvent } from 'react'
import type { CellId, Unit } from '#law/report-forms/form.ts'
import { showCell } from '#law/report-forms/report.ts'
import { cellIn, elementOf, returnedAt, useSheet } from './sheet.ts'

/** One figure: opens to what it counted. The arrow keys go from cell to cell, as on paper. */
export function Figure({ id, unit }: { id: CellId; unit: Unit }) {
  const { view, worst, open } = useSheet()
  const cell = cellIn(view, id)
  const finding = worst.get(id)
  const words = showCell(cell, unit)
  const returned = returnedAt(view, id).length > 0 ? 'sent-back' : ''
  const byHand = view.cells[id]?.source === 'hand' ? 'by-hand' : ''
  const isEmpty = cell.kind === 'blank' || cell.kind === 'absent'
  const label = isEmpty ? words : byHand ? `${words}（手工补录）` : undefined
  return (
    <button
      type="button"
      id={elementOf(id)}
      className={[
        'figure',
        isEmpty ? 'empty' : '',
        words === '0' ? 'zero' : '',
        finding ?? '',
        returned,
        byHand,
      ]
        .filter(Boolean)
        .join(' ')}
      aria-haspopup="dialog"
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(byHand ? { title: '手工补录的数字，点开看来源' } : {})}
      onClick={() => open(id)}
      onKeyDown={goOn}
    >
      {isEmpty ? '' : words}
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
  const column = rows[at]?.indexOf(event.currentTarget) ?? 0
  const next = rows[at + step[0]]?.[column + step[1]]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
