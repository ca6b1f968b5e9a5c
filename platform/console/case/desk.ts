import { createContext, type ReactElement, useContext } from 'react'
import type { FieldProblem } from '../api.ts'
import type { PlainField } from '../plain-field.tsx'

/** A place in the law with the words quoted. */
export interface Cited {
  place: string
  quote: string
}

/** A step as the server offers it: its button, its article, its entries, and why not where it is refused. */
export interface CaseOffer {
  step: string
  label: string
  law: string
  cites?: Cited
  fields: readonly PlainField[]
  allowed: boolean
  refusal: string | null
}

/** One fact of a case in words. */
export interface CaseEntry {
  seq: number
  label: string
  happenedOn: string
  recordedAt: string
  by?: string
  lines: readonly { label: string; text: string }[]
  files: readonly { fileId: string; name: string; size?: number }[]
}

/** What was typed, with the id of the form and the last fact that the person saw. */
export interface CaseAsk {
  askId: string
  seenSeq: number
  ask: Record<string, unknown>
}

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
  timeline: readonly CaseEntry[]
  offers: readonly CaseOffer[]
  /** Steps that are open all the time and seldom wanted: listed after the others. */
  besides: ReadonlySet<string>
  /** Steps that reach the outside or end the case: the person is asked once more. */
  weighty: ReadonlySet<string>
  send(step: string, ask: CaseAsk): Promise<CaseDone>
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
