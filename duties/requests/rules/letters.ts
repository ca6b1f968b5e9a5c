import type { DecidedPart } from './facts.ts'
import type { Letter, LetterKind } from './letter.ts'
import { contactOf, type LetterGround } from './letter-words.ts'
import { clockLetters, type LetterKindWords } from './letters-clock.ts'
import { consultationLetters } from './letters-consultation.ts'
import { replyLetters } from './letters-reply.ts'
import { remedyOf } from './remedy-words.ts'

/** The whole set of letters and sheets, each with its title and its words. */
export const letters: Record<LetterKind, LetterKindWords> = {
  ...clockLetters,
  ...consultationLetters,
  ...replyLetters,
}

const partsOf = ({ c }: LetterGround): readonly DecidedPart[] => {
  if (c.state === 'decided') return c.decision.parts
  return 'closing' in c && c.closing.how === 'replied' ? c.closing.decision.parts : (c.draft?.parts ?? [])
}

const remedyIn = (kind: LetterKind, ground: LetterGround): string[] => {
  if (!letters[kind].decides || kind === 'complaintResult') return []
  const parts = kind === 'disclosureTold' ? [] : partsOf(ground)
  return remedyOf(parts, ground.on, ground.organ, ground.settings)
}

const enclosuresOf = (kind: LetterKind, ground: LetterGround): string[] => {
  if (kind === 'consultThirdParty' || kind === 'consultCoMaker') return [letters.consultSlip.title]
  if (kind !== 'reply') return []
  return partsOf(ground).flatMap(({ outcome, states, what }) =>
    outcome === 'G2' && states.form !== '查阅、抄录' ? [`${what}（${states.form ?? ''}）`] : [],
  )
}

/**
 * The letter in words, from the case as it stands with the letter's own fact already in it. Says what 第三十至三十六条
 * ask of it; the remedy follows from what was decided and when.
 */
export function writeLetter(kind: LetterKind, ground: LetterGround): Letter {
  const words = letters[kind]
  const to = { applicant: ground.applicant, party: ground.party ?? '', file: '' }[words.to]
  return {
    kind,
    title: words.title,
    number: ground.number,
    addressee: to,
    paragraphs: words.paragraphs(ground),
    remedy: remedyIn(kind, ground),
    enclosures: enclosuresOf(kind, ground),
    signed: ground.organ.name,
    on: ground.on,
    contact: contactOf(ground),
  }
}
