import { withoutLocation } from '../image.ts'
import type { OfficePackage } from './package.ts'
import { child, elements, prune } from './xml.ts'

const told =
  /^(creator|lastModifiedBy|description|keywords|category|contentStatus|Company|Manager|HyperlinkBase|Template|TitlesOfParts|HeadingPairs)$/

/** Takes out who made the file, with what and where it was kept. */
export function removeMetadata(office: OfficePackage): void {
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    const tree = office.tree(part)
    if (tree) prune(tree, ({ local }) => !told.test(local))
  }
  for (const part of office.matching(
    /^(docProps\/(custom\.xml|thumbnail\..*)|word\/people\.xml|xl\/persons\/.*)$/,
  ))
    office.drop(part)
  office.dropExternal(/\/attachedTemplate$/)
  const settings = office.tree('word/settings.xml')
  if (settings) prune(settings, ({ local }) => !/^(attachedTemplate|docVars|rsids)$/.test(local))
  const workbook = office.tree('xl/workbook.xml')
  if (workbook) {
    prune(workbook, ({ local }) => local !== 'absPath')
    // An alternative without a choice is not allowed.
    prune(
      workbook,
      (one) =>
        one.local !== 'AlternateContent' || elements(one).some((choice) => elements(choice).length > 0),
    )
  }
}

/** Takes out the place from every photograph. */
export function removeLocations(office: OfficePackage): void {
  for (const name of office.matching(/\/media\/[^/]+$/)) {
    const bytes = office.bytes(name)
    if (bytes) office.put(name, withoutLocation(bytes))
  }
}

/** Cuts links to outside files and sources of data; the values stay. */
export function removeLinks(office: OfficePackage): void {
  office.dropExternal(
    /\/(image|oleObject|externalLinkPath|frame|subDocument|package|mailMergeSource|recipientData|video|audio|media)$/,
  )
  for (const part of office.matching(/^xl\/(externalLinks|queryTables|model)\/|^xl\/connections\.xml$/))
    office.drop(part)
  const workbook = office.tree('xl/workbook.xml')
  if (workbook)
    prune(
      workbook,
      (one) =>
        one.local !== 'externalReferences' &&
        !(one.local === 'definedName' && /\[/.test(String(one.children[0] ?? ''))),
    )
  for (const part of office.matching(/^xl\/worksheets\/[^/]+\.xml$/)) {
    const sheet = office.tree(part)
    if (sheet) prune(sheet, (one) => one.local !== 'f' || !String(one.children[0] ?? '').includes('['))
  }
  const settings = office.tree('word/settings.xml')
  if (settings && child(settings, 'mailMerge')) prune(settings, ({ local }) => local !== 'mailMerge')
  for (const part of office.matching(/^word\/(document|header\d*|footer\d*)\.xml$/)) {
    const tree = office.tree(part)
    if (tree)
      prune(
        tree,
        (one) =>
          one.local !== 'instrText' ||
          !/\b(INCLUDETEXT|INCLUDEPICTURE|LINK|RD|DATABASE)\b/.test(String(one.children[0] ?? '')),
      )
  }
}
