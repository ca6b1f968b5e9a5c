import type { RequestCase } from './request.ts'

/** Papers without a number that are written whenever they are asked for. */
export const paperKinds = ['reviewSheet', 'serviceRecord'] as const

export type PaperKind = (typeof paperKinds)[number]

/** True where the text names such a paper. */
export const isPaperKind = (text: string): text is PaperKind => paperKinds.some((kind) => kind === text)

/** Which of them a case has use for, as it stands. */
export function papersOf(c: RequestCase): PaperKind[] {
  const isDecided = c.state === 'decided' || ('closing' in c && c.closing.how === 'replied')
  const wanted: Record<PaperKind, boolean> = {
    reviewSheet: c.draft !== undefined,
    serviceRecord: isDecided,
  }
  return paperKinds.filter((kind) => wanted[kind])
}
