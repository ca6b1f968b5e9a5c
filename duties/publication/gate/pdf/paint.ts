import {
  apply,
  area,
  type Box,
  boxOf,
  filledBoxes,
  identity,
  type Matrix,
  multiply,
  placed,
} from './geometry.ts'

type Unseen = 'mode' | 'alpha' | 'layer'

/** A stretch of text as painted: when, where, in which colour, and whether something made it invisible. */
export interface PaintedText {
  readonly order: number
  readonly text: string
  readonly box: Box
  readonly colour: string
  readonly size: number
  readonly unseen?: Unseen
}

/** An area painted over what was there: a filled shape or a picture. */
export interface PaintedArea {
  readonly order: number
  readonly box: Box
  /** '' where it is not one colour. */
  readonly colour: string
  readonly isOpaque: boolean
  readonly isPicture: boolean
}

export interface Painting {
  readonly texts: readonly PaintedText[]
  readonly areas: readonly PaintedArea[]
}

interface Glyph {
  readonly unicode?: string
  readonly width?: number
  readonly isSpace?: boolean
}

interface State {
  matrix: Matrix
  colour: string
  alpha: number
  blend: string
  mode: number
  fontSize: number
  fontScale: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
}

const start = (): State => ({
  ...{
    matrix: identity,
    colour: '#000000',
    alpha: 1,
    blend: 'source-over',
    mode: 0,
    fontSize: 0,
    fontScale: 0.001,
  },
  ...{ charSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 },
})

const asNumbers = (given: unknown): readonly number[] =>
  Array.isArray(given) && Array.isArray(given[0])
    ? (given[0] as number[])
    : ArrayBuffer.isView((given as unknown[])?.[0])
      ? Array.from((given as Float32Array[])[0] ?? [])
      : ((given as number[]) ?? [])

function matrixOf(given: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = asNumbers(given)
  return [a, b, c, d, e, f]
}

/** Plays the operators of a page (as pdfjs lists them) and notes what is painted where, in order. */
export class Painter {
  readonly texts: PaintedText[] = []
  readonly areas: PaintedArea[] = []
  private state = start()
  private readonly stack: State[] = []
  private textMatrix: Matrix = identity
  private lineMatrix: Matrix = identity
  private order = 0
  private readonly layers: boolean[] = []
  private readonly steps: Readonly<Record<string, (args: unknown[]) => void>>
  private readonly isLayerShown: (group: unknown) => boolean
  private readonly fills: ReadonlyMap<number, boolean>

  /** `fills`: the operators that fill a path, true for those by the even-odd rule. */
  constructor(fills: ReadonlyMap<number, boolean>, isLayerShown: (group: unknown) => boolean) {
    this.fills = fills
    this.isLayerShown = isLayerShown
    this.steps = { ...this.stateSteps(), ...this.textSteps(), ...this.areaSteps() }
  }

  play(operator: string, args: unknown[]): void {
    this.order++
    this.steps[operator]?.(args)
  }

  private stateSteps(): Record<string, (args: unknown[]) => void> {
    const save = () => this.stack.length < 2_000 && this.stack.push({ ...this.state })
    const restore = () => {
      this.state = this.stack.pop() ?? this.state
    }
    const transform = (matrix: Matrix) => {
      this.state.matrix = multiply(this.state.matrix, matrix)
    }
    return {
      save,
      restore,
      transform: (args) => transform(matrixOf(args)),
      paintFormXObjectBegin: (args) => {
        save()
        if (args[0]) transform(matrixOf([args[0]]))
      },
      paintFormXObjectEnd: restore,
      beginGroup: save,
      endGroup: restore,
      setGState: (args) => this.graphics((args[0] as [string, unknown][]) ?? []),
      setFillRGBColor: (args) => this.colour(args),
      setFillColorN: () => this.colour(['']),
      setFillTransparent: () => this.colour(['transparent']),
      beginMarkedContentProps: (args) => this.layers.push(args[0] !== 'OC' || this.isLayerShown(args[1])),
      beginMarkedContent: () => this.layers.push(true),
      endMarkedContent: () => this.layers.pop(),
    }
  }

  private colour([first, green, blue]: unknown[]): void {
    const hex = (part: unknown) => Number(part).toString(16).padStart(2, '0')
    this.state.colour =
      typeof first === 'number' ? `#${hex(first)}${hex(green)}${hex(blue)}` : String(first ?? '')
  }

