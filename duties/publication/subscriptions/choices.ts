import { hookProblem } from '#duties/requests/hooks.ts'
import type { Organ } from '#platform/organs/contract.ts'
import type { FieldTrouble } from '#platform/pages/errors.ts'
import { headings } from '../rules/catalogue.ts'
import { kindLabels } from '../rules/vocabulary.ts'
import type { Followed, Way } from './store.ts'

/** What somebody filled in: codes of organs, kinds and headings; unknown ones are left out. */
export interface Filled {
  way: Way
  address: string
  organs: readonly string[]
  kinds: readonly string[]
  headings: readonly string[]
}

const all = (from: unknown, name: string): string[] => {
  if (typeof from !== 'object' || from === null || !Object.hasOwn(from, name)) return []
  const value: unknown = Reflect.get(from, name)
  return [value].flat().filter((each) => typeof each === 'string' && each !== '') as string[]
}

/** Reads the form, or the address that leads to it (where one choice may be given). */
export function filledFrom(sent: unknown, organs: readonly Organ[]): Filled {
  const known = (given: readonly string[], names: readonly string[]) =>
    names.filter((name) => given.includes(name))
  const codes = organs.map(({ code }) => code)
  const [way] = all(sent, 'way')
  return {
    way: way === 'webhook' ? 'webhook' : 'mail',
    address: (all(sent, 'address')[0] ?? '').trim().slice(0, 300),
    organs: known([...all(sent, 'organs'), ...all(sent, 'organ')], codes),
    kinds: known([...all(sent, 'kinds'), ...all(sent, 'kind')], Object.keys(kindLabels)),
    headings: known(
      [...all(sent, 'headings'), ...all(sent, 'catalogue')],
      headings.map(({ code }) => code),
    ),
  }
}

const mailAddress = /^[^\s@<>(),;:"'\\]{1,64}@[^\s@<>(),;:"'\\]+\.[^\s@<>(),;:"'\\.]{2,}$/

/** What is wrong with it; an empty list when it can be kept. */
export function troublesOf({ way, address }: Filled, intranet: readonly string[]): FieldTrouble[] {
  const trouble = (message: string): FieldTrouble[] => [{ field: 'address', message }]
  if (address === '') return trouble(way === 'mail' ? '请填写电子邮箱。' : '请填写接收地址。')
  if (way === 'mail')
    return address.length <= 120 && mailAddress.test(address) ? [] : trouble('请填写正确的电子邮箱地址。')
  const problem = hookProblem(address, intranet)
  return problem ? trouble(`${problem}。`) : []
}

/** The choices with the ids of the organs. */
export const followedOf = (
  { organs, kinds, headings: chosen }: Filled,
  known: readonly Organ[],
): Followed => ({
  organs: known.filter(({ code }) => organs.includes(code)).map(({ organId }) => organId),
  kinds,
  headings: chosen,
})
