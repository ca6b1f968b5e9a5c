import type { ApplicantCategory } from '#duties/requests/rules/facts.ts'
import type { IdKind } from '#duties/requests/rules/intake.ts'
import { creditCode, fixedLine, identityNumber, mobileNumber } from '../identifiers.ts'
import { drawBirthday, drawName } from '../people.ts'
import type { Random } from '../random.ts'
import { firmNames, roads } from '../words-of-people.ts'

/** What an applicant says of themselves (第二十九条第二款第一项): kept sealed. */
export interface Applicant {
  readonly category: ApplicantCategory
  readonly name: string
  readonly idKind: IdKind
  readonly idNumber: string
  readonly representative?: string
  readonly telephone: string
  readonly email: string
  readonly address: string
}

/** Where applicants live. */
export interface Home {
  /** 云泽省澜江市清溪县 */
  readonly address: string
  readonly area: string
  readonly regionCode: string
  readonly parts: readonly string[]
}

const categories: readonly (readonly [ApplicantCategory, number])[] = [
  ['naturalPerson', 84],
  ['company', 8],
  ['legalService', 3],
  ['otherOrg', 2],
  ['welfare', 1.5],
  ['research', 1.5],
]

const mailOf = (random: Random): string =>
  `${random.pick(['user', 'mail', 'qx', 'hello'])}${random.whole(1000, 99_999)}@mail.example`

function person(random: Random, home: Home): Applicant {
  const { name, isWoman } = drawName(random)
  const bornOn = drawBirthday(random, 1950, 2004)
  return {
    category: 'naturalPerson',
    name,
    idKind: 'residentId',
    idNumber: identityNumber(home.regionCode.slice(0, 6), bornOn, isWoman, random),
    telephone: mobileNumber(random),
    email: mailOf(random),
    address: `${home.address}${random.pick(home.parts)}${random.pick(roads)}${random.whole(1, 320)}号`,
  }
}

const endings: Readonly<Record<Exclude<ApplicantCategory, 'naturalPerson'>, readonly string[]>> = {
  company: ['建设工程有限公司', '农业开发有限公司', '商贸有限公司', '物业服务有限公司', '新材料有限公司'],
  research: ['县域治理研究院', '农业技术研究所'],
  welfare: ['志愿服务协会', '环境保护协会', '助残服务中心'],
  legalService: ['律师事务所', '法律服务所'],
  otherOrg: ['业主委员会', '商会', '种植专业合作社'],
}

const creditKinds = {
  company: '91',
  research: '52',
  welfare: '51',
  legalService: '51',
  otherOrg: '51',
} as const

function organisation(
  random: Random,
  home: Home,
  category: Exclude<ApplicantCategory, 'naturalPerson'>,
): Applicant {
  return {
    category,
    name: `${home.area}${random.pick(firmNames)}${random.pick(endings[category])}`,
    idKind: 'creditCode',
    idNumber: creditCode(creditKinds[category], home.regionCode.slice(0, 6), random),
    representative: drawName(random).name,
    telephone: random.chance(0.5) ? fixedLine(random) : mobileNumber(random),
    email: mailOf(random),
    address: `${home.address}${random.pick(roads)}${random.whole(1, 320)}号`,
  }
}

/** One who applies; most are natural persons. */
export function drawApplicant(random: Random, home: Home): Applicant {
  const category = random.weighted(categories)
  return category === 'naturalPerson' ? person(random, home) : organisation(random, home, category)
}

/** One who applies again and again: always a natural person. */
export const drawPerson = person
