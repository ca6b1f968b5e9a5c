import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, yearOf } from '#time/day.ts'
import { factRowsOf, nextNumber, recordedOf } from './item-store.ts'
import { MovedOn, recordItem } from './record.ts'
import type { Content } from './rules/facts.ts'
import { indexNumberBy } from './rules/index-number.ts'
import { fold, type ItemCase } from './rules/item.ts'
import { itemKind } from './rules/kinds.ts'
import type { NewFact, StepContext } from './rules/step.ts'
import { isOver, type Validity } from './rules/vocabulary.ts'

/**
 * 统一登记、编号: the number of the register for a normative document that is released for the first time without one;
 * undefined where none is to be given. To be asked in the transaction of the release.
 */
export async function registered(
  tx: Transaction<Database>,
  organId: string,
  { working }: ItemCase,
  { settings, today }: StepContext,
): Promise<NewFact | undefined> {
  const content = working?.content
  if (!content || !itemKind(content.kind)?.registered || content.extra.registerNumber) return undefined
  const organ = await organById(tx, organId, today)
  if (!organ) return undefined
  const { creditCode: credit, code, regionCode: region, shortName: short } = organ
  const number = await freeNumber(tx, organId, content.formedOn, (n) =>
    indexNumberBy(settings.registerPattern, { credit, organ: code, region, on: content.formedOn, n, short }),
  )
  return { fact: { type: 'registered', number }, happenedOn: today }
}

async function freeNumber(
  tx: Transaction<Database>,
  organId: string,
  on: Day,
  numberOf: (n: number) => string,
): Promise<string> {
  for (;;) {
    const number = numberOf(await nextNumber(tx, organId, yearOf(on), 'register'))
    const taken = await tx
      .selectFrom('item_row')
      .select('item_id')
      .where('organ_id', '=', organId)
      .where('kind', '=', 'normative')
      .where('register_number', '=', number)
      .executeTakeFirst()
    if (!taken) return number
  }
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []

const named = ({ extra }: Content): [string, Validity][] => [
  ...idsIn(extra.repeals).map((itemId): [string, Validity] => [itemId, 'repealed']),
  ...idsIn(extra.amends).map((itemId): [string, Validity] => [itemId, 'amended']),
]

const titled = ({ title, documentNumber }: Content): string =>
  `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`

interface Released {
  organId: string
  itemId: string
  by: string
}

/**
 * The documents of the organ that a released text repeals or amends are marked so, in its transaction. What no longer
 * holds, is not on show or is not the organ's stays as it is.
 */
export async function markNamed(
  tx: Transaction<Database>,
  platform: Platform,
  { organId, itemId, by }: Released,
  { working }: ItemCase,
  { calendar, settings, today }: StepContext,
): Promise<void> {
  if (!working || !itemKind(working.content.kind)?.holds) return
  for (const [otherId, validity] of named(working.content)) {
    const before = (await factRowsOf(tx, organId, otherId)).map(recordedOf)
    const other = fold(before)
    const old = other?.shown?.content
    if (!old || otherId === itemId || other.withdrawal || isOver(old.validity) || old.validity === validity)
      continue
    const fact = { type: 'validityMarked', validity, basis: titled(working.content) } as const
    const facts = [{ fact, happenedOn: today }]
    const step = { organId, itemId: otherId, askId: randomUUID(), by, before, facts }
    const recorded = await recordItem(tx, platform, { ...step, given: { calendar, settings } })
    if (recorded.kind === 'movedOn') throw new MovedOn()
  }
}
