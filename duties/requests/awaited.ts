import type { ClockGiven } from './clock-view.ts'
import type { TrackView } from './contract-track.ts'
import { paymentDueOn } from './rules/case-terms.ts'
import type { Recorded } from './rules/facts.ts'
import { sayFeeToApplicant } from './rules/fee-words.ts'
import { limits } from './rules/limits.ts'
import type { RequestCase } from './rules/request.ts'

type Awaited = Pick<TrackView, 'correction' | 'reasons' | 'fee'>

/** What an open case waits for from its applicant: a correction, reasons, a fee; each with its last day. */
export function awaitedOf(c: RequestCase, facts: readonly Recorded[], given: ClockGiven): Awaited {
  if (c.state !== 'open') return { correction: null, reasons: null, fee: null }
  const { correction, reasons, fee } = c
  const by = limits(facts, given.calendar, given.settings.clock).find(({ code }) => code === 'correction')
  const payBy = paymentDueOn(c, given)
  return {
    correction:
      correction && !correction.correctedOn ? { items: [...correction.items], by: by?.on ?? null } : null,
    reasons:
      reasons && !reasons.givenOn && !reasons.weighedOn
        ? { figures: reasons.figures, by: reasons.answerBy }
        : null,
    fee:
      fee && !fee.paidOn
        ? { sentence: sayFeeToApplicant(fee, payBy, given.today), how: given.settings.payment }
        : null,
  }
}
