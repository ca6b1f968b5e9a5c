import { growCounty } from './county.ts'
import type { Organ } from './organ.ts'
import { cities, drawCounties, fullName, homeCity, homeCounty, type Place, province } from './places.ts'
import type { Random } from './random.ts'
import { growSeat, type Seat } from './seat.ts'
import { sizes } from './sizes.ts'

export type Scale = 'county' | 'city' | 'province'

export const isScale = (text: string): text is Scale =>
  text === 'county' || text === 'city' || text === 'province'

/** Organs that are planted together: a county, or the seat of a city or of the province. */
export interface Area {
  /** 清溪县、澜江市、云泽省 */
  readonly name: string
  readonly level: 'province' | 'city' | 'county'
  /** The places around it and itself: 云泽省澜江市清溪县. */
  readonly within: string
  readonly organs: readonly Organ[]
  /** The towns of a county, the counties of a city, the cities of the province, by name. */
  readonly below: readonly string[]
}

/** What lies below an organ, by name: the villages of a town, otherwise what lies below its area. */
export function partNamesOf(area: Area): (organ: Organ) => readonly string[] {
  const villages = Map.groupBy(
    area.organs.filter(({ kind }) => kind === 'village'),
    ({ parents }) => parents.at(-1)?.parentId ?? '',
  )
  return (organ) =>
    villages.get(organ.organId)?.map((village) => village.names[0]?.shortName ?? '') ?? area.below
}

/** The whole tree, upper areas first. 清溪县 has the same organs at every scale, with parents as far as planted. */
export function growTree(random: Random, scale: Scale): Area[] {
  const counties = drawCounties(random.branch('counties'), cities.length, sizes.countiesPerCity)
  const cityAt = (index: number, above?: Seat) =>
    growCity(random, { index, counties: counties[index] ?? [], above })
  if (scale === 'county') return [growCountyOf(random, homeCity, 0, homeCounty, 0)]
  if (scale === 'city') return cityAt(0)
  const top = growSeat(random, {
    place: province,
    within: [province],
    regionCode: '990000',
    level: 'province',
  })
  return [areaOf(top, cities), ...cities.flatMap((_, index) => cityAt(index, top))]
}

interface CityPlan {
  readonly index: number
  readonly counties: readonly Place[]
  readonly above: Seat | undefined
}

function growCity(random: Random, { index, counties, above }: CityPlan): Area[] {
  const place = cities[index] ?? homeCity
  const ground = {
    place,
    within: [province, place],
    regionCode: `99${two(index + 1)}00`,
    level: 'city',
  } as const
  const seat = growSeat(random, above ? { ...ground, above } : ground)
  return [
    areaOf(seat, counties),
    ...counties.map((county, i) => growCountyOf(random, place, index, county, i, seat)),
  ]
}

function growCountyOf(
  random: Random,
  city: Place,
  cityIndex: number,
  place: Place,
  index: number,
  above?: Seat,
): Area {
  const regionCode = `99${two(cityIndex + 1)}${two((place.suffix === '区' ? 1 : 21) + index)}`
  const ground = { place, within: [province, city, place], regionCode, level: 'county' } as const
  const organs = growCounty(random, above ? { ...ground, above } : ground)
  const towns = organs.filter(({ kind }) => kind === 'town' || kind === 'street')
  const below = towns.map((town) => (town.place ? fullName(town.place) : ''))
  return {
    name: fullName(place),
    level: 'county',
    within: ground.within.map(fullName).join(''),
    organs,
    below,
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

const areaOf = ({ ground, organs }: Seat, below: readonly Place[]): Area => ({
  name: fullName(ground.place),
  level: ground.level,
  within: ground.within.map(fullName).join(''),
  organs,
  below: below.map(fullName),
})
