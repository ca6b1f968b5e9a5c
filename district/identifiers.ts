import { type Day, ordinalOf } from '#time/day.ts'
import type { Random } from './random.ts'

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0').slice(-width)

/** An id in the shape of UUID version 7, of the morning of a day; the rest is drawn. */
export function uuidOn(random: Random, on: Day): string {
  const time = hex(ordinalOf(on) * 86_400_000 + random.whole(0, 36_000_000), 12)
  const tail = `${hex(random.bits(), 8)}${hex(random.bits(), 8)}`
  const variant = hex(0x8 | (random.bits() & 0x3), 1)
  const groups = [time.slice(0, 8), time.slice(8), `7${tail.slice(0, 3)}`, `${variant}${tail.slice(3, 6)}`]
  return `${groups.join('-')}-${tail.slice(6)}${hex(random.bits(), 2)}`
}

const creditLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** 组织机构代码: eight letters and the check letter of GB 11714. */
function organCode(random: Random): string {
  const letters = Array.from({ length: 8 }, () => String(random.whole(0, 9)))
  const sum = letters.reduce(
    (total, each, i) => total + organLetters.indexOf(each) * (organWeights[i] ?? 0),
    0,
  )
  const check = 11 - (sum % 11)
  return letters.join('') + (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/** 机关 11, 村民委员会 54, 企业 91, 社会组织 51: the first two letters of a credit code. */
export type CreditKind = '11' | '51' | '52' | '54' | '91'

/** 统一社会信用代码 with the check letter of GB 32100; `region` has six digits and begins with 99. */
export function creditCode(kind: CreditKind, region: string, random: Random): string {
  const body = `${kind}${region}${organCode(random)}`
  let weight = 1
  let sum = 0
  for (const letter of body) {
    sum += creditLetters.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return body + creditLetters.charAt((31 - (sum % 31)) % 31)
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** 公民身份号码 with the check letter of GB 11643, of a region that does not exist (99xxxx). */
export function identityNumber(region: string, bornOn: Day, isWoman: boolean, random: Random): string {
  const order = random.whole(0, 49) * 2 + (isWoman ? 0 : 1)
  const body = `${region}${bornOn.replaceAll('-', '')}${String(random.whole(0, 9))}${String(order).padStart(2, '0')}`
  const sum = [...body].reduce((total, each, i) => total + Number(each) * (identityWeights[i] ?? 0), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.whole(0, 9))).join('')

/** A mobile number of the range 154, which no operator has. */
export const mobileNumber = (random: Random): string => `154${digits(random, 8)}`

/** A fixed line of the area code 0980, which no place has. */
export const fixedLine = (random: Random): string => `0980-${random.whole(2, 8)}${digits(random, 6)}`
