import { BlockList, isIP } from 'node:net'

/** Addresses that are nobody's on the internet: this machine, its network, documentation, many at once. */
const inner: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  // Of IPv6 only what is given out (2000::/3) is the internet's; within it documentation and the tunnels to IPv4 are not.
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
]

const innerList = new BlockList()
for (const [network, bits, kind] of inner) innerList.addSubnet(network, bits, kind)
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** Networks in CIDR as an office states them, 10.20.0.0/16; undefined where one cannot be read. */
export function networksOf(ranges: readonly string[]): BlockList | undefined {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits = ''] = range.trim().split('/')
    const kind = isIP(network)
    const most = kind === 4 ? 32 : 128
    if (kind === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return undefined
    list.addSubnet(network, Number(bits), kind === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

// ::ffff:127.0.0.1 is 127.0.0.1.
const unmapped = (address: string): string => {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (dotted) return dotted
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? []
  if (high === undefined || low === undefined) return address
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

/** May the server ask this address? Those of the internet, and those of the networks that an office allows. */
export function mayAsk(address: string, intranet: BlockList): boolean {
  const bare = unmapped(address)
  const kind = isIP(bare)
  if (kind === 0) return false
  const family = kind === 4 ? 'ipv4' : 'ipv6'
  if (intranet.check(bare, family)) return true
  if (kind === 6 && !givenOut.check(bare, family)) return false
  return !innerList.check(bare, family)
}
