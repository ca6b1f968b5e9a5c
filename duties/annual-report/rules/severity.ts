import type { Severity } from './check.ts'

/** What a finding asks of the person, the gravest first. */
export const severityLabels = { blocks: '须改', explain: '须说明', warn: '提醒' } as const satisfies Record<
  Severity,
  string
>
