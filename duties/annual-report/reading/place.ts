/** Where in the source something was read. Lines, columns, pages, tables, rows are counted from 1. */
export type Place =
  | {
      readonly kind: 'text'
      readonly offset: number
      readonly length: number
      readonly line: number
      readonly column: number
    }
  | { readonly kind: 'cell'; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly address: string }
  | {
      readonly kind: 'page'
      readonly page: number
      /** Left, top, width, height in points from the upper left corner of the page. */
      readonly box: readonly [number, number, number, number]
    }

/**
 * A source as one text, able to say where each stretch of it stood. Offsets, lines and columns of a page or a
 * Word document are those of this text.
 */
export interface Unfolded {
  readonly kind: 'text' | 'html' | 'pdf' | 'docx' | 'xlsx'
  readonly encoding?: string
  readonly raw: string
  readonly placeOf: (from: number, to: number) => Place
}

/** Why a file cannot be read as a report, as one sentence with what would help. */
export class Unreadable extends Error {}

/** Said of what no single report can be. */
export const tooMuch = '文件内容远多于一份年度报告，没有读，请只提供年度报告本身。'

const damaged = '文件损坏或者格式不完整，打不开，请重新下载或者另存后再试。'

/** What a library for containers answers; what it throws over a damaged file is no fault of ours. */
export async function byLibrary<Opened>(
  open: () => Promise<Opened> | Opened,
  why = damaged,
): Promise<Opened> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(why)
  }
}

/** Places of a plain text by line and column. */
export function textPlaces(text: string): (from: number, to: number) => Place {
  let starts: number[] | undefined
  return (from, to) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= from) low = middle
      else high = middle - 1
    }
    return {
      kind: 'text',
      offset: from,
      length: to - from,
      line: low + 1,
      column: from - (starts[low] ?? 0) + 1,
    }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** A place of a cell, as words for a finding: 第2个表格第5行第3格, 第3页, 第48行. */
export function placeInChinese(place: Place): string {
  switch (place.kind) {
    case 'text':
      return `第${place.line}行第${place.column}字`
    case 'cell':
      return `第${place.table}个表格第${place.row}行第${place.column}格`
    case 'sheet':
      return `${place.sheet}！${place.address}`
    case 'page':
      return `第${place.page}页`
  }
}
