import { fixedLine } from './identifiers.ts'
import type { Contact, OrganKind, OrganLevel } from './organ.ts'
import { drawName } from './people.ts'
import { fullName, type Place } from './places.ts'
import type { Random } from './random.ts'
import { roads } from './words-of-people.ts'

export interface Seat {
  readonly kind: OrganKind
  readonly level: OrganLevel
  readonly name: string
  readonly code: string
  readonly regionCode: string
  /** Province, city, county from the outside in, then town and village where there are such. */
  readonly within: readonly Place[]
  readonly functions: readonly string[]
}

const hours: Record<'office' | 'village', string> = {
  office: '工作日上午8:30至12:00，下午14:30至17:30（法定节假日除外）',
  village: '工作日上午9:00至11:30，下午14:30至17:00',
}

/** What the guide of 第十二条 tells of an organ: office, address, hours, numbers that reach nobody. */
export function contactOf(seat: Seat, random: Random): Contact {
  const isVillage = seat.kind === 'village'
  const telephone = fixedLine(random)
  return {
    office: officeOf(seat),
    address: `${seat.within.map(fullName).join('')}${isVillage ? '' : `${random.pick(roads)}${random.whole(1, 199)}号`}`,
    postcode: `99${seat.regionCode.slice(2, 4)}${String(random.whole(0, 9))}0`,
    hours: hours[isVillage ? 'village' : 'office'],
    telephone,
    fax: isVillage ? '' : telephone.slice(0, -1) + String(random.whole(0, 9)),
    email: isVillage ? '' : `${seat.code.replaceAll('-', '.')}@yunze.example`,
    functions: seat.functions.map((each, i) => `（${'一二三四五六七八九'.charAt(i)}）${each}。`).join('\n'),
    leader: drawName(random).name,
    reconsiderationOrgan: reconsideredBy(seat),
    court: courtOf(seat),
  }
}

function officeOf({ kind, name }: Seat): string {
  if (kind === 'government') return `${name}办公室（政务公开办公室）`
  if (kind === 'town' || kind === 'street') return '党政办公室'
  if (kind === 'village') return '村务监督委员会'
  return '办公室'
}

// 行政复议法第二十四条: the government of the same level; of a government, the next above.
function reconsideredBy({ kind, level, name, within }: Seat): string {
  const [province, city, county] = within
  if (kind === 'village' || kind === 'enterprise') return ''
  if (name.startsWith('国家税务总局')) return `国家税务总局${fullName(city ?? province ?? nowhere)}税务局`
  // 第二十四条第三款: a branch of the city's bureau is reviewed by the city.
  if (name.endsWith('分局')) return `${fullName(city ?? nowhere)}人民政府`
  const isGovernment = kind === 'government'
  if (level === 'province' || (level === 'city' && isGovernment))
    return `${fullName(province ?? nowhere)}人民政府`
  if (level === 'city' || isGovernment) return `${fullName(city ?? nowhere)}人民政府`
  return `${fullName(county ?? nowhere)}人民政府`
}

function courtOf({ kind, level, within }: Seat): string {
  const [, city, county] = within
  if (kind === 'village' || kind === 'enterprise') return ''
  if (level === 'province' || level === 'city' || kind === 'government' || !county)
    return city ? `${fullName(city)}中级人民法院` : '省会城市中级人民法院'
  return `${fullName(county)}人民法院`
}

const nowhere: Place = { name: '', spelt: '', suffix: '' }
