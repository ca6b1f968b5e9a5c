import { createContext, type ReactElement, useContext } from 'react'
import type { StepAsk, StepOffer, TimelineEntry } from '#platform/ledger/contract.ts'
import type { FieldProblem } from '../api.ts'
import type { PlainField } from '../plain-field.tsx'

/** What came of a step. */
export interface CaseDone {
  warnings: readonly string[]
  letter: { fileId: string; number: string; name: string } | null
}

export interface StoredFile {
  fileId: string
  name: string
}

/** A case on the screen, whatever its duty: what happened, what may be done, and how it is sent. */
export interface CaseDesk {
  /** Names the drafts of this case. */
  name: string
  seq: number
  timeline: readonly TimelineEntry[]
  offers: readonly StepOffer[]
  /** Steps that are open all the time and seldom wanted: listed after the others. */
  besides: ReadonlySet<string>
  /** Steps that reach the outside or end the case: the person is asked once more. */
  weighty: ReadonlySet<string>
  send(step: string, ask: StepAsk): Promise<CaseDone>
  upload(file: File): Promise<StoredFile>
  fileAddress(fileId: string): string
  /** The input of a field whose kind only this duty knows. */
  input?(field: PlainField, errors: readonly FieldProblem[]): ReactElement | undefined
}

export const CaseDeskContext = createContext<CaseDesk | null>(null)

/** The case around this component. Throws outside of one. */
export function useCaseDesk(): CaseDesk {
  const desk = useContext(CaseDeskContext)
  if (desk === null) throw new Error('no case on the screen')
  return desk
}
