import type { CellId } from '#law/report-forms/form.ts'
import { nameOfCell } from '#law/report-forms/forms.ts'
import { figureOf, showValue } from '#law/report-forms/report.ts'
import { type Check, type CheckInput, type Question, unitOf } from './check.ts'
import { levelOfOrgan } from './organ-level.ts'

/** Settings: from where on a figure is worth a question. Not law; found by reading published reports. */
export const plausibility = {
  growthWithoutDecision: 100,
  coercionAlone: 10,
  townDocuments: 20,
  jumpFactor: 5,
  jumpAtLeast: 20,
  peersAtLeast: 5,
  peerMedianAtLeast: 10,
  peerFactor: 10,
} as const

const itemRows = ['licensing', 'other_services', 'penalty', 'coercion', 'fees'] as const

function* askItemsLeft({ report }: CheckInput): Iterable<Question> {
  for (const row of itemRows) {
    const prev = `proactive.${row}.prev`
    const change = `proactive.${row}.change`
    const [before, by] = [figureOf(report, prev), figureOf(report, change)]
    if (before === undefined || by === undefined) continue
    const verdict = before + by < 0 ? 'fails' : 'holds'
    const name = nameOfCell(prev, '2019').replace('上一年项目数量', '')
    const sentence = `${name}上一年项目数量${before}，本年增/减${by}，相抵后为${before + by}，项目数不能为负，请核对。`
    yield { kind: 'condition', verdict, cells: [prev, change], sentence }
  }
}

const documentRows = ['regulations', 'normative', 'other_proactive_docs'] as const

function* askPublished({ report }: CheckInput): Iterable<Question> {
  for (const row of documentRows) {
    const [made, published, total] = ['made', 'published', 'total'].map(
      (column) => `proactive.${row}.${column}`,
    )
    if (made === undefined || published === undefined || total === undefined) continue
    if (figureOf(report, published) === undefined) continue
    const name = nameOfCell(made, '2019').replace('本年新制作数量', '')
    if (figureOf(report, made) !== undefined)
      yield {
        kind: 'relation',
        left: [{ cell: made }],
        relation: '≤',
        right: [{ cell: published }],
        unit: 'count',
        say: (left, right, difference) =>
          `${name}本年新制作${left}件，本年新公开只有${right}件，有${difference}件制作后没有公开，请核实并说明。`,
      }
    if (figureOf(report, total) !== undefined)
      yield {
        kind: 'relation',
        left: [{ cell: published }],
        relation: '≤',
        right: [{ cell: total }],
        unit: 'count',
        say: (left, right) => `${name}本年新公开${left}件，多于对外公开总数量${right}件，请核对。`,
      }
  }
}

function* askInForce({ report }: CheckInput): Iterable<Question> {
  for (const row of ['regulations', 'normative']) {
    const [made, repealed, valid] = ['made', 'repealed', 'valid'].map(
      (column) => `proactive.${row}.${column}`,
    )
    if (made === undefined || repealed === undefined || valid === undefined) continue
    if ([made, repealed, valid].some((id) => figureOf(report, id) === undefined)) continue
    yield {
      kind: 'relation',
      left: [{ cell: valid }],
      relation: '≥',
      right: [{ cell: made }, { cell: repealed, minus: true }],
      unit: 'count',
      say: (left, right) => `${nameOfCell(valid, '2021')}为${left}，少于本年制发减去废止${right}，请核对。`,
    }
  }
}

function* askGrowth({ report }: CheckInput): Iterable<Question> {
  for (const row of ['licensing', 'other_services', 'penalty', 'coercion']) {
    const ids = ['prev', 'change', 'decided'].map((column) => `proactive.${row}.${column}`)
    const [prev, change, decided] = ids.map((id) => figureOf(report, id))
    if (prev === undefined || change === undefined || decided === undefined) continue
    const odd = change >= plausibility.growthWithoutDecision && decided === 0
    const name = nameOfCell(ids[0] ?? '', '2019').replace('上一年项目数量', '')
    const sentence = `${name}本年增加${change}项，共${prev + change}项，处理决定数量却为0，请核实。`
    yield { kind: 'condition', verdict: odd ? 'fails' : 'holds', cells: ids, sentence }
  }
}

const decidedCells = ['licensing', 'penalty', 'coercion'].map((row) => `proactive.${row}.decided`)

function* askCoercion({ report }: CheckInput): Iterable<Question> {
  const [licensing, penalty, coercion] = decidedCells.map((id) => figureOf(report, id))
  if (licensing === undefined || penalty === undefined || coercion === undefined) return
  const odd = licensing === 0 && penalty === 0 && coercion >= plausibility.coercionAlone
  const sentence = `表二行政强制处理决定${coercion}件，而行政许可、行政处罚均为0，请核实填列口径。`
  yield { kind: 'condition', verdict: odd ? 'fails' : 'holds', cells: decidedCells.slice(2), sentence }
}

function* askTownDocuments({ report }: CheckInput): Iterable<Question> {
  const made = figureOf(report, 'proactive.normative.made')
  if (made === undefined || levelOfOrgan(report.organ.name) !== 'town') return
  const sentence = `${report.organ.name}本年制发规范性文件${made}件，明显偏多，请核实是否将一般公文计入。`
  const odd = made >= plausibility.townDocuments
  yield { kind: 'condition', verdict: odd ? 'fails' : 'holds', cells: ['proactive.normative.made'], sentence }
}

