import { createContext, useContext } from 'react'
import type { ReadView } from '../../corpus/contract.ts'

/** The read report on the screen and the cell that is chosen in it. */
export interface ReadSheet {
  view: ReadView
  chosen: string | null
  /** The gravest finding at a cell. */
  worst: ReadonlyMap<string, string>
  /** Chooses a cell; the other side moves to it. */
  choose(cell: string, from: 'form' | 'source' | 'findings'): void
}

export const ReadSheetContext = createContext<ReadSheet | null>(null)

/** The report around this component. Throws outside of one. */
export function useReadSheet(): ReadSheet {
  const sheet = useContext(ReadSheetContext)
  if (sheet === null) throw new Error('no read report on the screen')
  return sheet
}

export const elementOf = (cell: string): string => `cell-${cell}`
export const sourceId = 'read-source'
export const markId = 'read-mark'

/** Moves the form to a cell and puts the keyboard there. */
export function goToCell(cell: string): void {
  const element = document.getElementById(elementOf(cell))
  element?.scrollIntoView({ block: 'center', inline: 'center' })
  element?.focus({ preventScroll: true })
}

/** Moves the source to the place of the chosen figure; on a narrow screen the page moves too. */
export function goToMark(): void {
  const mark = document.getElementById(markId)
  const pane = document.getElementById(sourceId)
  if (mark === null || pane === null) return
  pane.scrollTop = mark.offsetTop - pane.clientHeight / 2
  const { top, bottom } = pane.getBoundingClientRect()
  if (bottom < 80 || top > window.innerHeight - 80) pane.scrollIntoView({ block: 'center' })
}
