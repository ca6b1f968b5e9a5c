import type { Page } from './find-labels.ts'
import { remedyTitles } from './labels.ts'
import { bareOf } from './normal.ts'

const remark = /\([^()\ue001\ue000|\t]{4,220}?\)/g

/** Brackets that only explain a label: 指2019年事项数, 单位:万元,保留4位小数. Figures never stand in them. */
function isRemark(words: string): boolean {
  // 行政诉讼（未经复议直接起诉） is a label to its end.
  if (remedyTitles.some((title) => words === `(${title})`)) return false
  return /[一-龥]/.test(words) && !/(^|\s)\d[\d,.]*\s+\d[\d,.]*(\s|$)/.test(words.slice(1, -1))
}

/** Makes a text ready for searching. Blots out remarks in brackets, so that their digits are not taken for figures. */
export function pageOf(text: string): Page {
  const shown = text.replace(remark, (words) => (isRemark(words) ? ' '.repeat(words.length) : words))
  return { text, shown, bare: bareOf(shown) }
}
