import type { GateFinding } from './findings.ts'
import type { GateSettings } from './settings.ts'

export interface GatedText {
  readonly title: string
  readonly summary: string
  readonly bodyHtml: string
}

/** What must not go out in the words of an item, in order. Pure; runs in a browser too. */
export function gateText(_text: GatedText, _settings: GateSettings): readonly GateFinding[] {
  return []
}
