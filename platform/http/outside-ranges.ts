import { BlockList, isIP } from 'node:net'

const own4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
] as const
/** Of IPv6 only what is routed in the world is outside; these parts of it lead back to IPv4 or nowhere. */
const own6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    const prefix = bits === undefined ? most : Number(bits)
    if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most) throw new TypeError(range)
    list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

const ours = listOf([...own4, ...own6])
const world6 = listOf(['2000::/3'])

/** Whether an IP address may be called: one of the public network, or one within the ranges let in. */
export function isLetIn(address: string, allow: readonly string[]): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const type = family === 6 ? 'ipv6' : 'ipv4'
  if (listOf(allow).check(address, type)) return true
  return !ours.check(address, type) && (family === 4 || world6.check(address, type))
}

/**
 * The ranges of the intranet that this installation lets in: GONGKAI_INTRANET, as `10.20.0.0/16, 192.168.5.7`;
 * none where it is not set. Throws where one of them is not an address or a network.
 */
export function intranetRanges(env: Readonly<Record<string, string | undefined>> = process.env): string[] {
  const ranges = (env.GONGKAI_INTRANET ?? '').split(/[\s,，]+/).filter((range) => range !== '')
  for (const range of ranges) {
    try {
      listOf([range])
    } catch {
      throw new Error(
        `环境变量 GONGKAI_INTRANET 中的“${range}”不是网络地址，请写成 10.20.0.0/16 这样的形式。`,
      )
    }
  }
  return ranges
}
