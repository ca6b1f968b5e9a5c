import { type Kysely, sql } from 'kysely'
import type { Unit } from '#law/report-forms/form.ts'
import { type Place as FormPlace, nameOfCell, placeOf } from '#law/report-forms/forms.ts'
import { type Cell, showCell, showValue } from '#law/report-forms/report.ts'
import type { Database } from '#platform/database/schema.ts'
import type { ReadResult } from '../reading/result.ts'
import { carriedOver, lastOfYear } from './carried.ts'
import type { Ranks, Series } from './contract.ts'
import './tables.ts'

type Db = Kysely<Database>

const absent: Cell = { kind: 'absent' }

/** A cell of one organ over the years, and how its consecutive reports carry over. Undefined where no form has the cell. */
export async function seriesOf(
  db: Db,
  organId: string,
  organName: string,
  cellId: string,
): Promise<Series | undefined> {
  const place = placeOf(cellId)
  if (place === undefined) return undefined
  const rows = await lastOfYear(db, organId, organName).execute()
  return {
    organName,
    cell: cellId,
    name: nameOfCell(cellId),
    unit: place.column.unit,
    points: rows.map((row) => {
      const cell: Cell = (row.result as ReadResult).cells?.[cellId] ?? absent
      const value = cell.kind === 'number' ? cell.value : null
      const shown = cell.kind === 'undecidable' ? '不能确定' : showCell(cell, place.column.unit)
      return { year: row.year, readId: row.read_id, value, shown }
    }),
    carried: carriedOver(organName, rows).map(({ isOpen: _, ...each }) => each),
  }
}

/** The reports of a year, one for each organ, each with its figure in the cell, the highest first. */
async function figuresOfYear(db: Db, organId: string, year: number, cellId: string) {
  const { rows } = await sql<{ organ_name: string; read_id: string; value: number | null }>`
    select r.organ_name, r.read_id, c.value
    from (
      select distinct on (organ_name) organ_name, read_id from read_report
      where organ_id = ${organId} and year = ${year} and organ_name <> '' and refused is null
      order by organ_name, read_at desc) r
      left join read_cell c on c.organ_id = ${organId} and c.cell = ${cellId} and c.read_id = r.read_id
    order by c.value desc nulls last, r.organ_name`.execute(db)
  return rows
}

/** The value below which that share of the rising values lies; between two of them in proportion. */
function quantile(rising: readonly number[], share: number): number {
  const at = (rising.length - 1) * share
  const [low, high] = [rising[Math.floor(at)] ?? 0, rising[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}

const shares = [0, 0.25, 0.5, 0.75, 1] as const

const spreadOf = (rising: readonly number[], unit: Unit): string[] =>
  shares.map((share) => {
    const value = quantile(rising, share)
    return unit === 'money' ? showValue(Math.round(value), unit) : String(Math.round(value * 100) / 100)
  })

const mostBins = 10

function binsOf(rising: readonly number[], { column }: FormPlace): Ranks['bins'] {
  const [lowest, highest] = [rising[0], rising.at(-1)]
  if (lowest === undefined || highest === undefined) return []
  const width = Math.max(1, Math.ceil((highest - lowest + 1) / mostBins))
  const bins = Array.from({ length: Math.floor((highest - lowest) / width) + 1 }, (_, index) => ({
    from: lowest + index * width,
    to: lowest + (index + 1) * width - 1,
    reports: 0,
  }))
  for (const value of rising) {
    const bin = bins[Math.floor((value - lowest) / width)]
    if (bin) bin.reports++
  }
  const show = (value: number) => showValue(value, column.unit)
  return bins.map(({ from, to, reports }) => ({ from: show(from), to: show(to), reports }))
}

/** Where the organs stand in one cell of one year, and how the figures spread. Undefined where no form has the cell. */
export async function ranksOf(
  db: Db,
  organId: string,
  year: number,
  cellId: string,
): Promise<Ranks | undefined> {
  const place = placeOf(cellId)
  if (place === undefined) return undefined
  const rows = await figuresOfYear(db, organId, year, cellId)
  const found = rows.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }]))
  const rising = found.map(({ value }) => value).reverse()
  const { unit } = place.column
  const firstOf = new Map<number, number>()
  for (const [index, { value }] of found.entries()) if (!firstOf.has(value)) firstOf.set(value, index + 1)
  return {
    cell: cellId,
    name: nameOfCell(cellId),
    unit,
    year,
    ranks: found.slice(0, 1000).map(({ organ_name, read_id, value }) => ({
      rank: firstOf.get(value) ?? 0,
      organName: organ_name,
      readId: read_id,
      value,
      shown: showValue(value, unit),
    })),
    counted: found.length,
    without: rows.length - found.length,
    spread: found.length === 0 ? [] : spreadOf(rising, unit),
    bins: binsOf(rising, place),
  }
}
