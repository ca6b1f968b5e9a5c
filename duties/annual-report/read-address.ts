import { fetchOutside } from '#platform/http/fetch-outside.ts'
import { addressLimits } from './reading/addresses.ts'
import { type OnFault, openSource, type Source } from './reading/open.ts'

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
