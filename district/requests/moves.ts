import type { RawAsk } from '#duties/requests/rules/fields.ts'
import type { OutcomeCode } from '#duties/requests/rules/outcomes.ts'
import type { RequestCase } from '#duties/requests/rules/request.ts'
import type { StepName } from '#duties/requests/rules/steps.ts'
import { type Day, plusDays } from '#time/day.ts'
import type { Random } from '../random.ts'
import { type Matter, partOf } from './statements.ts'

/** `reviewer`: whoever's turn it is by the settings of review; `reviewers`: all of them, one after another. */
export type Hand = 'handler' | 'officeHead' | 'applicant' | 'reviewer' | 'reviewers'

/** What a move looks at when its turn comes. */
export interface Turn {
  readonly c: RequestCase
  readonly on: Day
  readonly random: Random
  readonly matter: Matter
}

/** One step of a script: so many working days after the one before, by whom, with what entries. */
export interface Move {
  readonly after: number
  readonly step: StepName
  readonly by: Hand
  readonly ask: (turn: Turn) => RawAsk
}

const move = (after: number, step: StepName, ask: Move['ask'] = () => ({}), by: Hand = 'handler'): Move => ({
  after,
  step,
  by,
  ask,
})

const openConsultation = ({ c }: Turn): string | undefined =>
  c.consultations.find((one) => !one.answeredOn && !one.endedOn)?.consultationId

/** Steps as an office takes them; `after` counts working days. */
export const confirmed = (random: Random): Move =>
  move(
    random.weighted([
      [0, 8],
      [1, 2],
    ]),
    'confirmReceipt',
    () => ({ confirmation: '电话联系申请人本人，确认收到申请' }),
  )

export const taken = (random: Random): Move => move(random.whole(0, 2), 'claim')

export const searched = (random: Random, isFound: boolean): Move =>
  move(random.whole(1, 3), 'logSearch', ({ matter }) => ({
    where: '办公系统收发文目录、综合档案室近十年卷宗',
    words: [matter.title.slice(0, 12), '批复', '公示'],
    by: '档案管理员',
    found: isFound ? '检索到相关文件，已调取原件核对' : '以上范围内未检索到所申请的信息',
  }))

export const material = (random: Random): Move[] => [
  move(1, 'askMaterial', ({ on }) => ({
    unit: '业务股室',
    what: '请提供有关卷宗，并提出能否公开的意见',
    answerBy: plusDays(on, 7),
  })),
  move(random.whole(1, 4), 'recordMaterial', ({ c }) => ({
    materialId: c.materials.at(-1)?.materialId,
    answer: '卷宗已提供，除个人信息外可以公开',
  })),
]

export const correctionAsked = (random: Random, workingDays: number): Move[] => [
  move(random.whole(1, 3), 'askCorrection', () => ({
    items: [
      '请写明所申请信息的名称、文号或者形成年份',
      ...(random.chance(0.4) ? ['请补充有效身份证明'] : []),
    ],
    workingDays,
  })),
  move(random.whole(1, 3), 'recordCorrectionServed'),
]

export const corrected = (random: Random): Move =>
  move(random.whole(1, 7), 'recordCorrected', ({ c, on }) => ({
    title: `${c.title}（${on.slice(0, 4)}年）`,
    description: `所申请信息形成于${on.slice(0, 4)}年前后，${c.description}`,
  }))

export const consulted = (
  random: Random,
  party: 'thirdParty' | 'coMaker' | 'otherOrgan',
  name: string,
): Move[] => [
  move(random.whole(1, 3), 'consult', ({ matter }) => ({
    with: party,
    party: name,
    about: `${matter.title}中涉及贵方的内容`,
  })),
  move(random.whole(1, 3), 'recordConsultationServed', (turn) => ({
    consultationId: openConsultation(turn),
  })),
]

export const agreed = (random: Random): Move =>
  move(random.whole(3, 12), 'recordConsultationAnswered', (turn) => ({
    consultationId: openConsultation(turn),
    answer: 'agrees',
  }))

export const objected = (random: Random): Move =>
  move(random.whole(3, 13), 'recordConsultationAnswered', (turn) => ({
    consultationId: openConsultation(turn),
    answer: 'objects',
    reason: '涉及商业秘密，公开将使我方在今后的竞争中处于不利地位',
    reasonable: true,
  }))

export const silent = (): Move =>
  move(16, 'endConsultation', (turn) => ({ consultationId: openConsultation(turn), why: 'expired' }))

