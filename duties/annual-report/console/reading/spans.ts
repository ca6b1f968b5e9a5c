/** A stretch of the source: plain words, or the figure of a cell. */
export interface Piece {
  readonly from: number
  readonly text: string
  readonly cell?: string
}

interface Placed {
  readonly at: readonly [number, number]
}

/**
 * The source cut at the figures that were read from it. Of figures that share a place the chosen one has it; a cell
 * without signs of its own, a blank, shows a mark where it stands, once it is chosen.
 */
export function piecesOf(
  source: string,
  cells: Readonly<Record<string, Placed>>,
  chosen: string | null,
): readonly Piece[] {
  const placed = Object.entries(cells).map(([cell, { at }]) => ({ cell, from: at[0], to: at[1] }))
  const own = placed.find(({ cell }) => cell === chosen)
  const others = placed
    .filter(({ cell, from, to }) => cell !== chosen && to > from && !(own && from < own.to && own.from < to))
    .sort((one, other) => one.from - other.from)
  const all = own ? [...others, own].sort((one, other) => one.from - other.from) : others
  const pieces: Piece[] = []
  let done = 0
  for (const { cell, from, to } of all) {
    if (from < done) continue
    if (from > done) pieces.push({ from: done, text: source.slice(done, from) })
    pieces.push({ from, text: to > from ? source.slice(from, to) : '▏', cell })
    done = to
  }
  if (done < source.length) pieces.push({ from: done, text: source.slice(done) })
  return pieces
}
