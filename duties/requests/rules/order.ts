import type { Day } from '#time/day.ts'
import type { RequestCase } from './request.ts'

type Pair = readonly [earlier: Day | undefined, later: Day | undefined]

const pairsOf = (c: RequestCase): Pair[] => {
  const receivedOn = 'receivedOn' in c ? c.receivedOn : undefined
  const { correction, reasons, fee, draft } = c
  const decision =
    c.state === 'decided'
      ? c.decision
      : 'closing' in c && c.closing.how === 'replied'
        ? c.closing.decision
        : undefined
  return [
    [c.arrivedOn, receivedOn],
    [receivedOn, correction?.askedOn],
    [correction?.askedOn, correction?.servedOn],
    [correction?.askedOn, correction?.correctedOn],
    [receivedOn, reasons?.askedOn],
    [reasons?.askedOn, reasons?.givenOn],
    [reasons?.askedOn, reasons?.weighedOn],
    [receivedOn, fee?.noticedOn],
    [fee?.noticedOn, fee?.servedOn],
    [fee?.noticedOn, fee?.paidOn],
    [receivedOn, draft?.on],
    [receivedOn, decision?.on],
    [
      'closing' in c && c.closing.how === 'replied' ? decision?.on : receivedOn,
      'closing' in c ? c.closing.on : undefined,
    ],
    ['closing' in c ? c.closing.on : undefined, c.state === 'archived' ? c.archivedOn : undefined],
    ...c.extensions.map(({ on }): Pair => [receivedOn, on]),
    ...c.consultations.flatMap((one): Pair[] => [
      [receivedOn, one.sentOn],
      [one.sentOn, one.servedOn],
      [one.sentOn, one.answeredOn],
      [one.sentOn, one.endedOn],
      [one.answeredOn, one.overruledOn],
    ]),
  ]
}

/** True where no day of the case lies before the day of what it follows: no reply before receipt, no service before sending. */
export const isInOrder = (c: RequestCase): boolean =>
  pairsOf(c).every(([earlier, later]) => !earlier || !later || earlier <= later)
