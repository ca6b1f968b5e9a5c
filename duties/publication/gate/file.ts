import type { GateFinding } from './findings.ts'
import type { GateSettings } from './settings.ts'

/** What must not go out in a file. Bounded in time and memory whatever the bytes; never throws for bad ones. */
export async function gateFile(
  _name: string,
  _bytes: Uint8Array,
  _settings: GateSettings,
): Promise<readonly GateFinding[]> {
  return []
}
