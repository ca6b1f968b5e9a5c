import type { ReadFinding } from '../../corpus/contract.ts'
import { severityLabels } from '../../rules/severity.ts'
import { CopyButton } from './copy-button.tsx'
import { useReadSheet } from './read-sheet.ts'

const severities = Object.entries(severityLabels)

/** What is wrong with the report, each in a sentence that can be sent back as it is. */
export function ReadFindings() {
  const { view } = useReadSheet()
  const { findings } = view
  const all = findings.map((finding, index) => `${index + 1}．${finding.sentence}`).join('\n')
  return (
    <section className="sheet read-findings" aria-labelledby="read-findings-head">
      <h2 id="read-findings-head">
        问题 <span className="count">{findings.length}</span>
      </h2>
      {findings.length === 0 ? (
        <p className="tight">没有发现问题。</p>
      ) : (
        <CopyButton words={all} label="复制全部意见" />
      )}
      {severities.map(([severity, label]) => (
        <Group key={severity} label={label} severity={severity} />
      ))}
    </section>
  )
}

function Group({ label, severity }: { label: string; severity: string }) {
  const { view } = useReadSheet()
  const mine = view.findings.filter((finding) => finding.severity === severity)
  if (mine.length === 0) return null
  return (
    <>
      <h3 className={severity}>
        {label} <span className="count">{mine.length}</span>
      </h3>
      <ul>
        {mine.map((finding) => (
          <One key={finding.fingerprint + finding.sentence} finding={finding} />
        ))}
      </ul>
    </>
  )
}

function One({ finding }: { finding: ReadFinding }) {
  const { view, choose } = useReadSheet()
  const first = finding.cells.find((cell) => view.cells[cell] !== undefined) ?? finding.cells[0]
  return (
    <li>
      <strong>{finding.name}</strong>
      <p className="tight">{finding.sentence}</p>
      <CopyButton words={finding.sentence} label="复制" />
      {first === undefined ? null : (
        <button type="button" className="to-cell" onClick={() => choose(first, 'findings')}>
          到这一格
        </button>
      )}
    </li>
  )
}
