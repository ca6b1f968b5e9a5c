import type { FieldError } from '../contract.ts'
import type { CaseFact } from '../rules/case-facts.ts'
import { type DeadlineCase, problemsOfCase } from '../rules/case-file.ts'
import { channelLabels } from '../rules/labels.ts'
import { terms } from '../rules/terms.ts'

/** What the form of the calculator asks; every entry but the day of receipt may be empty. */
export const calculatorFields = {
  received: '收到申请之日',
  channel: '提交方式',
  correctionAsked: '通知补正之日',
  corrected: '收到补正之日',
  consulted: '征求意见书发出之日',
  answered: '收到意见之日',
  extendedOn: '决定延长之日',
  extendedBy: '延长的工作日',
  feeNoticed: '发出收费通知之日',
  feePaid: '缴费之日',
} as const

export type CalculatorField = keyof typeof calculatorFields
export type Asked = Readonly<Record<CalculatorField, string>>

const isChannel = (text: string): text is keyof typeof channelLabels => Object.hasOwn(channelLabels, text)

/** Term of a correction that the form does not ask for: it does not move the answer. */
const correctionDays = 15

const fact = (type: CaseFact['type'], on: string, rest: Partial<CaseFact> = {}): CaseFact[] =>
  on === '' ? [] : [{ type, on: on as CaseFact['on'], ...rest }]

/** The facts of the form, in the order in which they happened. */
const factsAsked = (asked: Asked): CaseFact[] =>
  [
    ...fact('received', asked.received, { channel: isChannel(asked.channel) ? asked.channel : 'counter' }),
    ...fact('correctionAsked', asked.correctionAsked, { workingDays: correctionDays }),
    ...fact('corrected', asked.corrected),
    ...fact('consultationSent', asked.consulted, { with: 'thirdParty', id: '1' }),
    ...fact('consultationAnswered', asked.answered, { id: '1' }),
    ...fact('extended', asked.extendedOn, {
      workingDays: Number(asked.extendedBy || terms.extension.workingDays),
    }),
    ...fact('feeNoticed', asked.feeNoticed),
    ...fact('feePaid', asked.feePaid),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))

const days: readonly CalculatorField[] = [
  'received',
  'correctionAsked',
  'corrected',
  'consulted',
  'answered',
  'extendedOn',
  'feeNoticed',
  'feePaid',
]

/** What must come after what. */
const order: readonly [CalculatorField, CalculatorField][] = [
  ['correctionAsked', 'corrected'],
  ['consulted', 'answered'],
  ['feeNoticed', 'feePaid'],
]

const problemOfDay = (asked: Asked, field: CalculatorField): string | undefined => {
  const on = asked[field]
  if (on === '') return field === 'received' ? `请填写${calculatorFields.received}` : undefined
  const [problem] = problemsOfCase({ name: '计算', facts: [{ type: 'received', on }] })
  if (problem) return `${calculatorFields[field]}${problem.message}`
  return on < asked.received ? `${calculatorFields[field]}不能早于${calculatorFields.received}` : undefined
}

const problemOfOrder = (asked: Asked): FieldError[] =>
  order.flatMap(([before, after]) => {
    if (asked[after] === '') return []
    const [first, second] = [calculatorFields[before], calculatorFields[after]]
    if (asked[before] === '') return [{ field: before, message: `填写了${second}的，请同时填写${first}` }]
    return asked[after] < asked[before] ? [{ field: after, message: `${second}不能早于${first}` }] : []
  })

const problemOfExtension = ({ extendedOn, extendedBy }: Asked): FieldError[] => {
  if (extendedBy === '') return []
  if (extendedOn === '')
    return [
      {
        field: 'extendedOn',
        message: `填写了${calculatorFields.extendedBy}的，请同时填写${calculatorFields.extendedOn}`,
      },
    ]
  const number = Number(extendedBy)
  return Number.isInteger(number) && number >= 1 && number <= terms.extension.workingDays
    ? []
    : [
        {
          field: 'extendedBy',
          message: `${calculatorFields.extendedBy}应当是1到${terms.extension.workingDays}的整数`,
        },
      ]
}

/** The case that the form describes, or what is wrong with it, by field. */
export function caseAsked(asked: Asked): { one: DeadlineCase } | { errors: FieldError[] } {
  const errors = [
    ...days.flatMap((field) => {
      const message = problemOfDay(asked, field)
      return message ? [{ field, message }] : []
    }),
    ...problemOfOrder(asked),
    ...problemOfExtension(asked),
  ]
  return errors.length > 0 ? { errors } : { one: { name: '计算', facts: factsAsked(asked) } }
}
