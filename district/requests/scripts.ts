import type { CaseKind } from '#duties/requests/rules/facts.ts'
import type { OutcomeCode } from '#duties/requests/rules/outcomes.ts'
import type { StepName } from '#duties/requests/rules/steps.ts'
import type { Random } from '../random.ts'
import {
  agreed,
  consulted,
  corrected,
  correctionAsked,
  extended,
  feeNoticed,
  feePaid,
  halfReviewed,
  laterDay,
  type Move,
  material,
  objected,
  overruled,
  reasonsAsked,
  reasonsWeighed,
  replied,
  returned,
  searched,
  silent,
  taken,
  waited,
  withdrawn,
} from './moves.ts'

/** What a script may be told of the world. */
export interface Cast {
  /** A firm whose rights are touched. */
  readonly thirdParty: string
  /** Another organ that made the information too. */
  readonly otherOrgan: string
}

export type Script = (random: Random, cast: Cast) => Move[]

const plain =
  (outcome: OutcomeCode, basis?: OutcomeCode): Script =>
  (random) => [
    taken(random),
    ...(outcome === 'U1a' ? [searched(random, false)] : random.chance(0.6) ? [searched(random, true)] : []),
    ...(random.chance(0.35) ? material(random) : []),
    ...replied(random, { outcome, after: random.whole(1, 5), ...(basis ? { basis } : {}) }),
  ]

const afterCorrection =
  (outcome: OutcomeCode): Script =>
  (random) => [
    taken(random),
    ...correctionAsked(random, random.pick([7, 10, 15])),
    corrected(random),
    ...(outcome === 'U3' ? [] : [searched(random, outcome !== 'U1a')]),
    ...replied(random, { outcome, after: random.whole(1, 6) }),
  ]

const lapsed: Script = (random) => [
  taken(random),
  ...correctionAsked(random, 10),
  ...replied(random, { outcome: 'O1', after: random.whole(11, 14) }),
]

const consultation =
  (answer: (random: Random) => Move[], outcome: OutcomeCode, basis?: OutcomeCode): Script =>
  (random, { thirdParty }) => [
    taken(random),
    searched(random, true),
    ...consulted(random, 'thirdParty', thirdParty),
    ...answer(random),
    ...replied(random, { outcome, after: random.whole(1, 3), ...(basis ? { basis } : {}) }),
  ]

const coMade: Script = (random, { otherOrgan }) => [
  taken(random),
  ...consulted(random, random.chance(0.7) ? 'coMaker' : 'otherOrgan', otherOrgan),
  agreed(random),
  ...replied(random, { outcome: random.pick(['G2', 'P1']), after: random.whole(1, 4) }),
]

const prolonged: Script = (random) => [
  taken(random),
  searched(random, true),
  extended(random.whole(8, 13), random.pick([10, 15, 20])),
  ...material(random),
  ...replied(random, { outcome: random.pick(['G2', 'P1', 'U2']), after: random.whole(2, 6) }),
]

const paid: Script = (random) => [
  taken(random),
  searched(random, true),
  ...feeNoticed(random, 'page', random.whole(38, 160)),
  feePaid(random),
  ...replied(random, { outcome: 'G2', after: random.whole(1, 8) }),
]

const unpaid: Script = (random) => [
  taken(random),
  ...feeNoticed(random, 'page', random.whole(60, 240)),
  ...replied(random, { outcome: 'O2', after: random.whole(21, 24) }),
]

const excessive: Script = (random) => [
  taken(random),
  ...reasonsAsked(random),
  reasonsWeighed(false),
  ...replied(random, { outcome: 'R4', after: random.whole(1, 2) }),
]

const excessiveButReasonable: Script = (random) => [
  taken(random),
  ...reasonsAsked(random),
  reasonsWeighed(true),
  laterDay(),
  ...replied(random, { outcome: 'G2', after: random.whole(15, 25) }),
]

const withdrawnByApplicant: Script = (random) => [taken(random), withdrawn(random)]

/** The reply comes after its day. */
const late: Script = (random) => [
  taken(random),
  waited(random.whole(4, 8), '原承办人轮岗，材料正在交接'),
  ...replied(random, { outcome: random.pick(['G2', 'U1a', 'G2']), after: random.whole(15, 24) }).flatMap(
    (each) => (each.step === 'draft' ? [searched(random, false), each] : [each]),
  ),
]

const sentBack: Script = (random) => [
  taken(random),
  searched(random, false),
  ...returned(random, 'U1a'),
  ...replied(random, { outcome: 'U1a', after: random.whole(1, 3) }),
]

type Weighted = readonly (readonly [Script, number])[]

