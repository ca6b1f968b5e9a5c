import type { FindingShown } from '../contract-desk.ts'

const flash = (element: HTMLElement): void => {
  element.scrollIntoView({ block: 'center' })
  element.classList.add('found-place')
  setTimeout(() => element.classList.remove('found-place'), 2500)
}

const blocks = 'p, h1, h2, h3, h4, li, td, th'

// The paragraphs of a text as the gate counts them: those that hold words, each once, cells of tables apart.
function paragraphs(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(blocks)].filter(
    (each) => each.textContent.trim() !== '' && !each.querySelector(blocks) && each.closest('table') === null,
  )
}

function placeInText(root: HTMLElement, place: string): HTMLElement {
  const cell = /表(\d+)第(\d+)行(?:第(\d+)列)?/.exec(place)
  if (cell) {
    const row = root.querySelectorAll('table')[Number(cell[1]) - 1]?.rows[Number(cell[2]) - 1]
    return row?.cells[Number(cell[3] ?? '1') - 1] ?? row ?? root
  }
  const paragraph = /第(\d+)段/.exec(place)
  return (paragraph && paragraphs(root)[Number(paragraph[1]) - 1]) || root
}

const idOf = (part: string, fileId: string | null, key: string): string => {
  if (part === 'file') return `file-${fileId}`
  return part === 'extra' ? `draft_${key.split(':')[0]?.replace('.', '_')}` : `draft_${part}`
}

/** Leads to where a finding stands: the paragraph or cell, the entry, or the file. */
export function leadTo({ part, place, fileId, key }: FindingShown): void {
  const text = document.querySelector<HTMLElement>('.text-editor, .text-shown')
  const target =
    part === 'body' && text ? placeInText(text, place) : document.getElementById(idOf(part, fileId, key))
  if (!target) return
  flash(target)
  if (target.tabIndex >= 0 || target.matches('input, textarea')) target.focus({ preventScroll: true })
}
