import { DayText } from '#platform/console/day-text.tsx'
import type { ItemView } from '../contract-desk.ts'

/** 旧附件: what the gate found in the attachments that came with the page from the old site. */
export function KeptCheck({ check }: { check: NonNullable<ItemView['keptCheck']> }) {
  const { on, by, findings } = check
  return (
    <section className="sheet" aria-labelledby="kept-head">
      <h2 id="kept-head">
        旧附件检查 {findings.length === 0 ? null : <span className="count">{findings.length}</span>}
      </h2>
      <p className="tight">
        {by}于
        <DayText on={on} />
        检查，
        {findings.length === 0
          ? '没有发现问题。'
          : `有${findings.length}处提示。修改后重新发布，或者先撤下。`}
      </p>
      <ul className="findings">
        {findings.map(({ key, severity, says, howToMend }) => (
          <li key={key} className={severity === 'blocks' ? 'open' : ''}>
            <p className="tight">
              {says}
              {severity === 'warns' ? <span className="note">（提醒）</span> : null}
            </p>
            <p className="note tight">{howToMend}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