const requests: Weighted = [
  [plain('G1'), 12],
  [plain('G2'), 30],
  [plain('P1', 'D5'), 3],
  [plain('P1', 'D6'), 3],
  [plain('D1'), 0.4],
  [plain('D2'), 0.6],
  [plain('D3'), 0.5],
  [plain('D5'), 1.4],
  [plain('D6'), 2.2],
  [plain('D7'), 2],
  [plain('D8'), 2.4],
  [plain('U1a'), 13],
  [plain('U1b'), 9],
  [plain('U2'), 2.4],
  [plain('R1'), 3],
  [plain('R2'), 1.8],
  [plain('R3'), 0.7],
  [plain('R5'), 0.6],
  [afterCorrection('G2'), 4],
  [afterCorrection('U1a'), 2],
  [afterCorrection('U3'), 1.2],
  [lapsed, 2.6],
  [consultation((random) => [agreed(random)], 'G2'), 1.6],
  [consultation((random) => [objected(random)], 'D4'), 1.4],
  [consultation((random) => [objected(random)], 'P1', 'D4'), 1],
  [consultation(() => [silent()], 'P1', 'D4'), 0.6],
  [consultation((random) => [objected(random), overruled()], 'G2'), 0.2],
  [coMade, 1.6],
  [prolonged, 3.6],
  [paid, 0.9],
  [unpaid, 0.5],
  [excessive, 0.6],
  [excessiveButReasonable, 0.2],
  [withdrawnByApplicant, 3.2],
  [late, 1],
  [sentBack, 1.6],
]

const outside: Readonly<Record<Exclude<CaseKind, 'request'>, Weighted>> = {
  rectification: [
    [plain('C1'), 4],
    [plain('C2'), 2],
    [plain('C4'), 1],
  ],
  complaint: [
    [plain('S1'), 2],
    [plain('S2'), 3],
  ],
  enterprise: [
    [plain('E1'), 2],
    [plain('E2'), 3],
  ],
}

/** How a case of this kind goes: one of the ways that offices know, as often as they meet it. */
export function drawScript(random: Random, kind: CaseKind, cast: Cast): Move[] {
  return random.weighted(kind === 'request' ? requests : outside[kind])(random, cast)
}

/** Nothing is done for long: the day of the reply comes nearer, and goes by. */
const stalled: Script = (random) => [
  taken(random),
  waited(2, '业务股室正在查找原始卷宗'),
  ...replied(random, { outcome: 'G2', after: 60 }),
]

/** A case that waits: its script, the last step taken, and, where it matters, how many working days ago it came. */
export interface Waiting {
  readonly script: Script
  readonly through?: StepName
  readonly cameAgo?: number
  /** By mail, and not yet confirmed with the applicant. */
  readonly unconfirmed?: true
}

/** One of each state that a case can be waiting in; the officer of the demonstration finds them all on the desk. */
export const waitings: readonly Waiting[] = [
  { script: plain('G2') },
  { script: stalled, through: 'note', cameAgo: 24 },
  { script: plain('U1a'), through: 'logSearch' },
  { script: afterCorrection('G2'), through: 'recordCorrectionServed' },
  { script: consultation((random) => [objected(random)], 'D4'), through: 'recordConsultationServed' },
  { script: (random) => [taken(random), ...halfReviewed(random, 'D6')], through: 'review' },
  { script: plain('G2') },
  { script: stalled, through: 'note', cameAgo: 19 },
  { script: stalled, through: 'note', cameAgo: 17 },
  { script: plain('G2'), unconfirmed: true },
  { script: prolonged, through: 'extend' },
  { script: sentBack, through: 'review' },
  { script: plain('G1'), through: 'decide' },
  { script: paid, through: 'recordFeeServed' },
  { script: excessive, through: 'askReasons' },
  { script: plain('G2'), through: 'draft' },
  { script: afterCorrection('U1a'), through: 'recordCorrected' },
]

/** A month in which one person files more than the free ten: the last are charged by the piece (109号办法第四条). */
export const manyInOneMonth: readonly Script[] = [
  ...Array.from({ length: 6 }, () => plain('G2')),
  plain('U1b'),
  plain('G1'),
  plain('R2'),
  plain('G2'),
  charged(11, true),
  charged(12, true),
  charged(13, false),
]

function charged(nth: number, isPaid: boolean): Script {
  return (random) => [
    taken(random),
    ...feeNoticed(random, 'piece', nth),
    ...(isPaid ? [feePaid(random)] : []),
    ...replied(random, isPaid ? { outcome: 'G2', after: 4 } : { outcome: 'O2', after: 22 }),
  ]
}
