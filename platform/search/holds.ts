import { type RawBuilder, sql } from 'kysely'
import { foldedText } from './fold.ts'
import { marks, quoted } from './grams.ts'
import type { Query } from './query.ts'

/** What the pairs of the index do not tell of a document: whether the longer words stand in it letter by letter. */
export interface Literal {
  /** Of each of these lists one must stand in the folded texts. */
  readonly words: readonly (readonly string[])[]
  /** The lexeme of what is called by the number that was asked for, whatever its texts say; empty where none was. */
  readonly called: string
}

/** What is to be read letter by letter; undefined where the pairs say it all. */
export function literalOf({ parts, number }: Query): Literal | undefined {
  const longer = parts.flatMap(({ runs }) => runs).filter((run) => run.some((units) => units.length > 2))
  if (longer.length === 0) return undefined
  return {
    words: longer.map((run) => run.map((units) => foldedText({ units, from: [], to: [] }))),
    called: number === undefined ? '' : quoted(marks.number + number.number),
  }
}

/** The condition on a row with its `folded` texts and its `tsv`. */
export function holds({ words, called }: Literal): RawBuilder<boolean> {
  const each = words.map(
    (run) =>
      sql`(${sql.join(
        run.map((word) => sql`position(${word} IN folded) > 0`),
        sql` OR `,
      )})`,
  )
  const byNumber = called === '' ? sql`` : sql` OR tsv @@ ${called}::tsquery`
  return sql<boolean>`(folded IS NULL OR (${sql.join(each, sql` AND `)})${byNumber})`
}
