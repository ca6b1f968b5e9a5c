import { severityLabels } from '../../rules/severity.ts'

interface Counts {
  blocks: number
  explains: number
  warns: number
}

/** How many findings of each gravity; says so where there are none. */
export function Tally({ blocks, explains, warns }: Counts) {
  if (blocks + explains + warns === 0) return <span className="note">没有发现问题</span>
  return (
    <span className="tally">
      {blocks > 0 ? <span className="blocks">{`${severityLabels.blocks}${blocks}`}</span> : null}
      {explains > 0 ? <span className="explain">{`${severityLabels.explain}${explains}`}</span> : null}
      {warns > 0 ? <span className="warn">{`${severityLabels.warn}${warns}`}</span> : null}
    </span>
  )
}
