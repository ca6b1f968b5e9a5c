/** The parts of a path that a pattern names: ':organId' takes one segment. */
export type PathParams = Readonly<Record<string, string>>

/** Holds a path against a pattern such as '/:organId/requests/:caseId'. Null where it does not fit. */
export function matchPath(pattern: string, path: string): PathParams | null {
  const wanted = segments(pattern)
  const given = segments(path)
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const have = given[index] ?? ''
    if (want.startsWith(':')) params[want.slice(1)] = decoded(have)
    else if (want !== have) return null
  }
  return params
}

/** Puts values into a pattern; throws where one is missing, for a link must lead somewhere. */
export function fillPath(pattern: string, params: PathParams): string {
  const parts = segments(pattern).map((part) => {
    if (!part.startsWith(':')) return part
    const value = params[part.slice(1)]
    if (value === undefined) throw new Error(`no ${part} for ${pattern}`)
    return encodeURIComponent(value)
  })
  return `/${parts.join('/')}`
}

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '')

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
