export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

export const multiply = (one: Matrix, other: Matrix): Matrix => [
  one[0] * other[0] + one[2] * other[1],
  one[1] * other[0] + one[3] * other[1],
  one[0] * other[2] + one[2] * other[3],
  one[1] * other[2] + one[3] * other[3],
  one[0] * other[4] + one[2] * other[5] + one[4],
  one[1] * other[4] + one[3] * other[5] + one[5],
]

export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

type Point = readonly [number, number]

export const apply = (matrix: Matrix, x: number, y: number): Point => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
]

export function boxOf(points: readonly Point[]): Box {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.bottom = Math.min(box.bottom, y)
    box.top = Math.max(box.top, y)
  }
  return box
}

/** The box of a rectangle under a matrix. */
export const placed = (matrix: Matrix, left: number, bottom: number, right: number, top: number): Box =>
  boxOf([
    apply(matrix, left, bottom),
    apply(matrix, right, bottom),
    apply(matrix, left, top),
    apply(matrix, right, top),
  ])

export const area = ({ left, bottom, right, top }: Box): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom)

export const shared = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
})

/** Which part of a box lies under another, from 0 to 1. */
export const coveredPart = (box: Box, by: Box): number => {
  const whole = area(box)
  return whole > 0 ? area(shared(box, by)) / whole : 0
}

export const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.bottom && y <= box.top

const operands: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }

/**
 * The boxes of those runs of a path that fill their box (rectangles and the like). A frame around a hole covers
 * nothing: a run within another is a hole by the even-odd rule, or where it turns the other way.
 */
export function filledBoxes(path: ArrayLike<number>, matrix: Matrix, isEvenOdd: boolean): readonly Box[] {
  const runs: Point[][] = []
  for (let at = 0; at < path.length; ) {
    const kind = path[at++] ?? 4
    const size = operands[kind] ?? 0
    if (kind === 0) runs.push([])
    if (size > 0) runs.at(-1)?.push(apply(matrix, path[at + size - 2] ?? 0, path[at + size - 1] ?? 0))
    at += size
  }
  const shapes = runs
    .filter((run) => run.length >= 3)
    .map((run) => ({ box: boxOf(run), turn: turnOf(run) }))
    .filter(({ box, turn }) => Math.abs(turn) > area(box) * 0.85)
  if (shapes.length > 500) return shapes.map(({ box }) => box)
  type Shape = (typeof shapes)[number]
  const isHole = (inner: Shape, outer: Shape): boolean =>
    inner !== outer &&
    area(inner.box) < area(outer.box) &&
    coveredPart(inner.box, outer.box) > 0.99 &&
    (isEvenOdd || Math.sign(inner.turn) !== Math.sign(outer.turn))
  return shapes
    .filter((one) => !shapes.some((other) => isHole(one, other) || isHole(other, one)))
    .map(({ box }) => box)
}

// The area within, by the shoelace; its sign is the way the run turns.
function turnOf(run: readonly Point[]): number {
  let sum = 0
  for (const [i, [x, y]] of run.entries()) {
    const [nextX, nextY] = run[(i + 1) % run.length] ?? [x, y]
    sum += x * nextY - nextX * y
  }
  return sum / 2
}
