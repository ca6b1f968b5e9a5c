/** One unbroken group of digits (with X at the end of the last). */
export interface Group {
  readonly digits: string
  readonly from: number
  readonly to: number
}

const gap = '[ \\t\\r\\n\\u00a0\\u00ad\\u2000-\\u2015\\u2060\\u3000\\ufeff_.·-]{1,3}'
const run = new RegExp(`\\d+(?:${gap}\\d+)*(?:(?:${gap})?[Xx](?![A-Za-z0-9]))?`, 'g')
const group = /\d+[Xx]?|[Xx]/g

/** Full-width letters, digits and signs as the plain ones; the length stays. */
export const fold = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** The groups of digits that stand together, however they are parted by blanks, hyphens or points. */
export function runsOf(folded: string): readonly (readonly Group[])[] {
  return Array.from(folded.matchAll(run), (found) =>
    Array.from(found[0].matchAll(group), (part) => ({
      digits: part[0].toUpperCase(),
      from: found.index + part.index,
      to: found.index + part.index + part[0].length,
    })),
  )
}

/** Neighbouring groups taken together as one number. */
export interface Joined {
  readonly digits: string
  readonly lengths: readonly number[]
  readonly from: number
  readonly to: number
}

// Figures written one by one are looked for in a run of some length; a longer one is a table of figures.
const longRun = 64
const groupsInLongRun = 6

/**
 * Every way to take neighbouring groups together that gives as many digits as a number has that is looked for:
 * telephones 11 and 13, identity numbers 15 and 18, cards 15 to 19; fixed telephones 7 to 12 where asked.
 */
export function* joinedOf(groups: readonly Group[], landlines: boolean): Iterable<Joined> {
  const digits = groups.map((one) => one.digits).join('')
  const most = groups.length > longRun ? groupsInLongRun : groups.length
  let at = 0
  for (const [start, first] of groups.entries()) {
    let end = at
    for (let next = start; next < Math.min(groups.length, start + most); next++) {
      const last = groups[next]
      if (last === undefined) break
      end += last.digits.length
      const length = end - at
      if (length > 19) break
      if (length < 15 ? length !== 11 && length !== 13 && !(landlines && length >= 7) : false) continue
      const lengths = groups.slice(start, next + 1).map((one) => one.digits.length)
      yield { digits: digits.slice(at, end), lengths, from: first.from, to: last.to }
    }
    at += first.digits.length
  }
}

/** The words just before a place, without blanks and colons: where a number says what it is. */
export const before = (text: string, at: number, length = 14): string =>
  text.slice(Math.max(0, at - length), at).replace(/[\s：:（(【[、]+/g, '')
