import type { Mend } from './findings.ts'
import { ask, TaskFailed, TooHeavy } from './lane.ts'
import type { GateSettings } from './settings.ts'

/** The file could not be mended: `message` says why and what to do, in Chinese. */
export class NotMended extends Error {
  override name = 'NotMended'
}

/**
 * The file with the mends made, opened again and checked: what they were for is gone. Throws `NotMended` with words
 * where a format cannot be mended (a PDF is exported anew) or something is left.
 */
export async function mendFile(
  name: string,
  bytes: Uint8Array,
  mends: readonly Mend[],
  settings: GateSettings,
): Promise<Uint8Array> {
  try {
    return new Uint8Array((await ask({ name, bytes, settings, mends })) as Uint8Array)
  } catch (fault) {
    if (fault instanceof TaskFailed) throw new NotMended(fault.message)
    if (fault instanceof TooHeavy) throw new NotMended('文件太大或者太复杂，没有改成。请拆分后上传。')
    throw fault
  }
}
