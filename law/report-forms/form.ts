/** The shape in which a form of the annual report is described. One form is one value of type Form. */

export type FormId = '2019' | '2021'
export type TableId = 'proactive' | 'requests' | 'remedies'
export type SectionId = 'overview' | 'proactive' | 'requests' | 'remedies' | 'problems' | 'other'
/** Where a piece of text stands: one of the six parts, or before the first. */
export type TextId = SectionId | 'preamble'

/** `count`: whole and not negative. `change`: whole, may be negative. `money`: 万元, held as whole 分. */
export type Unit = 'count' | 'change' | 'money'

/** A stable name of one cell: `requests.granted.naturalPerson`, `review.upheld`, `proactive.fees.amount`. */
export type CellId = string

export interface Labelled {
  /** The label as the form prints it. */
  readonly label: string
  /** Other labels met in published reports that mean the same. */
  readonly variants?: readonly string[]
}

export interface Column extends Labelled {
  readonly id: string
  readonly unit: Unit
}

export interface Row extends Labelled {
  /** The cell ids of the row are `${key}.${column.id}`. */
  readonly key: string
  /** Headings above the row, outermost first: 三、本年度办理结果 › （三）不予公开. */
  readonly under: readonly string[]
  /** What the figure counts, in the words of the form's explanation. */
  readonly counts: string
  /** Only organs of this power can have a figure other than 0 here. */
  readonly onlyFor?: 'ruleMakers'
  /** A row some places add to the form; a report without it is complete. */
  readonly local?: true
}

export interface Block {
  readonly id: string
  /** The line above the block: 第二十条第（一）项, 行政复议. Outermost first. */
  readonly titles: readonly Labelled[]
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Table {
  readonly id: TableId
  /** Which form the table belongs to; `both` where the two print the same table. */
  readonly form: FormId | 'both'
  /** The words printed in the corner of the table. */
  readonly corner?: string
  readonly blocks: readonly Block[]
}

export interface Section extends Labelled {
  readonly id: SectionId
  readonly number: string
  readonly table?: TableId
}

/** One identity: the figures on the left add up to those on the right. */
export interface Identity {
  readonly rule: 'columnBalance' | 'leafSum' | 'applicantSum' | 'remedySum'
  readonly left: readonly CellId[]
  readonly right: readonly CellId[]
  /** Printed in the form itself, or following from what the figures are. */
  readonly printed: boolean
}

export interface Form {
  readonly id: FormId
  /** The notice that published the form. */
  readonly notice: { readonly title: string; readonly number: string }
  /** Report years for which the form is the right one. */
  readonly years: { readonly from: number; readonly to?: number }
  readonly sections: readonly Section[]
  readonly tables: readonly [Table, Table, Table]
}
