import type { Report } from '#law/report-forms/report.ts'
import { decisionsOf, type ToldDecision } from './decisions.ts'
import { type FigureEntry, figuresOf } from './figures.ts'
import { type Item, itemsOf, type Span } from './items.ts'
import { lastName, type Organ } from './organ.ts'
import type { Random } from './random.ts'
import { type Remedy, remediesOf } from './remedies.ts'
import { mergedReportsOf } from './reports/merged.ts'
import { type PublishedReport, reportsOf } from './reports.ts'
import { type Keys, numberLetters, requestsOf, type ToldCase } from './requests.ts'
import { type Staff, staffOf } from './staff.ts'
import { type Area, partNamesOf } from './tree.ts'

/** Everything that the organs of one area have: plain data, the same for the same seed, day and keys. */
export interface AreaData {
  readonly staff: readonly Staff[]
  readonly items: readonly Item[]
  readonly decisions: readonly ToldDecision[]
  readonly cases: readonly ToldCase[]
  readonly remedies: readonly Remedy[]
  readonly figures: readonly FigureEntry[]
  readonly reports: readonly PublishedReport[]
}

export interface DataGiven {
  readonly span: Span
  readonly keys: Keys
  /** The hash of a report, as the ledger keeps it. */
  readonly hashOf: (report: Report) => string
  /** The merged reports of the governments below, where they are planted too. */
  readonly lower?: readonly PublishedReport[]
}

export function dataOf(seed: Random, area: Area, { span, keys, hashOf, lower = [] }: DataGiven): AreaData {
  const partNames = partNamesOf(area)
  const organs = area.organs.map((organ) => {
    const staff = staffOf(seed, organ)
    const names = partNames(organ)
    const home = { address: area.within, area: area.name, regionCode: organ.regionCode, parts: area.below }
    const cases = requestsOf(seed, organ, { span, staff, partNames: names, home, keys })
    return { organ, staff, cases, items: itemsOf(seed, organ, names, span) }
  })
  const remedies = remediesOf(
    seed,
    organs.flatMap(({ cases }) => cases),
    span,
  )
  const against = Map.groupBy(remedies, ({ organ }) => organ)
  const [government] = organs
  if (!government) throw new Error(`no organs in ${area.name}`)
  const above = government.staff
  const finished = organs.map((each) =>
    finish(seed, { ...each, span, hashOf, above, remedies: against.get(each.organ) ?? [] }),
  )
  const below = finished.flatMap(({ reports }) => reports)
  const merged = mergedReportsOf(seed, government.organ, {
    ...government,
    span,
    hashOf,
    above,
    items: organs.flatMap(({ items }) => items),
    remedies: against.get(government.organ) ?? [],
    figures: finished[0]?.figures ?? [],
    below: [...below, ...lower],
  })
  return {
    staff: organs.map(({ staff }) => staff),
    items: organs.flatMap(({ items }) => items),
    decisions: decisionsOf(government.staff, government.items, span),
    cases: organs.flatMap(({ cases }) => cases),
    remedies,
    figures: finished.flatMap(({ figures }) => figures),
    reports: [...merged, ...below],
  }
}

interface Finishing {
  readonly organ: Organ
  readonly staff: Staff
  readonly above: Staff
  readonly items: readonly Item[]
  readonly cases: readonly ToldCase[]
  readonly remedies: readonly Remedy[]
  readonly span: Span
  readonly hashOf: (report: Report) => string
}

function finish(seed: Random, given: Finishing) {
  numberLetters(given.organ, given.cases)
  const figures = figuresOf(seed, given.organ, given)
  // A government's report is merged once all below have theirs.
  const isOwn = given.organ.kind !== 'government'
  return { figures, reports: isOwn ? reportsOf(seed, given.organ, { ...given, figures }) : [] }
}

/** Who may sign in with the password of the demonstration. */
export const demonstratorsOf = (staff: readonly Staff[]) =>
  staff.flatMap(({ organ, officers }) =>
    officers
      .filter(({ demonstrates }) => demonstrates)
      .map(({ username, name, roles }) => ({ username, name, organName: lastName(organ), roles })),
  )
