export type Mark = 'strong' | 'em' | 'u' | 'sup' | 'sub'

/** A stretch of text with one look, a line break, or a picture of ours. */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[]; readonly href?: string }
  | { readonly type: 'break' }
  | { readonly type: 'picture'; readonly src: string; readonly alt: string }

export type Place = 'right' | 'centre' | 'addressee' | 'signed'

export interface Paragraph {
  readonly type: 'paragraph'
  readonly level: 0 | 2 | 3 | 4
  readonly place?: Place
  readonly inlines: readonly Inline[]
  /** A list paragraph of a word processor: how deep, with which mark before it. */
  readonly item?: { readonly depth: number; readonly marker: string }
  /** Set in the face of a heading (bold throughout, 黑体, 楷体). */
  readonly bold?: boolean
}

export interface Cell {
  readonly heading: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly blocks: readonly Block[]
}

export interface Table {
  readonly type: 'table'
  readonly caption: readonly Inline[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface List {
  readonly type: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly items: readonly (readonly Block[])[]
}

export type Block =
  | Paragraph
  | Table
  | List
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'rule' }
