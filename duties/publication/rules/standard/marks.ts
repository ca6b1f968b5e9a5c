const ticked = '■☑☒√✓✔●◉▣'
const open = '□☐○◯×✗✘'
const ticks = new RegExp(`^[${ticked}]$|^(?:是|有|Y|y|1)$`, 'u')
const blanks = new RegExp(`^[${open}]?$|^(?:否|无|N|n|0|[-—–/／]+)$`, 'u')

export type Mark = { kind: 'yes' } | { kind: 'no' } | { kind: 'words'; words: string }

/** A cell of a column of ticks: ticked, not ticked, or words beside or instead of the tick. */
export function markOf(cell: string): Mark {
  const bare = cell.replaceAll(/\s+/gu, '')
  if (ticks.test(bare)) return { kind: 'yes' }
  if (blanks.test(bare)) return { kind: 'no' }
  const words = cell.replaceAll(new RegExp(`[${ticked}]`, 'gu'), '').trim()
  return new RegExp(`^[${open}]`, 'u').test(bare) ? { kind: 'no' } : { kind: 'words', words }
}

const box = new RegExp(`[${ticked}${open}]`, 'u')
const tidy = (words: string): string =>
  words.replaceAll(/\s+/gu, '').replace(/^[、，,；;：:]+|[、，,；;。]+$/gu, '')

/**
 * The carriers that a cell ticks. With boxes (■政府网站 □政府公报) those after a full box; without any box all that
 * are named, parted by line, comma or space.
 */
export function carriersIn(cell: string): string[] {
  if (!box.test(cell)) return unique(cell.split(/[\n、，,；;]+|\s{1,}/u).map(tidy))
  const parts = cell.split(new RegExp(`(?=[${ticked}${open}])`, 'u'))
  return unique(parts.filter((part) => ticked.includes(part.charAt(0))).map((part) => tidy(part.slice(1))))
}

const unique = (words: readonly string[]): string[] => [...new Set(words.filter(Boolean))]
