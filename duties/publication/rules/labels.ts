import type { ConsultedAs } from './facts.ts'

/** Chinese words of the small vocabularies of facts.ts. */
export const consultedLabels: Record<ConsultedAs, string> = {
  jointIssuer: '联合制作机关',
  concerned: '涉及的其他机关',
  permission: '报请批准',
}

/** What the secrecy reviewer ticks for the text itself; files are ticked by their ids. */
export const wholeText = 'text'
