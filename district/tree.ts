import { growCounty } from './county.ts'
import type { Organ } from './organ.ts'
import { cities, drawCounties, fullName, homeCity, type Place, province } from './places.ts'
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
  readonly organs: readonly Organ[]
}

/** The whole tree, upper areas first. 清溪县 has the same organs at every scale, with parents as far as planted. */
export function growTree(random: Random, scale: Scale): Area[] {
  const counties = drawCounties(random.branch('counties'), cities.length, sizes.countiesPerCity)
  const county = (city: Place, cityIndex: number, index: number, above?: Seat): Area => {
    const place = counties[cityIndex]?.[index]
    if (!place) throw new RangeError(`no county ${index} in city ${cityIndex}`)
    const order = (place.suffix === '区' ? 1 : 21) + index
    const regionCode = `99${two(cityIndex + 1)}${two(order)}`
    const ground = { place, within: [province, city, place], regionCode, level: 'county', above } as const
    return { name: fullName(place), level: 'county', organs: growCounty(random, definite(ground)) }
  }
  if (scale === 'county') return [county(homeCity, 0, 0)]
  const top = scale === 'province' ? growSeat(random, provinceGround) : undefined
  const grown = scale === 'city' ? [homeCity] : cities
  const below = grown.flatMap((city, c) => {
    const ground = {
      place: city,
      within: [province, city],
      regionCode: `99${two(c + 1)}00`,
      level: 'city',
    } as const
    const seat = growSeat(random, definite({ ...ground, above: top }))
    return [
      areaOf(seat),
      ...Array.from({ length: sizes.countiesPerCity }, (_, i) => county(city, c, i, seat)),
    ]
  })
  return top ? [areaOf(top), ...below] : below
}

const two = (n: number): string => String(n).padStart(2, '0')

const provinceGround = {
  place: province,
  within: [province],
  regionCode: '990000',
  level: 'province',
} as const

const areaOf = ({ ground, organs }: Seat): Area => ({
  name: fullName(ground.place),
  level: ground.level,
  organs,
})

// Leaves the seat above out where there is none.
const definite = <G extends { above: Seat | undefined }>({ above, ...rest }: G) =>
  above ? { ...rest, above } : rest
