import { isDay } from '#time/day.ts'

/** Where a page of a list by key begins: after the entry of this instant (or day) and this id. */
export interface ListKey {
  readonly at: string
  readonly id: string
}

const ofInstants =
  /^(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const ofDays = /^(\d{4}-\d\d-\d\d)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function keyIn(pattern: RegExp, text: string | undefined): ListKey | undefined {
  const [, at = '', id = ''] = pattern.exec(text ?? '') ?? []
  return isDay(at.slice(0, 10)) ? { at, id } : undefined
}

/** The key that a list in the order of instants gave; undefined for anything else, so that no day is asked that there is not. */
export const instantKey = (text: string | undefined): ListKey | undefined => keyIn(ofInstants, text)

/** The same of a list in the order of days. */
export const dayKey = (text: string | undefined): ListKey | undefined => keyIn(ofDays, text)
