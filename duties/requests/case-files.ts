import type { FileId, LetterId, Recorded } from './rules/facts.ts'

const letterFiles = ({ file, companions = [] }: LetterId): FileId[] => [
  ...(file ? [file] : []),
  ...companions.flatMap(letterFiles),
]

/** Every file that a fact names: evidence, attachments, its letter with what went with it, the archive package. */
export const filesIn = ({ fact }: Pick<Recorded, 'fact'>): FileId[] => [
  ...('files' in fact ? (fact.files ?? []) : []),
  ...('enclosures' in fact ? (fact.enclosures ?? []) : []),
  ...('evidence' in fact ? (fact.evidence ?? []) : []),
  ...('proof' in fact && fact.type !== 'served' && fact.proof ? [fact.proof] : []),
  ...(fact.type === 'fileAdded' ? [fact.file] : []),
  ...('letter' in fact && fact.letter ? letterFiles(fact.letter) : []),
  ...('sheets' in fact ? (fact.sheets ?? []).flatMap(letterFiles) : []),
  ...('intake' in fact ? (fact.intake?.files ?? []) : []),
  ...(fact.type === 'archived' && fact.package ? [fact.package] : []),
]

/** The letters of a fact, its own first, then what went with it. */
export const lettersIn = ({ fact }: Pick<Recorded, 'fact'>): LetterId[] => {
  if ('letter' in fact && fact.letter) return [fact.letter, ...(fact.letter.companions ?? [])]
  return 'sheets' in fact ? (fact.sheets ?? []) : []
}
