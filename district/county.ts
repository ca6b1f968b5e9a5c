import { basisOf, knownFrom, transfer } from './changes.ts'
import type { NamePeriod, Organ, ParentPeriod } from './organ.ts'
import { drawTowns, drawVillages, fullName, homeCounty, homeTowns, type Place } from './places.ts'
import type { Random } from './random.ts'
import { always, type Ground, grow, growSeat, idOf } from './seat.ts'
import { sizes } from './sizes.ts'

interface Town {
  readonly place: Place
  readonly organ: Organ
}

/** Every organ of a county: seat, towns and streets, villages, judicial offices, public enterprises. */
export function growCounty(random: Random, ground: Ground): Organ[] {
  const seat = growSeat(random, ground)
  const branch = random.branch(`places/${ground.place.spelt}`)
  const places = ground.place === homeCounty ? homeTowns : drawTowns(branch)
  const towns = places.map((place, i) => growTown(random, ground, seat.government.organId, place, i))
  return [
    ...seat.organs,
    ...towns.map(({ organ }) => organ),
    ...growOffices(random, ground, towns),
    ...growVillages(random, ground, towns, branch),
    ...growEnterprises(random, ground, seat.government.organId),
  ]
}

const two = (n: number): string => String(n).padStart(2, '0')

const inRegion = (parentId: string): ParentPeriod => ({ axis: 'region', fromOn: knownFrom, parentId })

function growTown(random: Random, ground: Ground, governmentId: string, place: Place, index: number): Town {
  const isStreet = place.suffix === '街道'
  const code = `${ground.place.spelt}-${place.spelt}`
  const name = `${fullName(ground.place)}${fullName(place)}${isStreet ? '办事处' : '人民政府'}`
  const organ = grow(random, {
    code,
    kind: isStreet ? 'street' : 'town',
    level: 'town',
    credit: '11',
    regionCode: `${ground.regionCode}${isStreet ? '0' : '1'}${two(index + 1)}`,
    sort: 200 + index,
    names: always(name, fullName(place)),
    parents: [inRegion(governmentId)],
    area: ground.place,
    place,
    mark: place.name.charAt(0) + (isStreet ? '办' : '政'),
    within: [...ground.within, place],
    functions: townFunctions,
  })
  return { place, organ }
}

const townFunctions = [
  '贯彻落实农业农村政策，组织农业生产和农田水利工程建设运营',
  '审核农村宅基地使用，指导农村土地承包经营权流转和集体资产管理',
  '办理社会救助、优待抚恤、养老服务等民生事项',
  '负责辖区平安建设、安全生产、环境卫生和村镇建设',
]

/** 司法所: in the town, led by the county's 司法局. */
function growOffices(random: Random, ground: Ground, towns: readonly Town[]): Organ[] {
  const county = ground.place.spelt
  const leaderId = idOf(random, `${county}-sfj`)
  return towns.map(({ place, organ }, i) =>
    grow(random, {
      code: `${organ.code}-sfs`,
      kind: 'vertical',
      level: 'town',
      credit: '11',
      regionCode: organ.regionCode,
      sort: 300 + i,
      names: always(`${fullName(ground.place)}司法局${place.name}司法所`, `${place.name}司法所`),
      parents: [inRegion(organ.organId), { axis: 'vertical', fromOn: knownFrom, parentId: leaderId }],
      area: ground.place,
      place,
      mark: `${place.name.charAt(0)}司`,
      within: [...ground.within, place],
      functions: ['组织人民调解', '承担社区矫正日常工作', '提供公共法律服务', '协助基层政府依法行政'],
    }),
  )
}

function growVillages(random: Random, ground: Ground, towns: readonly Town[], branch: Random): Organ[] {
  const all = drawVillages(branch, towns.length, sizes.villagesPerTown)
  return towns.flatMap((town, t) =>
    (all[t] ?? []).map((place, v) => {
      const to = t === transfer.fromTown && v === transfer.village ? towns[transfer.toTown] : undefined
      return growVillage(random, ground, { town, to, place, index: v })
    }),
  )
}

interface VillagePlot {
  readonly town: Town
  /** The street that it went over to. */
  readonly to: Town | undefined
  readonly place: Place
  readonly index: number
}

function growVillage(random: Random, ground: Ground, { town, to, place, index }: VillagePlot): Organ {
  const committee = (of: Place) => `${fullName(of)}${fullName(place)}村民委员会`
  const basis = basisOf(ground.place.name.charAt(0), 2025, 9)
  const names: NamePeriod[] = to
    ? [
        { ...period(committee(town.place), place), untilOn: transfer.on },
        { ...period(committee(to.place), place), fromOn: transfer.on, basis },
      ]
    : [period(committee(town.place), place)]
  const parents: ParentPeriod[] = to
    ? [
        { ...inRegion(town.organ.organId), untilOn: transfer.on },
        { ...inRegion(to.organ.organId), fromOn: transfer.on },
      ]
    : [inRegion(town.organ.organId)]
  return grow(random, {
    code: `${town.organ.code}-${place.spelt}`,
    kind: 'village',
    level: 'village',
    credit: '54',
    regionCode: `${town.organ.regionCode}2${two(index + 1)}`,
    sort: 400 + index,
    names,
    parents,
    area: ground.place,
    place,
    mark: '',
    within: [...ground.within, to?.place ?? town.place, place],
    functions: ['办理本村公共事务和公益事业', '调解民间纠纷', '定期公布村务、财务'],
  })
}

const period = (name: string, place: Place): NamePeriod => ({
  fromOn: knownFrom,
  name,
  shortName: fullName(place),
  basis: '',
})

const enterprises = [
  ['zls', '自来水有限公司', '自来水公司', 'zjj', '91'],
  ['gjgs', '公共交通有限公司', '公交公司', 'jtysj', '91'],
  ['rmyy', '人民医院', '县医院', 'wjj', '52'],
  ['dyzx', '第一中学', '一中', 'jtj', '52'],
] as const

/** Public enterprises (第五十五条) under the department that they answer to. */
function growEnterprises(random: Random, ground: Ground, governmentId: string): Organ[] {
  return enterprises.map(([key, name, short, department, credit], i) =>
    grow(random, {
      code: `${ground.place.spelt}-${key}`,
      kind: 'enterprise',
      level: 'county',
      credit,
      regionCode: ground.regionCode,
      sort: 100 + i,
      names: always(`${fullName(ground.place)}${name}`, short),
      parents: [
        inRegion(governmentId),
        {
          axis: 'vertical',
          fromOn: knownFrom,
          parentId: idOf(random, `${ground.place.spelt}-${department}`),
        },
      ],
      area: ground.place,
      mark: '',
      within: ground.within,
      functions: ['提供公共服务', '公布服务承诺、收费标准、办事流程和监督渠道'],
    }),
  )
}
