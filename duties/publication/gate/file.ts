import { endingOf } from '#platform/files/name.ts'
import { type Found, finish } from './finding.ts'
import type { GateFinding, Mend } from './findings.ts'
import { ask, TooHeavy } from './lane.ts'
import type { GateSettings } from './settings.ts'

const tooHeavy: Found = {
  code: 'tooHeavy',
  where: { part: 'file', place: '整个文件' },
  excerpt: '检查超过时间或者内存限制',
  of: 'tooHeavy',
}

/** Whether `mendFile` can make this mend in a file of this name; a PDF or an archive is made anew instead. */
function isMendable(name: string, mend: Mend): boolean {
  const ending = endingOf(name)
  if (/^(docx|xlsx|pptx|wps|et|dps)$/.test(ending)) return true
  if (/^(jpe?g|webp|tiff?|heic)$/.test(ending)) return mend === 'removeLocation'
  return /^(txt|csv)$/.test(ending) && mend === 'mask'
}

async function scopeOf(name: string, bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return `${name}\n${Buffer.from(hash).toString('hex')}`
}

/**
 * What must not go out in a file. Bounded in time and memory whatever the bytes, in a thread of its own; never
 * throws for bad ones. A key holds for this name with these very bytes.
 */
export async function gateFile(
  name: string,
  bytes: Uint8Array,
  settings: GateSettings,
): Promise<readonly GateFinding[]> {
  const found = await ask({ name, bytes, settings }).catch((fault: unknown) => {
    if (fault instanceof TooHeavy) return [tooHeavy]
    throw fault
  })
  const findings = finish(found as readonly Found[], settings, await scopeOf(name, bytes))
  return findings.map(({ mend, ...finding }) =>
    mend !== undefined && isMendable(name, mend) ? { ...finding, mend } : finding,
  )
}
