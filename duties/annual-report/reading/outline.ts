import type { SectionId } from '#law/report-forms/form.ts'
import { sections } from '#law/report-forms/sections.ts'
import { bareIndex, likeness, type Page } from './find-labels.ts'
import { bareOf, normalise } from './normal.ts'

/** The heading of one of the six parts, as found. */
export interface Heading {
  readonly section: SectionId
  readonly from: number
  readonly to: number
  readonly written: string
  /** Written as the form has it. */
  readonly standard: boolean
}

const bare = (words: string): string => bareOf(normalise(words).text).text

const known = sections.map((section, order) => ({
  id: section.id,
  number: section.number,
  label: bare(section.label),
  words: [section.label, ...(section.variants ?? [])]
    .map(bare)
    .sort((one, other) => other.length - one.length),
  order,
}))

type Known = (typeof known)[number]

interface Hit {
  readonly section: Known
  readonly from: number
  readonly to: number
  readonly standard: boolean
}

const numberBefore = /(?:第?([一二三四五六七])\s*(?:部分)?\s*[、.,:]?\s*)$/

function exactHits(page: Page): Hit[] {
  const hits: Hit[] = []
  const { bare: map, shown } = page
  for (const section of known)
    for (const word of section.words)
      for (let at = map.text.indexOf(word); at >= 0; at = map.text.indexOf(word, at + word.length)) {
        const start = map.at[at] ?? 0
        const to = (map.at[at + word.length - 1] ?? 0) + 1
        const number = numberBefore.exec(shown.slice(Math.max(0, start - 10), start))
        if (number?.[1] === section.number && shown[start - number[0].length - 1] !== '(')
          hits.push({ section, from: start - number[0].length, to, standard: word === section.label })
      }
  return hits
}

const numbered = /[一二三四五六](?=\s*[、.])/g
const afterNumber = /^[一二三四五六]\s*[、.]\s*([^\n。|\ue000\ue001;；]{4,40})/

/** Headings with a slip in them: 四、政府信息公开行政法复议、行政诉讼情况. */
function alikeHits(page: Page, missing: readonly Known[]): Hit[] {
  if (missing.length === 0) return []
  return [...page.shown.matchAll(numbered)].flatMap((match) =>
    missing
      .filter((section) => section.number === match[0])
      .flatMap((section) => {
        const words = afterNumber.exec(page.shown.slice(match.index, match.index + 50))
        const rest = bare(words?.[1] ?? '')
        const best = section.words.find((word) => {
          const part = rest.slice(0, word.length + 2)
          return likeness(part.slice(0, word.length), word) >= 0.75 || likeness(part, word) >= 0.75
        })
        if (best === undefined) return []
        return [{ section, from: match.index, to: endOf(page, match.index, rest, best), standard: false }]
      }),
  )
}

/** Where a misspelt heading ends: after its last character that is of the heading. */
function endOf(page: Page, from: number, rest: string, word: string): number {
  const tail = word.slice(-2)
  const cut = rest.indexOf(tail)
  const length = cut < 0 ? Math.min(rest.length, word.length) : cut + tail.length
  const first = bareIndex(page, from) + 1
  return (page.bare.at[first + length - 1] ?? 0) + 1
}

/** The headings of the parts in their order. Where a heading stands twice (a list of contents), the last run counts. */
export function headingsOf(page: Page): readonly Heading[] {
  const exact = exactHits(page)
  const missing = known.filter((section) => !exact.some((hit) => hit.section === section))
  const hits = [...exact, ...alikeHits(page, missing)].sort(
    (one, other) => one.from - other.from || other.to - one.to,
  )
  return longestRun(hits).map(({ section, from, to, standard }) => ({
    section: section.id,
    from,
    to,
    standard,
    written: page.text.slice(from, to).replace(/\s+/g, ''),
  }))
}

/** The longest run of hits in the order of the parts; of equal runs the one that stands later. */
function longestRun(hits: readonly Hit[]): readonly Hit[] {
  const best: { length: number; before: number }[] = []
  let last = -1
  for (const [index, hit] of hits.entries()) {
    let entry = { length: 1, before: -1 }
    for (let earlier = 0; earlier < index; earlier++) {
      const other = hits[earlier]
      const length = best[earlier]?.length ?? 0
      if (
        other &&
        other.section.order < hit.section.order &&
        other.to <= hit.from &&
        length + 1 >= entry.length
      )
        entry = { length: length + 1, before: earlier }
    }
    best.push(entry)
    if (last < 0 || entry.length >= (best[last]?.length ?? 0)) last = index
  }
  const run: Hit[] = []
  for (let index = last; index >= 0; index = best[index]?.before ?? -1) {
    const hit = hits[index]
    if (hit) run.unshift(hit)
  }
  return run
}
