import type { OfficePackage } from './package.ts'
import { attr, below, child, isOn, type Xml } from './xml.ts'

/** Smaller than this (in half points) nobody can read it: two points. */
const tiny = 4

const isDark = (colour: string): boolean => {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) =>
    Number.parseInt(part, 16),
  )
  return 0.3 * red + 0.59 * green + 0.11 * blue < 215
}
const isWhite = (colour: string): boolean =>
  /^[0-9a-f]{6}$/i.test(colour) &&
  (colour.match(/../g) ?? []).every((part) => Number.parseInt(part, 16) >= 0xf4)

/** Whether properties lay a dark ground under the text. */
export const hasGround = (properties: Xml | undefined): boolean => {
  const shading = child(properties, 'shd')
  const fill = shading ? (attr(shading, 'fill') ?? 'auto') : 'auto'
  const light = child(properties, 'highlight')
  return (
    (/^[0-9a-f]{6}$/i.test(fill) && isDark(fill)) ||
    (light !== undefined && !/^(white|none)$/.test(attr(light, 'val') ?? ''))
  )
}

/** Why a run with these properties cannot be seen; undefined where it can, or where they do not say. */
export function unseenBy(properties: Xml | undefined, onGround: boolean): string | undefined {
  if (properties === undefined) return undefined
  if (isOn(child(properties, 'vanish')) || isOn(child(properties, 'specVanish'))) return '设为隐藏的文字'
  const size = child(properties, 'sz')
  if (size && Number(attr(size, 'val')) <= tiny) return '极小的文字'
  const colour = child(properties, 'color')
  if (!onGround && colour && isWhite(attr(colour, 'val') ?? '') && !hasGround(properties)) return '白色的文字'
  return undefined
}

export interface Styles {
  /** Why text in a style cannot be seen. */
  unseen(id: string | undefined, onGround: boolean): string | undefined
  /** Whether a table style lays a dark ground anywhere. */
  isGround(id: string | undefined): boolean
}

/** The styles of a document, with those they are based on. */
export function stylesOf(office: OfficePackage): Styles {
  const tree = office.tree('word/styles.xml')
  const styles = new Map<string, Xml>()
  for (const style of tree ? below(tree, 'style') : []) styles.set(attr(style, 'styleId') ?? '', style)
  const chain = (id: string | undefined): readonly Xml[] => {
    const found: Xml[] = []
    for (let next = styles.get(id ?? ''); next && found.length < 12; ) {
      found.push(next)
      const base = child(next, 'basedOn')
      next = base ? styles.get(attr(base, 'val') ?? '') : undefined
    }
    return found
  }
  return {
    unseen: (id, onGround) =>
      chain(id)
        .map((style) => unseenBy(child(style, 'rPr'), onGround || hasGround(child(style, 'pPr'))))
        .find((why) => why !== undefined),
    isGround: (id) =>
      chain(id).some((style) =>
        Array.from(below(style, 'shd')).some((shading) => isDark(attr(shading, 'fill') ?? 'ffffff')),
      ),
  }
}
