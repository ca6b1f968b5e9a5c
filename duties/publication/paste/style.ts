import type { Mark, Place } from './blocks.ts'

/** The declarations of a style attribute, names in small letters. Values are read, never passed on. */
export function declarations(style: string): ReadonlyMap<string, string> {
  return new Map(
    style.split(';').flatMap((part): [string, string][] => {
      const colon = part.indexOf(':')
      if (colon < 1) return []
      return [
        [
          part.slice(0, colon).trim().toLowerCase(),
          part
            .slice(colon + 1)
            .trim()
            .toLowerCase(),
        ],
      ]
    }),
  )
}

export function isHidden(style: ReadonlyMap<string, string>): boolean {
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^0(\.0+)?(px|pt|em|rem|%)?$/.test(style.get('font-size') ?? '') ||
    /^0(\.0+)?%?$/.test(style.get('opacity') ?? '')
  )
}

const isBoldWeight = (weight: string): boolean => /^(bold|bolder|[6-9]00)$/.test(weight)

/** The marks after a style is laid over those that hold already: a weight of `normal` takes bold away again. */
export function marksWith(style: ReadonlyMap<string, string>, marks: readonly Mark[]): readonly Mark[] {
  const next = new Set(marks)
  const weight = style.get('font-weight')
  if (weight !== undefined && isBoldWeight(weight)) next.add('strong')
  if (weight !== undefined && /^(normal|lighter|[1-5]00)$/.test(weight)) next.delete('strong')
  const slant = style.get('font-style')
  if (slant === 'italic' || slant === 'oblique') next.add('em')
  if (slant === 'normal') next.delete('em')
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? ''
  if (line.includes('underline')) next.add('u')
  const align = style.get('vertical-align')
  if (align === 'super') next.add('sup')
  if (align === 'sub') next.add('sub')
  return [...next]
}

const placeClasses = /^(right|centre|addressee|signed)$/

/** Where a paragraph stands: by our own class, by style, by the old attribute. */
export function placeOf(
  attributes: ReadonlyMap<string, string>,
  style: ReadonlyMap<string, string>,
): Place | 'left' | undefined {
  const own = attributes
    .get('class')
    ?.split(/\s+/)
    .find((name) => placeClasses.test(name))
  if (own !== undefined) return own as Place
  const align = style.get('text-align') ?? attributes.get('align')?.toLowerCase()
  if (align === 'center') return 'centre'
  if (align === 'right' || align === 'end') return 'right'
  return align === undefined ? undefined : 'left'
}

/** 黑体 and 楷体 are the faces of headings in official documents (GB/T 9704). */
export const isHeadingFace = (style: ReadonlyMap<string, string>): boolean =>
  /黑体|楷体|simhei|kaiti|heiti/.test(style.get('font-family') ?? '') &&
  !/雅黑|yahei/.test(style.get('font-family') ?? '')
