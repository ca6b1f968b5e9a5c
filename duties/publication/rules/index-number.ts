/**
 * The index number as it stands in an address, below the code of its organ: without the organ's own credit code in
 * front, and with ~ for the slashes. 11990421MB0000001X/2026-00012 is 2026-00012.
 */
export const indexSlug = (indexNumber: string, creditCode: string): string => {
  const own = `${creditCode}/`
  return (indexNumber.startsWith(own) ? indexNumber.slice(own.length) : indexNumber).replaceAll('/', '~')
}

/** The index numbers that an address may mean, the likelier first. */
export const indexNumbersOf = (slug: string, creditCode: string): readonly [string, string] => {
  const rest = slug.replaceAll('~', '/')
  return [`${creditCode}/${rest}`, rest]
}
