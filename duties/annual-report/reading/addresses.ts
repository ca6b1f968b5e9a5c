import { fetchOutside, type OutsideLimits } from '#platform/http/fetch-outside.ts'
import { type OnFault, openSource, type Source } from './open.ts'

/** A report, or an archive of them, is not larger and not slower to get. */
export const addressLimits: Omit<OutsideLimits, 'allow'> = { maxBytes: 40 * 1024 * 1024, timeoutMs: 30_000 }
const mostAddresses = 5000

export interface AddressList {
  readonly addresses: readonly string[]
  /** Lines that hold no address. */
  readonly strange: readonly string[]
}

/** The addresses of a list, one to a line, each once; what stands beside an address on its line is left out. */
export function addressesIn(list: string): AddressList {
  const addresses = new Set<string>()
  const strange: string[] = []
  for (const line of list.replace(/^\ufeff/, '').split(/[\r\n]+/)) {
    const words = line.trim()
    const found = words.match(/https?:\/\/[^\s"'<>，,；;|]+/g) ?? []
    for (const address of found) addresses.add(address)
    if (words !== '' && !words.startsWith('#') && found.length === 0) strange.push(words.slice(0, 80))
  }
  return { addresses: [...addresses].slice(0, mostAddresses), strange }
}

/** Fetches what stands at an address and reads the report in it. `allow`: networks of the own house let in. */
export async function readAddress(
  address: string,
  allow: readonly string[],
  onFault?: OnFault,
): Promise<readonly Source[]> {
  const outside = await fetchOutside(address, { ...addressLimits, allow })
  if (outside.kind === 'refused') return [{ kind: 'refused', name: address, why: outside.why }]
  return openSource(address, outside.bytes, onFault)
}
