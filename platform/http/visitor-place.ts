/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [plain = ''] = address.toLowerCase().split('%')
  const [before = '', after] = plain.split('::')
  const groups = (part: string): string[] =>
    part.split(':').flatMap((group) => (group === '' ? [] : group.replace(/^0+(?=.)/, '')))
  const [first, last] = [groups(before), groups(after ?? '')]
  const left = after === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array<string>(left).fill('0'), ...last]
}

// IPv4 through a socket of IPv6: ::ffff:203.0.113.9, or the same in groups.
function mappedIn(address: string): string | undefined {
  const [, dotted] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (dotted !== undefined) return dotted
  const groups = groupsOf(address)
  if (groups[5] !== 'ffff' || groups.slice(0, 5).some((group) => group !== '0')) return undefined
  const pairs = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return pairs.flatMap((pair) => [pair >> 8, pair & 255]).join('.')
}

/**
 * What of an address is one visitor: all of an IPv4 address, of an IPv6 address the first 64 bits. Whoever has one
 * IPv6 address has all 2^64 of that network.
 */
export function visitorPlace(ip: string): string {
  if (!ip.includes(':')) return ip
  return mappedIn(ip) ?? `${groupsOf(ip).slice(0, 4).join(':')}::`
}

/** The network of an address, not the address: 203.0.113.0, 2001:db8:1::. */
export function networkOf(ip: string): string {
  const place = visitorPlace(ip)
  return place.includes(':') ? `${groupsOf(ip).slice(0, 3).join(':')}::` : place.replace(/\.\d+$/, '.0')
}
