/** A report, or an archive of them, is not larger and not slower to get. */
export const addressLimits = { maxBytes: 40 * 1024 * 1024, timeoutMs: 30_000 }
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
