import { type GateSettings, severityOf } from '../settings.ts'
import { addressesIn } from './address.ts'
import { isBankCard } from './card.ts'
import type { Around, Hit } from './hit.ts'
import { isIdentityNumber } from './identity-number.ts'
import { caseNamesIn, wordingIn } from './names.ts'
import { isLandline, isMobile } from './phone.ts'
import { fold, type Group, type Joined, joinedOf, runsOf } from './runs.ts'

function codeOf(
  folded: string,
  joined: Joined,
  settings: GateSettings,
  heading: string,
): Hit['code'] | undefined {
  const { length } = joined.digits
  if ((length === 15 || length === 18) && isIdentityNumber(folded, joined, heading)) return 'identityNumber'
  if (length >= 15 && isBankCard(folded, joined, heading)) return 'bankCard'
  if ((length === 11 || length === 13) && isMobile(folded, joined, settings, heading)) return 'phoneNumber'
  if (settings.findLandlines && length <= 12 && isLandline(folded, joined, settings)) return 'phoneNumber'
  return undefined
}

function numbersIn(folded: string, groups: readonly Group[], settings: GateSettings, heading: string): Hit[] {
  const hits: Hit[] = []
  for (const joined of joinedOf(groups, settings.findLandlines)) {
    const code = codeOf(folded, joined, settings, heading)
    if (code) hits.push({ code, from: joined.from, to: joined.to })
  }
  return hits
}

const rank: readonly Hit['code'][] = ['identityNumber', 'bankCard', 'phoneNumber']

// Where two lie over each other the first in rank stays, then the longer: a card is not also a telephone.
function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const weight = (hit: Hit) => (rank.includes(hit.code) ? rank.indexOf(hit.code) : rank.length)
  const sorted = hits.toSorted((a, b) => a.from - b.from || weight(a) - weight(b) || b.to - a.to)
  const kept: Hit[] = []
  for (const hit of sorted) {
    const last = kept.at(-1)
    if (last === undefined || hit.from >= last.to) kept.push(hit)
    else if (weight(hit) < weight(last)) kept[kept.length - 1] = hit
  }
  return kept
}

/** What must not go out in one stretch of text (a paragraph, a cell, a line), in order, none over another. */
export function scan(text: string, settings: GateSettings, around: Around = {}): readonly Hit[] {
  const folded = fold(text)
  const numbers = /\d/.test(folded)
    ? runsOf(folded).flatMap((groups) => numbersIn(folded, groups, settings, around.heading ?? ''))
    : []
  const addresses = settings.addressReach === 'full' ? [] : addressesIn(folded, around)
  const found = [...numbers, ...addresses, ...caseNamesIn(text, settings), ...wordingIn(text, settings)]
  return withoutOverlaps(found.filter(({ code }) => severityOf(code, settings) !== 'off'))
}
