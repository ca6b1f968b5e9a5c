import { attribute, type Document, type Element, elementsIn, isElement } from './tree.ts'

interface Simple {
  readonly tag: string
  readonly id: string
  readonly classes: readonly string[]
  readonly attribute?: { readonly name: string; readonly value: string | undefined }
}

const compound =
  /^([a-z][a-z0-9]*|\*)?((?:[#.][\p{L}\p{N}_-]+)*)(?:\[([a-z-]+)(?:=["']?([^"'\]]*)["']?)?\])?$/iu

function simple(text: string): Simple | undefined {
  const [whole, tag = '*', marks = '', name, value] = compound.exec(text) ?? []
  if (!whole) return undefined
  const found = [...marks.matchAll(/([#.])([\p{L}\p{N}_-]+)/gu)]
  return {
    tag: tag.toLowerCase(),
    id: found.find(([, sign]) => sign === '#')?.[2] ?? '',
    classes: found.flatMap(([, sign, word = '']) => (sign === '.' ? [word] : [])),
    ...(name === undefined ? {} : { attribute: { name: name.toLowerCase(), value } }),
  }
}

const classesOf = (element: Element): readonly string[] => attribute(element, 'class').split(/\s+/)

function fits(element: Element, one: Simple): boolean {
  if (one.tag !== '*' && element.tagName !== one.tag) return false
  if (one.id && attribute(element, 'id') !== one.id) return false
  const asked = one.attribute
  if (
    asked &&
    !element.attrs.some(({ name, value }) => name === asked.name && (asked.value ?? value) === value)
  )
    return false
  const held = one.classes.length > 0 ? classesOf(element) : []
  return one.classes.every((word) => held.includes(word))
}

function fitsWithin(element: Element, parts: readonly Simple[]): boolean {
  const last = parts.at(-1)
  if (!last || !fits(element, last)) return false
  let left = parts.length - 2
  for (let at = element.parentNode; left >= 0 && at && 'tagName' in at && isElement(at); at = at.parentNode) {
    const wanted = parts[left]
    if (wanted && fits(at, wanted)) left--
  }
  return left < 0
}

/** True where a text is a selector that we read: tag, #id, .class, [name=value], and such one within another. */
export const isSelector = (text: string): boolean =>
  text.trim() !== '' &&
  text.length <= 200 &&
  text
    .trim()
    .split(/\s+/)
    .every((each) => simple(each) !== undefined)

/** The first element that a selector names; undefined where there is none. */
export function first(document: Document, selector: string): Element | undefined {
  const parts = selector.trim().split(/\s+/).map(simple)
  if (parts.some((each) => each === undefined)) return undefined
  const whole = parts.filter((each) => each !== undefined)
  for (const element of elementsIn(document)) if (fitsWithin(element, whole)) return element
  return undefined
}