  private graphics(settings: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of settings) {
      if (key === 'ca') this.state.alpha = Number(value)
      else if (key === 'BM') this.state.blend = String(value)
      else if (key === 'Font' && Array.isArray(value)) this.state.fontSize = Number(value[1])
    }
  }

  private textSteps(): Record<string, (args: unknown[]) => void> {
    const set = (key: 'charSpacing' | 'wordSpacing' | 'leading' | 'rise' | 'mode') => (args: unknown[]) => {
      this.state[key] = Number(args[0])
    }
    const move = (x: number, y: number) => {
      this.lineMatrix = multiply(this.lineMatrix, [1, 0, 0, 1, x, y])
      this.textMatrix = this.lineMatrix
    }
    return {
      beginText: () => {
        this.textMatrix = identity
        this.lineMatrix = identity
      },
      setFont: (args) => {
        this.state.fontSize = Number(args[1])
      },
      setCharSpacing: set('charSpacing'),
      setWordSpacing: set('wordSpacing'),
      setLeading: (args) => {
        this.state.leading = -Number(args[0])
      },
      setTextRise: set('rise'),
      setTextRenderingMode: set('mode'),
      setHScale: (args) => {
        this.state.stretch = Number(args[0]) / 100
      },
      setTextMatrix: (args) => {
        this.lineMatrix = matrixOf(args)
        this.textMatrix = this.lineMatrix
      },
      moveText: (args) => move(Number(args[0]), Number(args[1])),
      setLeadingMoveText: (args) => {
        this.state.leading = Number(args[1])
        move(Number(args[0]), Number(args[1]))
      },
      nextLine: () => move(0, this.state.leading),
      showText: (args) => this.show((args[0] as (Glyph | number)[]) ?? []),
      showSpacedText: (args) => this.show((args[0] as (Glyph | number)[]) ?? []),
    }
  }

  // Runs are cut at wide gaps, so that one bar over one word of a line is seen.
  private show(glyphs: readonly (Glyph | number)[]): void {
    const { fontSize, fontScale, charSpacing, wordSpacing, stretch } = this.state
    let x = 0
    let from = 0
    let text = ''
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') x -= (glyph / 1000) * fontSize * stretch
      else {
        if (text === '') from = x
        text += glyph.unicode ?? ''
        x +=
          ((glyph.width ?? 0) * fontScale * fontSize + charSpacing + (glyph.isSpace ? wordSpacing : 0)) *
          stretch
        if (text.length >= 4) {
          this.note(text, from, x)
          text = ''
        }
      }
    }
    if (text !== '') this.note(text, from, x)
    this.textMatrix = multiply(this.textMatrix, [1, 0, 0, 1, x, 0])
  }

  private note(text: string, from: number, to: number): void {
    const { fontSize, rise, matrix, colour, mode, alpha } = this.state
    const whole = multiply(matrix, this.textMatrix)
    const size = Math.abs(fontSize) * Math.hypot(whole[2], whole[3])
    const [low, high] = [rise - fontSize * 0.15, rise + fontSize * 0.7]
    const box = boxOf([
      apply(whole, from, low),
      apply(whole, to, low),
      apply(whole, from, high),
      apply(whole, to, high),
    ])
    const unseen: Unseen | undefined = this.layers.includes(false)
      ? 'layer'
      : mode === 3 || mode === 7
        ? 'mode'
        : alpha <= 0.05
          ? 'alpha'
          : undefined
    if (text.trim() === '') return
    this.texts.push({
      order: this.order,
      text,
      box,
      colour: mode === 1 ? 'stroke' : colour,
      size,
      ...(unseen ? { unseen } : {}),
    })
  }

  private areaSteps(): Record<string, (args: unknown[]) => void> {
    const unit = (isPicture: boolean, isFilled: boolean) => () =>
      this.area(placed(this.state.matrix, 0, 0, 1, 1), isPicture, isFilled ? this.state.colour : '')
    return {
      constructPath: ([kind, paths]) => {
        const [path] = (paths as [ArrayLike<number> | null]) ?? []
        if (!path || !this.fills.has(Number(kind))) return
        for (const box of filledBoxes(path, this.state.matrix, this.fills.get(Number(kind)) === true))
          this.area(box, false, this.state.colour)
      },
      paintImageXObject: unit(true, false),
      paintInlineImageXObject: unit(true, false),
      paintImageMaskXObject: unit(true, true),
      paintSolidColorImageMask: unit(false, true),
    }
  }

  private area(box: Box, isPicture: boolean, colour: string): void {
    const { alpha, blend } = this.state
    if (this.layers.includes(false) || colour === 'transparent' || area(box) < 1) return
    const isOpaque = alpha >= 0.95 && /^(source-over|normal|undefined)$/i.test(blend)
    this.areas.push({ order: this.order, box, colour, isOpaque, isPicture })
  }
}
