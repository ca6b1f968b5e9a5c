import { randomUUID } from 'node:crypto'
import type { Seal } from '#platform/files/seal.ts'
import type { IntakeAsk } from '../contract.ts'

/** The entries of the form; `notice` and `hook` say how to be told of news. */
export type Answers = Partial<Record<keyof IntakeAsk | 'notice' | 'hook', string>>

/**
 * A request while it is being written. It travels from page to page as one sealed hidden field: no personal data in an
 * address, none kept on the server for a form that nobody sends, nothing readable in the page's source, several forms
 * in several windows without mixing, and a restart of the server loses nothing. The id that makes a form sent twice
 * one request is inside, so nobody can choose it.
 */
export interface Draft {
  askId: string
  organCode: string
  answers: Answers
  /** All questions were answered once: after a change one returns to the answers. */
  reviewing: boolean
  /** The title for which what is already published was shown. */
  offered?: string
}

const place = 'request draft'

export const newDraft = (organCode: string): Draft => ({
  askId: randomUUID(),
  organCode,
  answers: {},
  reviewing: false,
})

/** The draft as a hidden field carries it. */
export const sealDraft = (seal: Seal, draft: Draft): string =>
  seal.sealJson(draft, place).toString('base64url')

/** The draft of a hidden field; undefined for what was not sealed here, or belongs to another organ's form. */
export function openDraft(seal: Seal, sealed: string, organCode: string): Draft | undefined {
  try {
    const draft = seal.unsealJson(Buffer.from(sealed, 'base64url'), place) as Draft
    return draft.organCode === organCode ? draft : undefined
  } catch {
    return undefined
  }
}
