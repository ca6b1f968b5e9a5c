import type { Inline } from './blocks.ts'

const unwanted = /[^\P{Cc}\t\n\f\r]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd-\uffff]/gu
const blank = /[ \t\r\n\f\u00a0\u3000]/
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·]/

/** Characters that no page should hold: controls, invisible marks, marks that turn the direction, symbol fonts. */
export const withoutUnwanted = (text: string): string => text.toWellFormed().replace(unwanted, '')

const isBlank = (sign: string): boolean => sign !== '' && blank.test(sign)

/** What a run of blanks becomes between the signs before and after it; '' for a line wrapped within Chinese. */
function closed(run: string, earlier: string, later: string): string {
  if (earlier === '' || later === '' || earlier === '\n' || later === '\n') return ''
  if (run.includes('\u3000')) return '\u3000'
  return /[\r\n\f]/.test(run) && !run.includes('\u00a0') && wide.test(earlier) && wide.test(later) ? '' : ' '
}

/** For each sign of the text what stands instead: itself, one blank for a run, or nothing. */
function squeezed(all: string): readonly string[] {
  const signs = all.split('')
  const out = [...signs]
  for (let i = 0; i < signs.length; ) {
    if (!isBlank(signs[i] ?? '')) {
      i++
      continue
    }
    let end = i
    while (end < signs.length && isBlank(signs[end] ?? '')) end++
    out.fill('', i, end)
    out[i] = closed(
      all.slice(i, end),
      signs[i - 1]?.replace('\u0001', '\n') ?? '',
      signs[end]?.replace('\u0001', '\n') ?? '',
    )
    i = end
  }
  return out
}

const look = (inline: Inline): string =>
  inline.type === 'text' ? `${inline.marks.join()}|${inline.href ?? ''}` : ''

/** The inlines of a paragraph without indentation by blanks, with single blanks, equal neighbours joined. */
export function tidied(inlines: readonly Inline[]): readonly Inline[] {
  const all = inlines.map((one) =>
    one.type === 'text' ? one.text : one.type === 'break' ? '\u0001' : '\u0002',
  )
  const out = squeezed(all.join(''))
  const tidy: Inline[] = []
  let at = 0
  for (const [i, inline] of inlines.entries()) {
    const end = at + (all[i]?.length ?? 0)
    const text = out.slice(at, end).join('')
    at = end
    const last = tidy.at(-1)
    if (inline.type !== 'text') tidy.push(inline)
    else if (text === '') continue
    else if (last?.type === 'text' && look(last) === look(inline))
      tidy[tidy.length - 1] = { ...last, text: last.text + text }
    else tidy.push({ ...inline, text, marks: text.trim() === '' && !inline.href ? [] : inline.marks })
  }
  while (tidy.at(-1)?.type === 'break') tidy.pop()
  while (tidy[0]?.type === 'break') tidy.shift()
  return tidy
}