export const overruled = (): Move =>
  move(
    2,
    'overruleObjection',
    ({ c }) => ({
      consultationId: c.consultations.find((one) => one.answer === 'objects')?.consultationId,
      publicInterest: '该信息关系饮用水安全，不公开可能对公共利益造成重大影响，决定公开检测结论和整改情况',
    }),
    'officeHead',
  )

export const extended = (after: number, workingDays: number): Move =>
  move(
    after,
    'extend',
    () => ({ workingDays, reason: '所申请信息涉及多个单位、形成时间较早，需要进一步查找、核实' }),
    'officeHead',
  )

export const feeNoticed = (random: Random, by: 'piece' | 'page', quantity: number): Move[] => [
  move(random.whole(2, 5), 'noticeFee', () => ({
    by,
    quantity,
    why: by === 'page' ? '所申请信息页数较多，明显超过合理范围' : '申请人当月申请件数明显超过合理范围',
  })),
  move(random.whole(1, 2), 'recordFeeServed'),
]

export const feePaid = (random: Random): Move =>
  move(random.whole(2, 14), 'recordFeePaid', ({ c }) => ({
    yuan: c.fee?.yuan,
    receipt: `99${random.whole(10_000_000, 99_999_999)}`,
  }))

export const waited = (after: number, text: string): Move => move(after, 'note', () => ({ text }))

export const reasonsAsked = (random: Random): Move[] => [
  move(random.whole(1, 3), 'askReasons', ({ on }) => ({
    figures: '近三个月向本机关提出申请三十余件，内容多有重复',
    answerBy: plusDays(on, 10),
  })),
  move(random.whole(2, 4), 'recordReasons', () => ({ reasons: '为了解征收补偿全过程，需要全部资料' })),
]

export const reasonsWeighed = (reasonable: boolean): Move =>
  move(
    1,
    'weighReasons',
    () => ({
      reasonable,
      why: reasonable ? '所述事由与其生活有关，属合理需要' : '所列事项此前均已答复，没有新的事由',
    }),
    'officeHead',
  )

export const laterDay = (): Move =>
  move(
    1,
    'setLaterDay',
    ({ on }) => ({ dueOn: plusDays(on, 60), why: '申请件数较多，需要逐件检索、审查' }),
    'officeHead',
  )

export const withdrawn = (random: Random): Move =>
  move(
    random.whole(1, 6),
    'withdraw',
    () => ({ statement: '本人已从其他途径获得所需信息，现撤回申请。' }),
    random.chance(0.5) ? 'applicant' : 'handler',
  )

const drafted = (after: number, outcome: OutcomeCode, basis?: OutcomeCode): Move =>
  move(after, 'draft', ({ matter, on, random }) => ({
    parts: [partOf(outcome, { ...matter, on }, random, basis)],
  }))

const reviewed = (after: number, by: 'reviewer' | 'reviewers', passed = true): Move =>
  move(
    after,
    'review',
    () => ({ passed, opinion: passed ? '同意。' : '理由部分过于简单，请补充检索情况并引用条文后再报。' }),
    by,
  )

export const returned = (random: Random, outcome: OutcomeCode): Move[] => [
  drafted(random.whole(1, 3), outcome),
  reviewed(1, 'reviewer', false),
]

/** A draft that has passed the first hands and waits for the next. */
export const halfReviewed = (random: Random, outcome: OutcomeCode): Move[] => [
  drafted(random.whole(1, 4), outcome),
  reviewed(1, 'reviewer'),
]

export interface Reply {
  readonly outcome: OutcomeCode
  /** What the withheld part of P1 rests on. */
  readonly basis?: OutcomeCode
  /** Working days before the draft. */
  readonly after: number
}

/** From the draft to the day of service and the archive. */
export function replied(random: Random, { outcome, basis, after }: Reply): Move[] {
  const method = random.weighted([
    ['post', 50],
    ['online', 25],
    ['email', 12],
    ['handedOver', 13],
  ] as const)
  const proof = method === 'post' ? `EMS99${random.whole(10_000_000, 99_999_999)}XC` : '签收记录'
  return [
    drafted(after, outcome, basis),
    reviewed(random.whole(0, 2), 'reviewers'),
    move(random.whole(0, 1), 'decide'),
    move(random.whole(0, 1), 'serve', () => ({ method, proof })),
    move(random.whole(4, 22), 'archive'),
  ]
}

export const reopened = (order: string): Move =>
  move(2, 'reopen', ({ on }) => ({ order, dueOn: plusDays(on, 30) }), 'officeHead')
