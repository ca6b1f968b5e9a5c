import { type Found, finish } from './finding.ts'
import type { GateFinding } from './findings.ts'
import { ask, TooHeavy } from './lane.ts'
import type { GateSettings } from './settings.ts'

const tooHeavy: Found = {
  code: 'tooHeavy',
  where: { part: 'file', place: '整个文件' },
  excerpt: '检查超过时间或者内存限制',
  of: 'tooHeavy',
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
  return finish(found as readonly Found[], settings, await scopeOf(name, bytes))
}
