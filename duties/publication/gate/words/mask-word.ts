import type { GateCode } from '../findings.ts'
import type { GateSettings } from '../settings.ts'
import { surnameOf } from './names.ts'
import { fold } from './runs.ts'

const maskNumber = (number: string, [head, tail]: readonly [number, number]): string => {
  const figures = fold(number).replace(/[^\dXx]/g, '')
  const hidden = Math.max(0, figures.length - head - tail)
  return figures.slice(0, head) + '*'.repeat(hidden) + (tail > 0 ? figures.slice(-tail) : '')
}

const maskName = (name: string, settings: GateSettings): string => {
  const plain = name.replace(/[\s\u3000\u200b]/g, '')
  const surname = surnameOf(plain)
  const given = Array.from(plain.slice(surname.length)).length
  return surname + '某'.repeat(settings.nameMask === 'twoMou' ? 2 : Math.max(1, given))
}

/** What stands instead of words that were found; undefined where nothing can be masked. */
export function maskOf(code: GateCode, words: string, settings: GateSettings): string | undefined {
  const { identity, phone, card } = settings.numberMasks
  if (code === 'identityNumber') return maskNumber(words, identity)
  if (code === 'phoneNumber') return maskNumber(words, phone)
  if (code === 'bankCard') return maskNumber(words, card)
  if (code === 'caseName') return maskName(words, settings)
  return code === 'privateAddress' ? '××' : undefined
}
