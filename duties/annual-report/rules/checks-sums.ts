import type { CellId, Identity } from '#law/report-forms/form.ts'
import { identitiesOf, nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import { type Check, type CheckInput, hasTable, type Question, type Term, tablesOf } from './check.ts'

const formTable3 = '年度报告格式表三'
const formTable4 = '年度报告格式表四'

function* askIdentities({ report }: CheckInput, rule: Identity['rule']): Iterable<Question> {
  for (const table of tablesOf(report)) {
    if (!hasTable(report, table)) continue
    for (const identity of identitiesOf(table)) {
      if (identity.rule !== rule) continue
      const { left, right, cells } = sidesOf(identity)
      const say = sayings[rule](identity, report.form)
      yield { kind: 'relation', left, relation: '=', right, unit: 'count', cells, ...say }
    }
  }
}

interface Sides {
  readonly left: readonly Term[]
  readonly right: readonly Term[]
  readonly cells: readonly CellId[]
}

const sidesOfIdentities = new WeakMap<Identity, Sides>()

function sidesOf(identity: Identity): Sides {
  const known = sidesOfIdentities.get(identity)
  if (known) return known
  const { left, right } = identity
  const terms = (ids: readonly CellId[]): Term[] => ids.map((cell) => ({ cell }))
  const sides = { left: terms(left), right: terms(right), cells: [...left, ...right] }
  sidesOfIdentities.set(identity, sides)
  return sides
}

type Saying = (
  identity: Identity,
  form: CheckInput['report']['form'],
) => {
  readonly about: string
  readonly say: (left: string, right: string, difference: string) => string
}

const columnOf = (id: string | undefined): string =>
  id === undefined ? '' : (placeOf(id)?.column.label ?? '')
const rowOf = (id: string | undefined): string => (id === undefined ? '' : (placeOf(id)?.row.label ?? ''))

const sayings: Readonly<Record<Identity['rule'], Saying>> = {
  columnBalance: (identity) => {
    const about = `表三“${columnOf(identity.left[0])}”列：`
    return {
      about,
      say: (left, right, difference) =>
        `${about}第一项加第二项为${left}，第三项总计加第四项为${right}，两者应当相等，相差${difference}，请核对。`,
    }
  },
  leafSum: (identity) => {
    const about = `表三“${columnOf(identity.left[0])}”列：`
    return {
      about,
      say: (left, right, difference) =>
        `${about}各办理结果相加为${left}，（七）总计填${right}，相差${difference}，请核对。`,
    }
  },
  applicantSum: (identity) => {
    const about = `表三“${rowOf(identity.left[0])}”行：`
    return {
      about,
      say: (left, right, difference) =>
        `${about}各类申请人相加为${left}，总计填${right}，相差${difference}，请核对。`,
    }
  },
  remedySum: (identity, form) => {
    const about = `${nameOfCell(identity.right[0] ?? '', form)}：`
    return {
      about,
      say: (left, right, difference) =>
        `${about}四种结果相加为${left}，总计填${right}，相差${difference}，请核对。`,
    }
  },
}

export const sumChecks = [
  {
    id: 'E1',
    name: '收办平衡：新收加结转等于办结加结转下年',
    level: 'column',
    severity: 'blocks',
    cites: [formTable3],
    ask: (input) => askIdentities(input, 'columnBalance'),
  },
  {
    id: 'E2',
    name: '办理结果之和等于总计',
    level: 'column',
    severity: 'blocks',
    cites: [formTable3],
    ask: (input) => askIdentities(input, 'leafSum'),
  },
  {
    id: 'E3',
    name: '各类申请人之和等于总计',
    level: 'row',
    severity: 'blocks',
    cites: [formTable3],
    ask: (input) => askIdentities(input, 'applicantSum'),
  },
  {
    id: 'E4',
    name: '复议、诉讼各结果之和等于总计',
    level: 'row',
    severity: 'blocks',
    cites: [formTable4],
    ask: (input) => askIdentities(input, 'remedySum'),
  },
] as const satisfies readonly Check[]
