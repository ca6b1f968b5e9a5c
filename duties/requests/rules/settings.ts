import type { DecidedPart, ReviewStage } from './facts.ts'
import { outcomes } from './outcomes.ts'
import { type ClockSettings, defaultClockSettings } from './terms.ts'

/** Through whose hands a draft goes before it is decided, in this order. */
export interface ReviewSettings {
  /** Where any part is not given out: denied, unable, not processed. */
  readonly refusing: readonly ReviewStage[]
  readonly granting: readonly ReviewStage[]
}

/** What an organ may set where the law leaves it open or we have it from memory only. */
export interface RequestSettings {
  readonly clock: ClockSettings
  readonly review: ReviewSettings
  /** Which day makes a result belong to a year of the report: the day of the reply (our reading), or of the decision. */
  readonly resultOn: 'served' | 'decided'
  /** A partial disclosure whose withheld part rests on 第十四至十六条 must go to reconsideration first (open question). */
  readonly partlyReconsideredFirst: boolean
}

/**
 * 第四十五条 asks for review and leaves the stages to each organ: the head of the disclosure office reads everything
 * (第四条 gives the office the work), and a leader signs what does not give out all that was asked (ordinary practice).
 */
export const defaultSettings: RequestSettings = {
  clock: defaultClockSettings,
  review: { refusing: ['officeHead', 'leader'], granting: ['officeHead'] },
  resultOn: 'served',
  partlyReconsideredFirst: true,
}

/** The stages that a decision of these parts must have passed, in order. */
export function stagesFor(
  parts: readonly DecidedPart[],
  { review }: RequestSettings,
): readonly ReviewStage[] {
  const gives = parts.every(({ outcome }) => outcomes[outcome].discloses && outcome !== 'P1')
  return gives ? review.granting : review.refusing
}
