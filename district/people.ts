import { type Day, dayOf, ordinalOf } from '#time/day.ts'
import type { Random } from './random.ts'
import { givenOfMen, givenOfWomen, surnames } from './words-of-people.ts'

/** Somebody who does not exist. */
export interface Named {
  readonly name: string
  readonly isWoman: boolean
}

/** A name of two or three letters. */
export function drawName(random: Random): Named {
  const isWoman = random.chance(0.46)
  const given = isWoman ? givenOfWomen : givenOfMen
  const letter = () => given.charAt(random.whole(0, given.length - 1))
  const first = letter()
  const name =
    surnames.charAt(random.whole(0, surnames.length - 1)) + first + (random.chance(0.72) ? letter() : '')
  return { name, isWoman }
}

/** A birthday between two years, both included. */
export const drawBirthday = (random: Random, from: number, upTo: number): Day =>
  dayOf(random.whole(ordinalOf(`${from}-01-01` as Day), ordinalOf(`${upTo}-12-31` as Day)))
