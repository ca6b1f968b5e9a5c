import { basisOf, endings, knownFrom, renaming } from './changes.ts'
import { contactOf } from './contact.ts'
import type { Department } from './departments/department.ts'
import { departments } from './departments/departments.ts'
import { endedDepartments } from './departments/ended.ts'
import { verticalUnits } from './departments/vertical.ts'
import { type CreditKind, creditCode, uuidOn } from './identifiers.ts'
import type { NamePeriod, Organ, OrganKind, OrganLevel, ParentPeriod, Succession } from './organ.ts'
import { fullName, type Place } from './places.ts'
import type { Random } from './random.ts'

/** Where an area lies: its place, the places around it from the outside in, its codes. */
export interface Ground {
  readonly place: Place
  readonly within: readonly Place[]
  readonly regionCode: string
  readonly level: 'province' | 'city' | 'county'
  /** The seat above, where it is planted too. */
  readonly above?: Seat
}

/** A government with its departments. */
export interface Seat {
  readonly ground: Ground
  readonly government: Organ
  /** Government first, then departments, ended departments and vertical units. */
  readonly organs: readonly Organ[]
}

/** What one organ is given; the rest is drawn from a branch of its own, named by its code. */
export interface OrganSketch {
  readonly code: string
  readonly kind: OrganKind
  readonly level: OrganLevel
  readonly credit: CreditKind
  readonly regionCode: string
  readonly sort: number
  readonly names: readonly NamePeriod[]
  readonly parents: readonly ParentPeriod[]
  readonly succession?: Succession
  readonly department?: string
  readonly area: Place
  readonly place?: Place
  readonly mark: string
  readonly within: readonly Place[]
  readonly functions: readonly string[]
}

export const idOf = (random: Random, code: string): string => uuidOn(random.branch(`id/${code}`), knownFrom)

/** The organ of a sketch. */
export function grow(random: Random, sketch: OrganSketch): Organ {
  const { credit, within, functions, ...rest } = sketch
  const branch = random.branch(`organ/${sketch.code}`)
  const name = sketch.names.at(-1)?.name ?? sketch.code
  return {
    ...rest,
    organId: idOf(random, sketch.code),
    creditCode: creditCode(credit, sketch.regionCode.slice(0, 6), branch),
    contact: contactOf({ ...sketch, name, within, functions }, branch),
    ...(sketch.succession ? { endedOn: sketch.succession.onDay } : {}),
  }
}

export const always = (name: string, shortName: string): NamePeriod[] => [
  { fromOn: knownFrom, name, shortName, basis: '' },
]

/** 省民政厅, 市民政局, 县民政局 and the names of units led from above. */
function nameOf(department: Department, { place, level, within }: Ground): string {
  const whole = fullName(place)
  if (department.key === 'swzj') return `国家税务总局${whole}税务局`
  if (department.key === 'sthj' && level === 'county')
    return `${fullName(within[1] ?? place)}生态环境局${place.name}分局`
  if (level === 'province')
    return `${whole}${department.provinceName ?? department.name.replace(/局$/, '厅')}`
  return `${whole}${department.name}`
}

function namesOf(department: Department, ground: Ground, mark: string): NamePeriod[] {
  const name = nameOf(department, ground)
  if (department.key !== renaming.department || ground.level !== 'county')
    return always(name, department.short)
  const { oldName, oldShort, on } = renaming
  return [
    {
      fromOn: knownFrom,
      untilOn: on,
      name: fullName(ground.place) + oldName,
      shortName: oldShort,
      basis: '',
    },
    { fromOn: on, name, shortName: department.short, basis: basisOf(mark, 2025, 1) },
  ]
}

const parentsOf = (random: Random, key: string, governmentId: string, { above }: Ground): ParentPeriod[] => {
  const upper = above?.organs.find((organ) => organ.department === key)
  return [
    { axis: 'region', fromOn: knownFrom, parentId: governmentId },
    ...(upper ? [{ axis: 'vertical', fromOn: knownFrom, parentId: idOf(random, upper.code) } as const] : []),
  ]
}

function departmentSketch(random: Random, ground: Ground, governmentId: string, sort: number) {
  const { place, level, within, regionCode } = ground
  const ownMark = place.name.charAt(0)
  return (department: Department, index: number): OrganSketch => ({
    code: `${place.spelt}-${department.key}`,
    kind: verticalUnits.includes(department) ? 'vertical' : 'department',
    level,
    credit: '11',
    regionCode,
    sort: sort + index,
    names: namesOf(department, ground, ownMark),
    parents: parentsOf(random, department.key, governmentId, ground),
    department: department.key,
    area: place,
    mark: department.key === 'swzj' ? `${ownMark}税` : `${ownMark}${department.mark}`,
    within,
    functions: department.functions,
  })
}

/** The department as it was, ended on its day, with the one that answers for it. */
function endedSketch(random: Random, sketch: OrganSketch, ownMark: string): OrganSketch {
  const ending = endings.find((each) => each.department === sketch.department)
  if (!ending) return sketch
  const until = <P extends object>(period: P) => ({ ...period, untilOn: ending.on })
  const year = Number(ending.on.slice(0, 4))
  return {
    ...sketch,
    names: sketch.names.map(until),
    parents: sketch.parents.map(until),
    succession: {
      successorId: idOf(random, `${sketch.area.spelt}-${ending.successor}`),
      onDay: ending.on,
      how: ending.how,
      basis: basisOf(ownMark, year, ending.how === 'merged' ? 18 : 9),
    },
  }
}

/** The government of a place, its departments and the units led from above. */
export function growSeat(random: Random, ground: Ground): Seat {
  const { place, level, within, regionCode, above } = ground
  const whole = fullName(place)
  const upper = above && ({ axis: 'region', fromOn: knownFrom, parentId: above.government.organId } as const)
  const government = grow(random, {
    code: place.spelt,
    kind: 'government',
    level,
    credit: '11',
    regionCode,
    sort: 1,
    names: always(`${whole}人民政府`, whole),
    parents: upper ? [upper] : [],
    area: place,
    mark: `${place.name.charAt(0)}政`,
    within,
    functions: governmentFunctions,
  })
  const sketch = departmentSketch(random, ground, government.organId, 10)
  const all = [...departments, ...verticalUnits].map(sketch)
  const ended = level === 'county' ? endedDepartments.map((each, i) => sketch(each, 60 + i)) : []
  const sketches = [...all, ...ended.map((each) => endedSketch(random, each, place.name.charAt(0)))]
  return { ground, government, organs: [government, ...sketches.map((each) => grow(random, each))] }
}

const governmentFunctions = [
  '执行本级人民代表大会及其常务委员会的决议，以及上级国家行政机关的决定和命令，规定行政措施，发布决定和命令',
  '领导所属各工作部门和下级人民政府的工作',
  '执行国民经济和社会发展计划、预算，管理本行政区域内的经济、教育、科学、文化、卫生、体育、城乡建设等事业',
  '主管本行政区域政府信息公开工作，由办公室承担推进、指导、协调、监督职责',
]
