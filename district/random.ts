/** A stream of numbers that depends on its seed alone: the same on every machine and on every day. */
export interface Random {
  /** 32 bits, as a whole number from 0. */
  bits(): number
  /** From 0 up to but not including 1. */
  real(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  chance(probability: number): boolean
  /** Throws RangeError where there is nothing to pick from. */
  pick<T>(from: readonly T[]): T
  /** `count` different entries, fewer where there are not so many, in their order. */
  some<T>(from: readonly T[], count: number): T[]
  /** An entry as likely as its weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** A stream of its own: what is drawn from it moves nothing in this one. */
  branch(name: string): Random
}

/** The stream of a seed. */
export function randomOf(seed: string): Random {
  const bits = stream(wordsOf(seed))
  const real = () => bits() / 4_294_967_296
  const whole = (low: number, high: number) => low + Math.floor(real() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => entry(from, Math.floor(real() * from.length))
  const some = <T>(from: readonly T[], count: number): T[] => {
    let wanted = Math.min(count, from.length)
    return from.filter((_, i) => {
      const taken = real() * (from.length - i) < wanted
      if (taken) wanted--
      return taken
    })
  }
  const weighted = <T>(from: readonly (readonly [T, number])[]): T => {
    let left = real() * from.reduce((sum, [, weight]) => sum + weight, 0)
    const found = from.findIndex(([, weight]) => {
      left -= weight
      return left < 0
    })
    return entry(from, found === -1 ? from.length - 1 : found)[0]
  }
  const branch = (name: string) => randomOf(`${seed}/${name}`)
  return { bits, real, whole, chance: (p) => real() < p, pick, some, weighted, branch }
}

function entry<T>(from: readonly T[], index: number): T {
  const found = from[index]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

type Words = [number, number, number, number]

// Four hashes of the name with different starts: 128 bits, so that no two branches run alike.
const wordsOf = (name: string): Words => {
  const words: Words = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i)
    words[0] = Math.imul(words[0] ^ letter, 0x01000193)
    words[1] = Math.imul(words[1] ^ (letter + words[0]), 0x85ebca6b)
    words[2] = Math.imul(words[2] ^ (letter + words[1]), 0xc2b2ae35)
    words[3] = Math.imul(words[3] ^ (letter + words[2]), 0x27d4eb2f)
  }
  return words
}

// xoshiro128** (Blackman and Vigna), turned a few times so that near seeds part.
const stream = (state: Words): (() => number) => {
  let [a, b, c, d] = state
  const next = () => {
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = turn(d, 11)
    return result
  }
  for (let i = 0; i < 8; i++) next()
  return next
}

const turn = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
