/** A piece of text on a page; x to the right, y downwards, in points. */
export interface Glyphs {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A ruled line: across (y fixed) or down (x fixed). */
export interface Rule {
  readonly across: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** One cell of a ruled table with the text in it. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly glyphs: Glyphs[]
}

const near = 2.5
const gapJoined = 7
const mostLines = 160

/** Values that lie within a hair of each other, as one each. */
function clustered(values: readonly number[]): number[] {
  const sorted = [...values].sort((one, other) => one - other)
  const groups: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const value of sorted) {
    if (value - last > near) groups.push(value)
    last = value
  }
  return groups
}

type Spans = readonly (readonly [number, number])[]

/** For each line position the stretches along which it is drawn, small gaps closed. */
function spansOf(rules: readonly Rule[], positions: readonly number[]): Spans[] {
  const found: [number, number][][] = positions.map(() => [])
  for (const rule of rules) {
    const index = positions.findIndex((position) => Math.abs(position - rule.at) <= near * 2)
    found[index]?.push([rule.from, rule.to])
  }
  return found.map((spans) => {
    const joined: [number, number][] = []
    for (const [from, to] of spans.sort((one, other) => one[0] - other[0])) {
      const last = joined.at(-1)
      if (last && from <= last[1] + gapJoined) last[1] = Math.max(last[1], to)
      else joined.push([from, to])
    }
    return joined
  })
}

const covers = (spans: Spans | undefined, place: number): boolean =>
  spans?.some(([from, to]) => from - near <= place && place <= to + near) ?? false

const middle = (positions: readonly number[], index: number): number =>
  ((positions[index] ?? 0) + (positions[index + 1] ?? 0)) / 2

/** The cells that the ruled lines of a page enclose, merged ones as one; what is not enclosed is no cell. */
export function gridOf(rules: readonly Rule[]): GridCell[] {
  const down = rules.filter((rule) => !rule.across)
  const across = rules.filter((rule) => rule.across)
  const xs = clustered(down.map((rule) => rule.at))
  const ys = clustered(across.map((rule) => rule.at))
  if (xs.length < 2 || ys.length < 2 || xs.length > mostLines || ys.length > mostLines) return []
  const parts = new Parts(xs, ys, spansOf(down, xs), spansOf(across, ys))
  return parts.cells()
}

/** The smallest rectangles between all lines, joined where no line parts them. */
class Parts {
  readonly #xs: readonly number[]
  readonly #ys: readonly number[]
  readonly #down: readonly Spans[]
  readonly #across: readonly Spans[]
  readonly #leader: number[]
  readonly #columns: number

  constructor(
    xs: readonly number[],
    ys: readonly number[],
    down: readonly Spans[],
    across: readonly Spans[],
  ) {
    this.#xs = xs
    this.#ys = ys
    this.#down = down
    this.#across = across
    this.#columns = xs.length - 1
    this.#leader = Array.from({ length: this.#columns * (ys.length - 1) }, (_, index) => index)
  }

  #find(index: number): number {
    let at = index
    while (this.#leader[at] !== at) at = this.#leader[at] ?? at
    return at
  }

  #joinAll(): Set<number> {
    const open = new Set<number>()
    const rows = this.#ys.length - 1
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < this.#columns; column++) {
        const index = row * this.#columns + column
        const [x, y] = [middle(this.#xs, column), middle(this.#ys, row)]
        if (!covers(this.#down[column + 1], y))
          this.#meet(index, column + 1 < this.#columns ? index + 1 : -1, open)
        if (!covers(this.#across[row + 1], x))
          this.#meet(index, row + 1 < rows ? index + this.#columns : -1, open)
        if (column === 0 && !covers(this.#down[0], y)) open.add(index)
        if (row === 0 && !covers(this.#across[0], x)) open.add(index)
      }
    return open
  }

  #meet(index: number, other: number, open: Set<number>): void {
    if (other < 0) open.add(index)
    else this.#leader[this.#find(other)] = this.#find(index)
  }

  cells(): GridCell[] {
    const outside = new Set([...this.#joinAll()].map((index) => this.#find(index)))
    const groups = new Map<number, { row: number; column: number; lastRow: number; lastColumn: number }>()
    for (let index = 0; index < this.#leader.length; index++) {
      const leader = this.#find(index)
      if (outside.has(leader)) continue
      const row = Math.floor(index / this.#columns)
      const column = index % this.#columns
      const group = groups.get(leader) ?? { row, column, lastRow: row, lastColumn: column }
      groups.set(leader, {
        row: Math.min(group.row, row),
        column: Math.min(group.column, column),
        lastRow: Math.max(group.lastRow, row),
        lastColumn: Math.max(group.lastColumn, column),
      })
    }
    return [...groups.values()].map(({ row, column, lastRow, lastColumn }) => ({
      row,
      column,
      left: this.#xs[column] ?? 0,
      right: this.#xs[lastColumn + 1] ?? 0,
      top: this.#ys[row] ?? 0,
      bottom: this.#ys[lastRow + 1] ?? 0,
      glyphs: [],
    }))
  }
}

/** Puts each piece of text into the cell its middle lies in; answers what lies in none. */
export function fillGrid(cells: readonly GridCell[], glyphs: readonly Glyphs[]): readonly Glyphs[] {
  return glyphs.filter((piece) => {
    const x = piece.x + piece.width / 2
    const y = piece.y + piece.height / 2
    const cell = cells.find((each) => each.left <= x && x < each.right && each.top <= y && y < each.bottom)
    cell?.glyphs.push(piece)
    return cell === undefined
  })
}
