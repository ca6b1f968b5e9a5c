import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One file of the font for rare characters: what it covers, as ranges of code points. */
interface RareFile {
  name: string
  ranges: readonly (readonly [from: number, to: number])[]
}

const require = createRequire(import.meta.url)
const folder = dirname(require.resolve('hanamin/package.json'))
const decompress: (woff2: Uint8Array) => Promise<Uint8Array> = require('wawoff2/decompress.js')

// Ideographs alone: what lies in the private use area is drawn otherwise on every machine.
const face = /url\((HanaMin[AB]\.CJK-[\w-]*Ideographs[\w-]*\.woff2)\)[^}]*?unicode-range:([^;}]+)/g

const rangeOf = (range: string): [number, number] => {
  const [from = '', to = from] = range.trim().slice(2).split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

let files: Promise<readonly RareFile[]> | undefined

async function readFiles(): Promise<readonly RareFile[]> {
  const css = await readFile(join(folder, 'HanaMin.min.css'), 'utf8')
  return [...css.matchAll(face)].map(([, name = '', ranges = '']) => ({
    name,
    ranges: ranges.split(',').map(rangeOf),
  }))
}

const unpacked = new Map<string, Promise<Buffer>>()

async function unpack(name: string): Promise<Buffer> {
  return Buffer.from(await decompress(await readFile(join(folder, name))))
}

/**
 * The files of the font for rare characters that draw these, unpacked (TrueType, about 0.5 MB each, 40 ms the first
 * time), by name. A character that none of them draws has none.
 */
export async function rareFonts(signs: Iterable<string>): Promise<ReadonlyMap<string, Buffer>> {
  files ??= readFiles()
  const known = await files
  const names = [...signs].flatMap((sign) => {
    const code = sign.codePointAt(0) ?? 0
    return known.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))?.name ?? []
  })
  const fonts = new Map<string, Buffer>()
  for (const name of [...new Set(names)].sort()) {
    const font = unpacked.get(name) ?? unpack(name)
    unpacked.set(name, font)
    fonts.set(name, await font)
  }
  return fonts
}
