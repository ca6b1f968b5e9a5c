import { indexNumberBy } from '#duties/publication/rules/index-number.ts'
import { defaultSettings } from '#duties/publication/rules/settings.ts'
import type { ItemKind, Validity } from '#duties/publication/rules/vocabulary.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, dayOf, ordinalOf, yearOf } from '#time/day.ts'
import { renaming } from './changes.ts'
import { departmentOf } from './departments/departments.ts'
import { uuidOn } from './identifiers.ts'
import { onceEach } from './items/kinds.ts'
import { type Fixed, fixedOf, ordinaryOf, volumeOf } from './items/repertoire.ts'
import { interpretationOf, ruleOf } from './items/rules.ts'
import type { Draft, Scene, Template } from './items/scene.ts'
import { vocabularyOf } from './items/vocabulary.ts'
import { existsOn, nameOn, type Organ, shortNameOn } from './organ.ts'
import { fullName } from './places.ts'
import type { Random } from './random.ts'
import { entryOf } from './standards.ts'

/** One item as it stands in the catalogue. */
export interface Item {
  readonly itemId: string
  readonly organId: string
  readonly indexNumber: string
  readonly kind: ItemKind
  readonly catalogue: string
  readonly title: string
  readonly documentNumber: string
  readonly summary: string
  readonly body: string
  readonly formedOn: Day
  /** ISO instant; left out while it is not published. */
  readonly publishedAt?: string
  readonly validity: Validity
  /** The item that this one interprets. */
  readonly interprets?: string
  readonly status: 'draft' | 'inReview' | 'published' | 'withdrawn'
  /** The entry of the standard catalogue under which it stands. */
  readonly entry?: string
  /** How many decisions it makes known, for licences and penalties. */
  readonly decisions: number
  /** The fields of its kind. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** The span of the district's history and its working days. */
export interface Span {
  readonly from: Day
  readonly today: Day
  readonly calendar: Calendar
}

/** What is to be written on a day: by a template, or a rule with its interpretation. */
type Plan = { readonly on: Day } & (
  | { readonly template: Template }
  | { readonly rule: string; readonly repealed: boolean }
  /** Written with a stream of its own: it moves nothing else. */
  | { readonly once: Template }
)

/** Everything an organ has published or is about to, in the order in which it was formed. */
export function itemsOf(seed: Random, organ: Organ, partNames: readonly string[], span: Span): Item[] {
  const random = seed.branch(`items/${organ.code}`)
  const plans = [
    ...plansOf(random, organ, span),
    ...rulePlans(random, organ, span),
    ...oncePlans(organ, span),
  ]
    .filter(({ on }) => on <= span.today && existsOn(organ, on))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  const counters = new Map<string, number>()
  const desk: Desk = { organ, span, random, counters, items: [] }
  const aside: Desk = { ...desk, random: random.branch('once') }
  for (const plan of plans) write('once' in plan ? aside : desk, plan, partNames)
  return desk.items
}

interface Desk {
  readonly organ: Organ
  readonly span: Span
  readonly random: Random
  readonly counters: Map<string, number>
  readonly items: Item[]
}

const yearsOf = ({ from, today }: Span): number[] =>
  Array.from({ length: yearOf(today) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i)

function plansOf(random: Random, organ: Organ, span: Span): Plan[] {
  const ordinary = ordinaryOf(organ)
  return yearsOf(span).flatMap((year) => {
    const fixed = fixedOf(organ).filter(({ onlyIn }) => onlyIn === undefined || onlyIn === year)
    const count = Math.round(volumeOf(organ) * (0.85 + random.real() * 0.3))
    return [
      ...fixed.map((each) => ({ template: each.template, on: dayWithin(random, span, year, each) })),
      ...Array.from({ length: count }, () => ({
        template: random.weighted(ordinary),
        on: dayWithin(random, span, year, { from: '01-02', upTo: '12-31' }),
      })),
    ]
  })
}

const oncePlans = (organ: Organ, { calendar, from }: Span): Plan[] =>
  organ.kind === 'government' && organ.level === 'county'
    ? onceEach
        .filter(({ on }) => on >= from)
        .map(({ on, template }) => ({
          once: template,
          on: calendar.isWorkday(on) ? on : calendar.plusWorkdays(on, -1).on,
        }))
    : []

/** A working day between two days of a year; once in forty another day, as it happens. */
function dayWithin(
  random: Random,
  { calendar }: Span,
  year: number,
  { from, upTo }: Pick<Fixed, 'from' | 'upTo'>,
): Day {
  const drawn = dayOf(random.whole(ordinalOf(`${year}-${from}` as Day), ordinalOf(`${year}-${upTo}` as Day)))
  if (calendar.isWorkday(drawn) || random.chance(0.025)) return drawn
  return calendar.plusWorkdays(drawn, -1).on
}

/** Each normative document of an organ once within the years, some of them in place of an older one. */
function rulePlans(random: Random, organ: Organ, span: Span): Plan[] {
  if (organ.level !== 'county' && organ.level !== 'city') return []
  if (organ.kind !== 'department' && organ.kind !== 'government') return []
  const years = yearsOf(span)
  return vocabularyOf(departmentScene(organ)).rules.flatMap((rule): Plan[] => {
    const year = random.pick(years)
    const on = dayWithin(random, span, year, { from: '02-15', upTo: '11-20' })
    const isNew = random.chance(0.7) || year === years[0]
    const older = dayWithin(random, span, years[0] ?? year, { from: '01-08', upTo: '02-10' })
    return [{ rule, repealed: false, on }, ...(isNew ? [] : [{ rule, repealed: true, on: older }])]
  })
}

const departmentScene = (organ: Organ) =>
  organ.department ? { organ, department: departmentOf(organ.department) } : { organ }

function sceneOf({ organ, random, counters }: Desk, on: Day, partNames: readonly string[]): Scene {
  const year = yearOf(on)
  const count = (series: string): number => {
    const next = (counters.get(`${year}/${series}`) ?? 0) + 1
    counters.set(`${year}/${series}`, next)
    return next
  }
  return {
    ...departmentScene(organ),
    name: nameOn(organ, on),
    mark: markOn(organ, on),
    us: usOf(organ),
    area: fullName(organ.area),
    all: organ.level === 'town' ? `全${organ.kind === 'street' ? '街道' : '镇'}` : `全${organ.area.suffix}`,
    parts: partNames,
    on,
    year,
    random,
    number: (series) => `${markOn(organ, on)}${series}〔${year}〕${count(`文号${series}`)}号`,
    issue: count,
  }
}

const markOn = ({ department, mark, area }: Organ, on: Day): string =>
  department === renaming.department && on < renaming.on ? area.name.charAt(0) + renaming.oldMark : mark

function usOf({ kind, area, place }: Organ): string {
  if (kind === 'government') return `我${area.suffix}`
  if (kind === 'village') return '本村'
  if (kind === 'enterprise') return '本单位'
  return place ? `我${place.suffix}` : '我局'
}

function write(desk: Desk, plan: Plan, partNames: readonly string[]): void {
  const scene = sceneOf(desk, plan.on, partNames)
  if (!('rule' in plan)) {
    keep(desk, plan.on, ('once' in plan ? plan.once : plan.template)(scene), {})
    return
  }
  const rule = ruleOf(scene, plan.rule)
  const item = keep(desk, plan.on, rule.draft, { validity: plan.repealed ? 'repealed' : 'inForce' })
  if (item.status === 'published') keep(desk, plan.on, interpretationOf(scene, rule), { interprets: item })
}

interface Bonds {
  readonly validity?: Validity
  readonly interprets?: Item
}

/** Files a draft as an item: index number, the day of publication within 20 working days, its state. */
function keep(desk: Desk, on: Day, draft: Draft, { validity, interprets }: Bonds): Item {
  const { organ, random, items, span } = desk
  const year = yearOf(on)
  const order = (desk.counters.get(`${year}/item`) ?? 0) + 1
  desk.counters.set(`${year}/item`, order)
  const publishedAt = instantOf(random, publishedOn(desk, on, interprets))
  const isOut = publishedAt.slice(0, 10) < span.today
  const withdrawn = isOut && random.chance(0.003)
  const entry = entryOf(draft.title)
  const item: Item = {
    itemId: uuidOn(random, on),
    organId: organ.organId,
    indexNumber: `${organ.creditCode}/${year}-${String(order).padStart(5, '0')}`,
    kind: draft.kind,
    catalogue: draft.catalogue,
    title: draft.title,
    documentNumber: draft.documentNumber ?? '',
    summary: draft.summary ?? '',
    body: draft.body,
    decisions: draft.decisions ?? 0,
    extra: { ...draft.extra, ...registeredAs(desk, draft, on) },
    formedOn: on,
    ...(isOut ? { publishedAt } : {}),
    validity: validity ?? (draft.kind === 'policy' ? 'inForce' : 'none'),
    ...(interprets ? { interprets: interprets.itemId } : {}),
    ...(entry ? { entry } : {}),
    status: isOut ? (withdrawn ? 'withdrawn' : 'published') : random.pick(['draft', 'inReview', 'inReview']),
  }
  items.push(item)
  return item
}

/** A normative document stands in the register under a running number. */
function registeredAs({ organ, counters }: Desk, { kind }: Draft, on: Day): Record<string, unknown> {
  if (kind !== 'normative') return {}
  const year = yearOf(on)
  const n = (counters.get(`${year}/register`) ?? 0) + 1
  counters.set(`${year}/register`, n)
  const parts = { credit: organ.creditCode, organ: organ.code, region: organ.regionCode, on, n }
  const short = shortNameOn(organ, on)
  return { registerNumber: indexNumberBy(defaultSettings.registerPattern, { ...parts, short }) }
}

const delays = [
  [0, 46],
  [1, 24],
  [2, 10],
  [3, 7],
  [5, 6],
  [8, 4],
  [13, 2],
  [18, 1],
] as const

/** An interpretation follows its document within three working days, anything else within twenty. */
function publishedOn({ random, span }: Desk, on: Day, interprets: Item | undefined): Day {
  const { calendar } = span
  const base = interprets?.publishedAt ? (interprets.publishedAt.slice(0, 10) as Day) : on
  const wait = interprets ? random.whole(0, 3) : random.weighted(delays)
  return wait === 0 ? base : calendar.plusWorkdays(base, wait).on
}

/** A moment of the office day, 8:30 to 17:30 in Beijing, as an instant: 00:30 to 09:30 UTC. */
function instantOf(random: Random, on: Day): string {
  const minute = random.whole(30, 570)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${on}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(random.whole(0, 59))}.000Z`
}
