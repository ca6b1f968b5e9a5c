import { type Citation, citeInChinese, citeInFull } from '#law/citation.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, inChinese } from '#time/day.ts'
import type { CaseKind, Channel, Recorded } from './facts.ts'
import { kindLabels } from './labels.ts'
import type { RemedyAddress } from './remedy-words.ts'
import type { RequestCase } from './request.ts'
import type { RequestSettings } from './settings.ts'

/** The organ as its letters name it. */
export interface LetterOrgan extends RemedyAddress {
  readonly name: string
  /** 公开工作机构 */
  readonly office: string
  readonly address: string
  readonly telephone: string
  readonly hours?: string
  /** Where and how a processing fee is paid, in a sentence. */
  readonly payment: string
}

/** All that a letter is written from; nothing else is looked up. */
export interface LetterGround {
  readonly c: RequestCase
  readonly facts: readonly Recorded[]
  readonly organ: LetterOrgan
  /** The applicant's name, opened for the letter. */
  readonly applicant: string
  /** The consulted party of the letter, by id and by name. */
  readonly consultationId?: string
  readonly party?: string
  /** How that party is reached. */
  readonly partyContact?: string
  /** The organ that a case is handed over to, and how to reach it (第三十六条第五项). */
  readonly receiver?: { readonly name: string; readonly contact: string }
  readonly on: Day
  readonly number: string
  readonly calendar: Calendar
  readonly settings: RequestSettings
}

/** 您 for a person, 你单位 for an organisation. */
export const you = ({ intake }: RequestCase): string =>
  intake.category === 'naturalPerson' ? '您' : '你单位'

/** The day of receipt, or the day it came where it is not yet received. */
export const receivedOn = (c: RequestCase): Day =>
  ('receivedOn' in c ? c.receivedOn : undefined) ?? c.arrivedOn

const ways: Record<Channel, string> = {
  counter: '当面提交',
  registeredPost: '邮寄',
  ordinaryPost: '邮寄',
  fax: '传真',
  email: '电子邮件',
  online: '网上',
  oral: '口头',
}

const asked: Record<CaseKind, (title: string) => string> = {
  request: (title) => `申请公开“${title}”`,
  rectification: (title) => `要求更正“${title}”`,
  complaint: (title) => `反映“${title}”`,
  enterprise: (title) => `反映“${title}”`,
}

/** “本机关于…收到您…提出的申请”: when, how, what. */
export const restated = (c: RequestCase): string =>
  `本机关于${inChinese(receivedOn(c))}收到${you(c)}以${ways[c.intake.channel]}方式提出的${kindLabels[c.intake.kind]}` +
  `（编号：${c.intake.number}），${asked[c.intake.kind](c.title)}。`

/** 《条例》第十四条、第三十六条第三项: the places of one paragraph, the Regulation named once. */
function citePlaces(cites: readonly Citation[]): string {
  const isOne = cites.every(({ instrument }) => !instrument)
  const places = cites.map((one, i) => (isOne && i > 0 ? citeInChinese(one) : citeInFull(one)))
  return places.filter((place, i) => !places.slice(0, i).some((before) => before.endsWith(place))).join('、')
}

/** 依据…， or nothing where no article stands behind it. */
export const byLaw = (...cites: readonly Citation[]): string =>
  cites.length > 0 ? `依据${citePlaces(cites)}的规定，` : ''

type Reached = Pick<LetterOrgan, 'office' | 'telephone' | 'address' | 'hours'>

/** Whom to ask at an organ and how, without what it has not told. */
export const sayContact = ({ office, telephone, address, hours }: Reached): string =>
  [
    `联系人：${office}`,
    telephone && `电话：${telephone}`,
    address && `地址：${address}`,
    hours && `办公时间：${hours}`,
  ]
    .filter(Boolean)
    .join('；')

/** Whom to reach about the letter. */
export const contactOf = ({ organ: { hours: _, ...organ } }: LetterGround): string => sayContact(organ)

/** 一、二、三 before the paragraphs of a list of more than one. */
export const numbered = (items: readonly string[]): string[] =>
  items.length > 1 ? items.map((item, i) => `${i + 1}.${item}`) : [...items]

/** A sentence with its full stop, whatever the person typed at its end. */
export const sentence = (text: string): string => `${text.trim().replace(/[。；;，,.]+$/u, '')}。`

/** The text in lines, without empty ones. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
