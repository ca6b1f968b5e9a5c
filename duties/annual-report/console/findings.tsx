import type { FindingView } from '../contract.ts'
import { severityLabels } from '../rules/severity.ts'
import { Explain } from './explain.tsx'
import { elementOf } from './sheet.ts'

const severities = Object.entries(severityLabels).map(([severity, label]) => ({ severity, label }))

const rank = (severity: string): number => severities.findIndex((each) => each.severity === severity)

/** The gravest finding at each cell, to be marked there. */
export function worstOf(findings: readonly FindingView[]): ReadonlyMap<string, string> {
  const worst = new Map<string, string>()
  for (const finding of findings)
    for (const cell of finding.cells) {
      const known = worst.get(cell)
      if (known === undefined || rank(finding.severity) < rank(known)) worst.set(cell, finding.severity)
    }
  return worst
}

/** What the checks found, in the margin; each leads to its cells. */
export function Findings({ findings }: { findings: readonly FindingView[] }) {
  return (
    <section className="sheet findings" aria-labelledby="findings-head">
      <h2 id="findings-head">校核</h2>
      {findings.length === 0 ? <p className="tight">没有发现问题。</p> : null}
      {severities.map(({ severity, label }) => (
        <Group key={severity} label={label} severity={severity} findings={findings} />
      ))}
    </section>
  )
}

interface GroupShown {
  label: string
  severity: string
  findings: readonly FindingView[]
}

function Group({ label, severity, findings }: GroupShown) {
  const mine = findings.filter((finding) => finding.severity === severity)
  if (mine.length === 0) return null
  return (
    <>
      <h3 className={severity}>
        {label} <span className="count">{mine.length}</span>
      </h3>
      <ul>
        {mine.map((finding) => (
          <li key={finding.fingerprint} className={severity}>
            <strong>{finding.name}</strong>
            <p className="tight">{finding.sentence}</p>
            <ToCell cells={finding.cells} />
            <Explain finding={finding} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ToCell({ cells }: { cells: readonly string[] }) {
  const first = cells.find((cell) => document.getElementById(elementOf(cell)) !== null) ?? cells[0]
  if (first === undefined) return null
  const go = () => {
    const element = document.getElementById(elementOf(first))
    element?.scrollIntoView({ block: 'center', inline: 'center' })
    element?.focus()
  }
  return (
    <button type="button" className="to-cell" onClick={go}>
      到这一格
    </button>
  )
}
