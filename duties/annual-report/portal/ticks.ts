import type { CellId, Identity, Table } from '#law/report-forms/form.ts'
import { identitiesOf } from '#law/report-forms/forms.ts'
import { figureOf, type Report } from '#law/report-forms/report.ts'

/** An identity as a published report keeps it: the sums of both sides, and whether they are equal. */
export interface Tick {
  identity: Identity
  left: number
  right: number
  holds: boolean
}

const sumOf = (report: Report, cells: readonly CellId[]): number | undefined =>
  cells.reduce<number | undefined>((sum, id) => {
    const figure = figureOf(report, id)
    return sum === undefined || figure === undefined ? undefined : sum + figure
  }, 0)

/** The identities of a table that can be reckoned; one with a blank or a mark in it is left out, for a blank is not 0. */
export const ticksOf = (report: Report, table: Table): readonly Tick[] =>
  identitiesOf(table).flatMap((identity) => {
    const left = sumOf(report, identity.left)
    const right = sumOf(report, identity.right)
    return left === undefined || right === undefined ? [] : [{ identity, left, right, holds: left === right }]
  })

/** The ticks that stand beside a cell: those whose sum it is. */
export const ticksAt = (ticks: readonly Tick[], cell: CellId): readonly Tick[] =>
  ticks.filter(({ identity }) => identity.right.includes(cell))
