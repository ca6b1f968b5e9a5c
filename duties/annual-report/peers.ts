import { type Kysely, sql } from 'kysely'
import type { CellId } from '#law/report-forms/form.ts'
import { formForYear } from '#law/report-forms/forms.ts'
import { type Cell, numberCell, type Report } from '#law/report-forms/report.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { plausibility, watchedCells } from './rules/checks-plausible.ts'
import { levelOfOrgan } from './rules/organ-level.ts'

type Db = Kysely<Database>

/** As many as a median needs at most. */
const mostPeers = 400

interface PeerRow {
  name: string
  cells: Record<CellId, Cell>
}

const reportsFrom = (rows: readonly PeerRow[], year: number): Report[] => {
  const form = formForYear(year)?.id ?? '2021'
  return rows.map(({ name, cells }) => ({ organ: { name }, year, form, cells, texts: {} }))
}

// Towns and streets, and governments, beside those of their kind under the same organ; a department beside those of
// its name elsewhere: 民政局 beside 民政局.
async function published(db: Db, organ: Organ, year: number): Promise<PeerRow[]> {
  const isPeer =
    organ.kind === 'department' || organ.kind === 'vertical'
      ? sql`n.short_name = ${organ.shortName}`
      : sql`exists (select from organ_closure mine join organ_closure theirs
          on theirs.organ_id = mine.organ_id and theirs.axis = mine.axis and theirs.depth = 1
          where mine.descendant_id = ${organ.organId} and mine.axis = 'region' and mine.depth = 1
            and theirs.descendant_id = o.organ_id)`
  const { rows } = await sql<PeerRow>`
    select r.report -> 'organ' ->> 'name' as name,
      (select coalesce(jsonb_object_agg(id, r.report -> 'cells' -> id), '{}')
        from unnest(${[...watchedCells]}::text[]) id where r.report -> 'cells' ? id) as cells
    from report_row r
    join organ o on o.organ_id = r.organ_id
    join organ_name n on n.organ_id = o.organ_id and n.until_on is null
    where r.year = ${year} and r.published_at is not null and r.report is not null
      and o.organ_id <> ${organ.organId} and o.kind = ${organ.kind} and o.level = ${organ.level} and ${isPeer}
    order by o.sort, o.code limit ${mostPeers}`.execute(db)
  return rows
}

interface ReadCell {
  read_id: string
  organ_name: string
  cell: CellId
  value: number
}

const isAlike = (organ: Organ, name: string): boolean =>
  organ.kind === 'department' || organ.kind === 'vertical'
    ? organ.shortName !== '' && name.endsWith(organ.shortName)
    : levelOfOrgan(name) === levelOfOrgan(organ.name)

/** What the organ or one above it has read of organs alike that do not use the system, the last reading of each. */
async function read(db: Db, organ: Organ, year: number, known: ReadonlySet<string>): Promise<PeerRow[]> {
  const { rows } = await sql<ReadCell>`
    select c.read_id, r.organ_name, c.cell, c.value from read_report r
    join read_cell c on c.organ_id = r.organ_id and c.read_id = r.read_id
    where r.year = ${year} and r.refused is null and c.cell = any(${[...watchedCells]}::text[])
      and r.organ_id in (select ${organ.organId}::uuid union
        select organ_id from organ_closure where descendant_id = ${organ.organId} and axis = 'region')
    order by r.read_at desc limit ${mostPeers * watchedCells.length}`.execute(db)
  const latest = new Map<string, { readId: string; cells: Record<CellId, Cell> }>()
  for (const { read_id: readId, organ_name: name, cell, value } of rows) {
    if (known.has(name) || !isAlike(organ, name)) continue
    const entry = latest.get(name) ?? { readId, cells: {} }
    latest.set(name, entry)
    if (entry.readId === readId) entry.cells[cell] = numberCell(Number(value))
  }
  return [...latest].map(([name, { cells }]) => ({ name, cells }))
}

async function ofYear(db: Db, organ: Organ, year: number): Promise<Report[]> {
  const ours = await published(db, organ, year)
  const known = new Set([organ.name, ...ours.map(({ name }) => name)])
  return reportsFrom([...ours, ...(await read(db, organ, year, known))], year)
}

/**
 * The published reports that an organ's is held against, with the figures that are watched: of organs of its kind and
 * level, in the system or read out of files. Of the year before, where too few have published the year yet.
 */
export async function peersOf(db: Db, organ: Organ, year: number): Promise<readonly Report[]> {
  const now = await ofYear(db, organ, year)
  return now.length >= plausibility.peersAtLeast ? now : ofYear(db, organ, year - 1)
}
