import { entryKey, type StandardEntry, type Tier, tiers } from './entry.ts'
import { filled, type Grid } from './grid.ts'
import { type ColumnName, columns, type StandardHeader } from './header.ts'
import { carriersIn, markOf } from './marks.ts'

/** One thing wrong with one row of the table, counted as the file counts its rows. */
export interface WrongEntry {
  readonly row: number
  readonly column: string
  readonly message: string
}

export interface ReadEntry {
  readonly row: number
  readonly entry: StandardEntry
}

type Words = Record<ColumnName, string>
type Tell = (column: ColumnName, message: string) => void

const ditto = /^(?:同上|〃|″|“|"|同前)$/u
const isDitto = (cell: string): boolean => ditto.test(cell.replaceAll(/\s+/gu, ''))
const needed = ['first', 'content', 'basis', 'limit', 'subject'] as const
const wordColumns = ['first', 'second', 'content', 'basis', 'limit', 'subject', 'carriers', 'groups'] as const

/** The words of a row, and the columns whose 同上 follows a cell that is itself at fault: said once, there. */
interface Row {
  readonly words: Words
  readonly excused: ReadonlySet<ColumnName>
}

/** The words of a row, 同上 resolved from the row above. */
function wordsIn(
  cells: readonly string[],
  above: Words | undefined,
  header: StandardHeader,
  tell: Tell,
): Row {
  const words = {} as Words
  const excused = new Set<ColumnName>()
  for (const name of Object.keys(columns) as ColumnName[]) {
    const column = header.at[name]
    const cell = column ? (cells[column - 1] ?? '').trim() : ''
    words[name] = isDitto(cell) ? (above?.[name] ?? '') : cell
    if (!isDitto(cell) || words[name]) continue
    excused.add(name)
    if (!above) tell(name, `写的是“${cell.trim()}”，上面没有可以沿用的内容`)
  }
  if (!words.first && above) words.first = above.first
  return { words, excused }
}

const ticksIn = (words: Words): Tier[] =>
  (Object.keys(tiers) as Tier[]).filter((tier) => markOf(words[tier]).kind === 'yes')

function tickOf(words: Words, name: ColumnName, tell: Tell): boolean {
  const mark = markOf(words[name])
  if (mark.kind === 'words' && name !== 'groups')
    tell(name, `写的是“${mark.words.slice(0, 20)}”；这一栏只打勾（√、■）或者留空`)
  return mark.kind === 'yes'
}

function audienceOf(words: Words, tell: Tell): Pick<StandardEntry, 'everybody' | 'groups'> {
  const everybody = tickOf(words, 'everybody', tell)
  const group = markOf(words.groups)
  const groups = group.kind === 'words' ? group.words : group.kind === 'yes' ? '特定群体' : ''
  if (!everybody && !groups && markOf(words.everybody).kind === 'no')
    tell('everybody', '公开对象一个也没有选，应当是全社会或者特定群体')
  return { everybody, groups }
}

function wayOf(words: Words, tell: Tell): Pick<StandardEntry, 'published' | 'onRequest'> {
  const published = tickOf(words, 'published', tell)
  const onRequest = tickOf(words, 'onRequest', tell)
  const isBlank = markOf(words.published).kind === 'no' && markOf(words.onRequest).kind === 'no'
  if (isBlank) tell('published', '公开方式一个也没有选，应当是主动或者依申请')
  return { published, onRequest }
}

function tiersOf(words: Words, tell: Tell): Tier[] {
  for (const tier of Object.keys(tiers) as Tier[]) tickOf(words, tier, tell)
  const ticked = ticksIn(words)
  if (ticked.length === 0) tell('county', '公开层级一个也没有选')
  return ticked
}

function entryIn(
  cells: readonly string[],
  { words, excused }: Row,
  header: StandardHeader,
  tell: Tell,
): StandardEntry {
  for (const name of needed)
    if (!words[name] && !excused.has(name)) tell(name, `没有填写${columns[name].label}`)
  const carriers = carriersIn(words.carriers)
  if (carriers.length === 0 && !excused.has('carriers')) tell('carriers', '公开渠道和载体一个也没有选')
  const more = header.more.flatMap(({ heading, column }) => {
    const cell = (cells[column - 1] ?? '').trim()
    return cell ? [[heading, cell]] : []
  })
  const plain = Object.fromEntries(wordColumns.map((name) => [name, words[name]])) as Words
  const { first, second, content, basis, limit, subject } = plain
  return {
    ...{ first, second, content, basis, limit, subject, carriers },
    ...audienceOf(words, tell),
    ...wayOf(words, tell),
    tiers: tiersOf(words, tell),
    more: Object.fromEntries(more),
  }
}

/** A row of notes below the table, a heading repeated on a new page, or nothing at all. */
function isBeside(cells: readonly string[], header: StandardHeader): boolean {
  const said = cells.filter(Boolean)
  if (said.length === 0) return true
  if (new Set(said).size === 1) return true
  const heads = (Object.keys(header.at) as ColumnName[]).filter((name) =>
    columns[name].pattern.test((cells[(header.at[name] ?? 0) - 1] ?? '').replaceAll(/\s+/gu, '')),
  )
  return heads.length >= 6
}

/** The entries below the headings, and everything that is wrong, in the order of the file. */
export function standardRows(
  grid: Grid,
  header: StandardHeader,
): { entries: ReadEntry[]; wrong: WrongEntry[] } {
  const entries: ReadEntry[] = []
  const wrong: WrongEntry[] = []
  const seen = new Map<string, number>()
  let above: Words | undefined
  for (const [index, cells] of filled(grid).entries()) {
    const row = index + 1
    if (row < header.firstRow || isBeside(cells, header)) continue
    const before = wrong.length
    const tell: Tell = (column, message) => wrong.push({ row, column: columns[column].label, message })
    const line = wordsIn(cells, above, header, tell)
    const entry = entryIn(cells, line, header, tell)
    above = line.words
    const same = seen.get(entryKey(entry))
    if (same !== undefined && entry.first)
      tell(entry.second ? 'second' : 'first', `与第${same}行是同一个事项`)
    seen.set(entryKey(entry), same ?? row)
    if (wrong.length === before && line.excused.size === 0) entries.push({ row, entry })
  }
  return { entries, wrong }
}
