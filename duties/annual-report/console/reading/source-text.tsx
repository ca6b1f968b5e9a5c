import { type MouseEvent, useEffect, useMemo } from 'react'
import { nameOfCell } from '#law/report-forms/forms.ts'
import { goToMark, markId, sourceId, useReadSheet } from './read-sheet.ts'
import { piecesOf } from './spans.ts'

/** The text of the source. Every figure that was read leads to its cell; the chosen one is marked. */
export function SourceText() {
  const { view, chosen, choose } = useReadSheet()
  const pieces = useMemo(() => piecesOf(view.source, view.cells, chosen), [view, chosen])
  useEffect(() => {
    if (chosen !== null) goToMark()
  }, [chosen])
  const press = (event: MouseEvent) => {
    const cell = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined
    if (cell !== undefined) choose(cell, 'source')
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="source" id={sourceId} aria-label="原文" tabIndex={0}>
      {pieces.map((piece) =>
        piece.cell === undefined ? (
          <span key={piece.from}>{piece.text}</span>
        ) : (
          <button
            type="button"
            // One stop for the keyboard: from figure to figure one goes in the form.
            tabIndex={piece.cell === chosen ? 0 : -1}
            key={`${piece.from} ${piece.cell}`}
            className="in-source"
            data-cell={piece.cell}
            title={nameOfCell(piece.cell)}
            {...(piece.cell === chosen ? { id: markId, 'aria-current': 'location' as const } : {})}
            onClick={press}
          >
            {piece.text}
          </button>
        ),
      )}
    </section>
  )
}

/** What is known of the chosen cell: its name, its figure, where it stands and how it was read. */
export function ChosenCell() {
  const { view, chosen } = useReadSheet()
  const form = view.form === '2019' || view.form === '2021' || view.form === 'mixed' ? view.form : undefined
  const cell = chosen === null ? undefined : view.cells[chosen]
  return (
    <div className="chosen" role="status">
      {chosen === null ? '点表中的数字看原文出处，点原文中的数字看所在的格。' : null}
      {chosen === null ? null : <strong>{nameOfCell(chosen, form)}</strong>}
      {chosen !== null && cell === undefined ? <p className="tight">原文中没有这一格（缺失）。</p> : null}
      {cell === undefined ? null : (
        <>
          <p className="tight">
            {cell.kind === 'undecidable' ? `不能确定，原文写作“${cell.shown}”` : cell.shown}
            {`　${cell.where}`}
          </p>
          <p className="note">{cell.why ?? `${cell.how}。`}</p>
        </>
      )}
    </div>
  )
}
