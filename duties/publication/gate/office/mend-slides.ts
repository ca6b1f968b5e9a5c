import type { OfficePackage } from './package.ts'
import { slidesOf } from './slides.ts'
import { attr, below, prune, type Xml } from './xml.ts'

const isHiddenShape = (shape: Xml): boolean => {
  if (!/^(sp|pic|graphicFrame|grpSp|cxnSp)$/.test(shape.local)) return false
  const name = Array.from(below(shape, 'cNvPr'))[0]
  return name !== undefined && /^(1|true)$/.test(attr(name, 'hidden') ?? '0')
}

function idOf(office: OfficePackage, part: string): string | undefined {
  return office.relationships('ppt/presentation.xml').find(({ target }) => target === part)?.id
}

/** Takes out hidden slides and shapes. */
export function removeHiddenSlides(office: OfficePackage): void {
  const presentation = office.tree('ppt/presentation.xml')
  for (const { part, isHidden } of slidesOf(office)) {
    const tree = office.tree(part)
    if (!isHidden) {
      if (tree) prune(tree, (one) => !isHiddenShape(one))
      continue
    }
    const id = idOf(office, part)
    if (presentation) prune(presentation, (one) => one.local !== 'sldId' || one.attributes.get('r:id') !== id)
    office.drop(part)
  }
}

/** Shows hidden slides and shapes. */
export function showHiddenSlides(office: OfficePackage): void {
  for (const { part } of slidesOf(office)) {
    const tree = office.tree(part)
    tree?.attributes.delete('show')
    for (const name of tree ? below(tree, 'cNvPr') : []) name.attributes.delete('hidden')
  }
}

export function removeNotes(office: OfficePackage): void {
  for (const part of office.matching(/^ppt\/notesSlides\/[^/]+\.xml$/)) office.drop(part)
}

export function removeSlideComments(office: OfficePackage): void {
  for (const part of office.matching(/^ppt\/(comments\/[^/]+|commentAuthors|authors)\.xml$/))
    office.drop(part)
  for (const part of office.matching(/^ppt\/comments\//)) office.drop(part)
}
