import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { type Day, yearOf } from '#time/day.ts'
import { indexNumberBy } from '../rules/index-number.ts'

type Tx = Transaction<Database>

interface Wish {
  /** The number that the item bore; '' for none. */
  readonly wished: string
  readonly on: Day
}

const fits = (number: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}/\-_.〔〕()（）]{2,59}$/u.test(number)

async function takenOf(tx: Tx, organId: string, numbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ index_number: string }>`
    SELECT index_number FROM item_row WHERE organ_id = ${organId} AND index_number = ANY (${numbers}::text[])`.execute(
    tx,
  )
  return new Set(rows.map(({ index_number }) => index_number))
}

/** So many running numbers of a year at once; the row stays locked until the transaction ends. */
async function reserve(tx: Tx, organId: string, year: number, many: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO number_series (organ_id, series, year, last) VALUES (${organId}, 'item', ${year}, ${many})
    ON CONFLICT (organ_id, series, year) DO UPDATE SET last = number_series.last + ${many} RETURNING last`.execute(
    tx,
  )
  return (rows[0]?.last ?? many) - many + 1
}

/** New numbers of one year by the organ's pattern, none of them in use. */
async function fresh(tx: Tx, organ: Organ, pattern: string, days: readonly Day[]): Promise<string[]> {
  const { organId, creditCode: credit, code, regionCode: region } = organ
  const [first] = days
  const made: string[] = []
  while (first && made.length < days.length) {
    const many = days.length - made.length
    const from = await reserve(tx, organId, yearOf(first), many)
    const asked = Array.from({ length: many }, (_, i) =>
      indexNumberBy(pattern, {
        credit,
        organ: code,
        region,
        on: days[made.length + i] ?? first,
        n: from + i,
      }),
    )
    const taken = await takenOf(tx, organId, asked)
    made.push(...asked.filter((number) => !taken.has(number)))
  }
  return made
}

/**
 * The index numbers of items taken over, in their order: the number an item bore where it is free and fit to be one, else
 * a new one by the organ's pattern (第十二条第三款: none is given twice).
 */
export async function indexNumbers(
  tx: Tx,
  organ: Organ,
  pattern: string,
  wishes: readonly Wish[],
): Promise<string[]> {
  const taken = await takenOf(
    tx,
    organ.organId,
    wishes.map(({ wished }) => wished),
  )
  const numbers = wishes.map(({ wished }) => {
    if (!fits(wished) || taken.has(wished)) return ''
    taken.add(wished)
    return wished
  })
  const missing = wishes.flatMap(({ on }, i) => (numbers[i] === '' ? [{ i, on }] : []))
  for (const each of Map.groupBy(missing, ({ on }) => yearOf(on)).values()) {
    const made = await fresh(
      tx,
      organ,
      pattern,
      each.map(({ on }) => on),
    )
    for (const [j, { i }] of each.entries()) numbers[i] = made[j] ?? ''
  }
  return numbers
}
