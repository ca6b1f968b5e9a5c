import { Collected } from '../collect.ts'
import type { GateSettings } from '../settings.ts'
import type { OfficePackage } from './package.ts'
import { inspectWord } from './word.ts'
import { child, elements, prune, type Xml } from './xml.ts'

const parts =
  /^word\/(document\d*|header\d*|footer\d*|footnotes|endnotes|glossary\/document|styles|numbering)\.xml$/

const gone =
  /^(del|moveFrom|cellIns|cellMerge|numberingChange|.*Change|(moveFrom|moveTo|customXmlIns|customXmlDel|customXmlMoveFrom|customXmlMoveTo)Range(Start|End))$/
const marks = /^(rPr|trPr|tcPr)$/

const isDeleted = (element: Xml, properties: string, mark: RegExp): boolean =>
  elements(child(element, properties) ?? { ...element, children: [] }).some(({ local }) => mark.test(local))

// A deleted paragraph mark joins the paragraph to the next; a deleted row or cell goes.
function withoutDeleted(children: readonly (Xml | string)[]): (Xml | string)[] {
  const kept: (Xml | string)[] = []
  let open: Xml | undefined
  for (const one of children) {
    if (typeof one === 'string') kept.push(one)
    else if (one.local === 'tr' && isDeleted(one, 'trPr', /^del$/)) continue
    else if (one.local === 'tc' && isDeleted(one, 'tcPr', /^cellDel$/)) continue
    else if (one.local === 'p') {
      const properties = child(one, 'pPr')
      const joins = properties !== undefined && isDeleted(properties, 'rPr', /^(del|moveFrom)$/)
      if (open)
        open.children.push(...one.children.filter((part) => typeof part === 'string' || part.local !== 'pPr'))
      else kept.push(one)
      open = joins ? (open ?? one) : undefined
    } else kept.push(one)
  }
  return kept
}

function accept(element: Xml): void {
  element.children = withoutDeleted(element.children).flatMap((one): (Xml | string)[] => {
    if (typeof one === 'string') return [one]
    if (gone.test(one.local) || one.local === 'cellDel') return []
    if (/^(ins|moveTo)$/.test(one.local)) {
      if (marks.test(element.local)) return []
      accept(one)
      return one.children
    }
    accept(one)
    return [one]
  })
}

/** Takes every insertion as said and every deletion as gone, and stops recording. */
export function acceptChanges(office: OfficePackage): void {
  for (const part of office.matching(parts)) {
    const tree = office.tree(part)
    if (tree) accept(tree)
  }
  const settings = office.tree('word/settings.xml')
  if (settings) prune(settings, ({ local }) => local !== 'trackRevisions')
}

/** Takes out comments and the marks where they hung. */
export function removeWordComments(office: OfficePackage): void {
  for (const part of office.matching(parts)) {
    const tree = office.tree(part)
    if (tree)
      prune(
        tree,
        ({ local }) => !/^(commentRangeStart|commentRangeEnd|commentReference|annotationRef)$/.test(local),
      )
  }
  for (const part of office.matching(/^word\/(comments[^/]*|people)\.xml$/)) office.drop(part)
}

const prefixed = (like: Xml, local: string, value: string): Xml => {
  const prefix = like.name.slice(0, like.name.length - like.local.length)
  return { name: prefix + local, local, attributes: new Map([[`${prefix}val`, value]]), children: [] }
}

function show(run: Xml): void {
  const own = child(run, 'rPr')
  const properties = own ?? {
    name: run.name.replace(/r$/, 'rPr'),
    local: 'rPr',
    attributes: new Map(),
    children: [],
  }
  if (own === undefined) run.children.unshift(properties)
  properties.children = properties.children.filter(
    (one) => typeof one === 'string' || !/^(vanish|specVanish|color|sz|szCs|rStyle)$/.test(one.local),
  )
  properties.children.push(prefixed(properties, 'vanish', '0'), prefixed(properties, 'color', '000000'))
}

/** Takes out text that cannot be seen, or makes it seen. */
export function mendUnseenText(office: OfficePackage, settings: GateSettings, how: 'remove' | 'show'): void {
  const runs: Xml[] = []
  inspectWord(office, new Collected(settings), (run) => runs.push(run))
  for (const run of runs) {
    if (how === 'show') show(run)
    else run.children = run.children.filter((one) => typeof one === 'string' || one.local === 'rPr')
  }
}
