import type { ReadingFinding } from '#duties/annual-report/reading/findings.ts'
import { type TruthFile, truthCells } from '#duties/annual-report/reading/fixtures/truth.ts'

/**
 * The kinds of anomalies that the truths name, by the words they use, with the checks that must say so. `figures`: the
 * finding must name a figure that the anomaly names. `needs`: words without which the excerpt does not hold it.
 */
interface Kind {
  readonly words: RegExp
  readonly checks: readonly string[]
  readonly figures?: true
  readonly needs?: string
}

/** Remarks on the layout, and on what agrees: there is nothing to send back. */
const noAnomaly =
  /\(agrees\)|arithmetic itself closes|no arithmetic failure|no failure|page numbers|^cells glued|^all cells of a table row are glued|in one cell$|headers split|rows of table three are shifted|followed by hundreds|text is traditional|^traditional characters|header cell contains a digit|labels contain digits|same report as/

const kinds: readonly Kind[] = [
  { words: /wrong template|mixed template/, checks: ['F1'] },
  { words: /title broken/, checks: ['L4'] },
  { words: /only place naming the unit|no title line|no unit or year/, checks: ['L3'] },
  { words: /^table four .*总计 = /, checks: ['E4'], figures: true },
  { words: /row label/, checks: ['L2'] },
  { words: /not separable|labels without values|single surviving 0/, checks: ['E11d'] },
  { words: /元.*not 万元|written in 元/, checks: ['U1'] },
  { words: /breakdown of|parts sum to/, checks: ['T2'], figures: true },
  { words: /listed twice/, checks: ['T8'] },
  { words: /versus table|table: |narrative section one says|but all of/, checks: ['E8'], figures: true },
  { words: /negative resulting/, checks: ['N1'], figures: true },
  { words: /large growth/, checks: ['P1'], figures: true },
  { words: /行政强制 本年处理决定数量 = /, checks: ['P2'], figures: true },
  { words: /format document number/, checks: ['T7'] },
  { words: /blank cells|cells blank|fully blank/, checks: ['E11c'] },
  { words: /(cells are|数量 is) "[-/]"/, checks: ['A11'] },
  { words: /stray English/, checks: ['T8'] },
  { words: /absent from the crawled text/, checks: ['F2'] },
  { words: /结转下年度办理41|contradiction/, checks: ['T1'] },
  { words: /heading typo|heading variant/, checks: ['L1'] },
  { words: /^typo |a city report says/, checks: ['T8'] },
  { words: /占[\d.]+%/, checks: ['T3'], figures: true },
  { words: /narrative categories/, checks: ['T2b'], figures: true },
  { words: /均获维持/, checks: ['E8b'] },
  { words: /no power to make 规章/, checks: ['R1'] },
  { words: /\d+ made > \d+ published|新制作 \d+ > |新公开 \d+ < /, checks: ['N2'] },
  { words: /^township with \d+ 规范性文件/, checks: ['P3'] },
  { words: /^cross-year/, checks: ['E6'], figures: true },
  { words: /numbers two items 三是/, checks: ['T8'], needs: '三是' },
  { words: /announces 六部分/, checks: ['T8'], needs: '六部分' },
]

const figuresOf = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/g) ?? []

function answers(finding: ReadingFinding, kind: Kind, anomaly: string): boolean {
  if (!kind.checks.includes(finding.check)) return false
  const named = figuresOf(finding.sentence)
  return !kind.figures || figuresOf(anomaly).some((figure) => named.includes(figure))
}

export interface AnomalyScore {
  readonly found: readonly string[]
  readonly missed: readonly string[]
  /** The excerpt does not hold the words it speaks of. */
  readonly notHere: readonly string[]
  /** Findings that no anomaly of the truth and no cell of it bears out. */
  readonly unfounded: readonly string[]
}

/** Holds findings against the anomalies of a truth, by check and figures; a finding not borne out is false. */
export function scoreAnomalies(
  truth: TruthFile,
  anomalies: readonly string[],
  findings: readonly ReadingFinding[],
  raw: string,
): AnomalyScore {
  const score = { found: [] as string[], missed: [] as string[], notHere: [] as string[] }
  const borneOut = new Set<ReadingFinding>()
  for (const anomaly of anomalies.filter((each) => !noAnomaly.test(each) || /cross-year/.test(each))) {
    const named = kinds.filter(({ words }) => words.test(anomaly))
    const held = named.filter(({ needs }) => needs === undefined || raw.includes(needs))
    const hits = held.map((kind) => findings.filter((finding) => answers(finding, kind, anomaly)))
    for (const finding of hits.flat()) borneOut.add(finding)
    if (named.length > 0 && held.length === 0) score.notHere.push(anomaly)
    else if (named.length > 0 && hits.every((hit) => hit.length > 0)) score.found.push(anomaly)
    else score.missed.push(anomaly)
  }
  const unfounded = findings.filter((each) => !borneOut.has(each) && !standsInTruth(each, truth, raw))
  return { ...score, unfounded: unfounded.map(({ check, sentence }) => `${check} ${sentence}`) }
}

/** What the cells of the truth themselves say: blank, a mark, cut off, glued, or a heading as it stands in the source. */
function standsInTruth(finding: ReadingFinding, truth: TruthFile, raw: string): boolean {
  const cells = truthCells(truth)
  const values = finding.cells.map((id) => cells.get(id))
  const incomplete = truth.missing.length > 0
  if (finding.check === 'E11c') return values.every((value) => value === null)
  if (finding.check === 'A11') return values.every((value) => typeof value === 'string')
  if (finding.check === 'E11d')
    return (
      values.every((value) => value === undefined) ||
      truth.glued !== undefined ||
      truth.uncertain !== undefined
    )
  if (finding.check === 'F2' || finding.check === 'F3') return incomplete
  if (finding.check.startsWith('A12'))
    return values.every((value) => figuresOf(finding.sentence).includes(String(value)))
  if (finding.check === 'L3') return /\(/.test(truth.unit)
  if (finding.check === 'L1' || finding.check === 'L2')
    return (
      finding.quote !== undefined &&
      raw.trimEnd().lastIndexOf(finding.quote) < raw.trimEnd().length - finding.quote.length
    )
  return false
}
