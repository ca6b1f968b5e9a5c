import type { GateFinding } from './findings.ts'
import type { GateSettings } from './settings.ts'

export type LinkAnswer = 'alive' | 'dead' | 'missingAttachment' | 'unknown'

/** Links of the body that lead nowhere; `ask` is given each distinct address once and must bound its own time. */
export async function gateLinks(
  _bodyHtml: string,
  _ask: (href: string) => Promise<LinkAnswer>,
  _settings: GateSettings,
): Promise<readonly GateFinding[]> {
  return []
}