/** Figures whose jump is worth a question; the smaller rows move too freely. */
export const watchedCells = [
  'requests.new_received.total',
  'requests.total_processed.total',
  'proactive.licensing.decided',
  'proactive.penalty.decided',
  'proactive.coercion.decided',
  'proactive.normative.valid',
  'proactive.fees.amount',
  'review.total',
  'litigation_direct.total',
] as const

function* askJump({ report, lastYear }: CheckInput): Iterable<Question> {
  if (lastYear === undefined) return
  for (const id of watchedCells) {
    const [now, then] = [figureOf(report, id), figureOf(lastYear, id)]
    if (now === undefined || then === undefined) continue
    const least = id.endsWith('.amount') ? plausibility.jumpAtLeast * 1_000_000 : plausibility.jumpAtLeast
    const [small, great] = now < then ? [now, then] : [then, now]
    const odd = great >= least && great > small * plausibility.jumpFactor
    const words = id.endsWith('.amount') ? [then / 1_000_000, now / 1_000_000] : [then, now]
    const sentence = `${nameOfCell(id, report.form)}上年为${words[0]}，本年为${words[1]}，变化超过${plausibility.jumpFactor}倍，请说明原因。`
    yield { kind: 'condition', verdict: odd ? 'fails' : 'holds', cells: [id], sentence }
  }
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

interface Beside {
  readonly id: CellId
  readonly own: number
  readonly middle: number
  readonly most: number
  /** 2025年8个同类机关（清溪县石桥镇人民政府等） */
  readonly peers: string
}

function* besidePeers({ report, peers = [] }: CheckInput): Iterable<Beside> {
  for (const id of watchedCells) {
    const own = figureOf(report, id)
    const others = peers.flatMap((peer) => {
      const value = figureOf(peer, id)
      return value === undefined ? [] : [{ name: peer.organ.name, year: peer.year, value }]
    })
    const [first] = others
    if (own === undefined || first === undefined || others.length < plausibility.peersAtLeast) continue
    const values = others.map(({ value }) => value)
    const words = `${first.year}年${others.length}个同类机关（${first.name}等）`
    yield { id, own, middle: median(values), most: Math.max(...values), peers: words }
  }
}

const least = (id: CellId): number => (id.endsWith('.amount') ? 1_000_000 : 1)

function* askPeers(input: CheckInput): Iterable<Question> {
  const { form } = input.report
  for (const { id, own, middle, peers } of besidePeers(input)) {
    const odd = own === 0 && middle >= plausibility.peerMedianAtLeast * least(id)
    const shown = showValue(middle, unitOf(id, form))
    const sentence = `${nameOfCell(id, form)}为0，${peers}的中位数为${shown}，请核实是否漏报。`
    yield { kind: 'condition', verdict: odd ? 'fails' : 'holds', cells: [id], sentence }
  }
}

function* askFarFromPeers(input: CheckInput): Iterable<Question> {
  const { form } = input.report
  const { peerFactor, jumpAtLeast, peerMedianAtLeast } = plausibility
  for (const { id, own, middle, most, peers } of besidePeers(input)) {
    const above = own >= jumpAtLeast * least(id) && own > middle * peerFactor && own > most
    const below = own > 0 && middle >= peerMedianAtLeast * least(id) && own * peerFactor < middle
    const [mine, mid, top] = [own, middle, most].map((value) => showValue(value, unitOf(id, form)))
    const sentence = `${nameOfCell(id, form)}为${mine}，${peers}的中位数为${mid}、最多的为${top}，相差${peerFactor}倍以上，请核实统计口径，情况属实的无需改动。`
    yield { kind: 'condition', verdict: above || below ? 'fails' : 'holds', cells: [id], sentence }
  }
}

const table2 = ['年度报告格式表二']

export const plausibleChecks = [
  {
    id: 'N1',
    name: '项目数增减后不为负',
    level: 'row',
    severity: 'blocks',
    cites: table2,
    form: '2019',
    ask: askItemsLeft,
  },
  {
    id: 'N2',
    name: '制作的文件已经公开，公开数不超过总数',
    level: 'row',
    severity: 'explain',
    cites: table2,
    form: '2019',
    ask: askPublished,
  },
  {
    id: 'N3',
    name: '现行有效不少于制发减废止',
    level: 'row',
    severity: 'explain',
    cites: table2,
    form: '2021',
    ask: askInForce,
  },
  {
    id: 'P1',
    name: '项目大增而没有处理决定',
    level: 'row',
    severity: 'warn',
    cites: table2,
    form: '2019',
    ask: askGrowth,
  },
  {
    id: 'P2',
    name: '只有行政强制而无许可、处罚',
    level: 'table',
    severity: 'warn',
    cites: table2,
    form: '2021',
    ask: askCoercion,
  },
  {
    id: 'P3',
    name: '乡镇、街道制发规范性文件偏多',
    level: 'cell',
    severity: 'warn',
    cites: table2,
    ask: askTownDocuments,
  },
  {
    id: 'A12a',
    name: '较上年变化过大',
    level: 'year',
    severity: 'warn',
    cites: ['年度报告格式'],
    ask: askJump,
  },
  {
    id: 'A12b',
    name: '同类机关都有而本机关为零',
    level: 'peers',
    severity: 'warn',
    cites: ['年度报告格式'],
    ask: askPeers,
  },
  {
    id: 'A12c',
    name: '与同类机关相差悬殊',
    level: 'peers',
    severity: 'warn',
    cites: ['年度报告格式'],
    ask: askFarFromPeers,
  },
] as const satisfies readonly Check[]
