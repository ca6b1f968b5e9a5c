import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { OfficialLetter } from './official-letter.ts'
import { rareFonts } from './rare-fonts.ts'

/** PDF/A-2b, the kind that archives keep: fonts inside, nothing fetched. */
const standard = 'a-2b'

/** Drawn in the place of a character that no font at hand has; the Word file keeps the character itself. */
const unknownSign = '〓'

/** The page of GB/T 9704-2012; every word comes in as data, so that no text can be read as markup. */
const page = `
#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.title, author: letter.organName)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 7mm,
  footer: context align(center, text(size: 14pt)[— #counter(page).display() —]))
// 28 characters of 16 pt on 156 mm, 22 lines on 225 mm.
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn", tracking: -0.2pt, cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 12.95pt, spacing: 12.95pt)
#let body(words, indent: 2em) = par(first-line-indent: (amount: indent, all: true), words)
#align(center, text(size: 36pt, fill: rgb("#c00000"), weight: "bold", letter.organName))
#v(2mm)
#align(center, letter.number)
#line(length: 100%, stroke: 2pt + rgb("#c00000"))
#v(6mm)
#align(center, text(size: 22pt, weight: "bold", letter.title))
#v(5mm)
#if letter.addressee != "" { body(letter.addressee + "：", indent: 0pt) }
#for words in letter.paragraphs { body(words) }
#for (i, name) in letter.attachments.enumerate() {
  body((if i == 0 { "附件：" } else { "　　　" }) + (if letter.attachments.len() > 1 { str(i + 1) + "." } else { "" }) + name)
}
#v(10mm)
#block(breakable: false, width: 100%, inset: (right: 4em), align(right)[#letter.organName \\ #letter.day])
#if letter.contact != "" { v(4mm); body(letter.contact) }
#if letter.missing != "" { v(4mm); text(size: 10.5pt, letter.missing) }
`

const fontFolder = (): string => {
  const resolve = createRequire(import.meta.url).resolve
  return dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json'))
}

type Fonts = ReadonlyMap<string, Buffer>

// One for each set of fonts; most letters need no rare one.
const compilers = new Map<string, NodeCompiler>()
const mostCompilers = 8

function compilerWith(rare: Fonts): NodeCompiler {
  const key = [...rare.keys()].join()
  const known = compilers.get(key)
  if (known) return known
  const fontPaths = ['400Regular', '700Bold'].map((weight) => join(fontFolder(), weight))
  const fontArgs = [...(rare.size > 0 ? [{ fontBlobs: [...rare.values()] }] : []), { fontPaths }]
  const made = NodeCompiler.create({ fontArgs })
  if (compilers.size >= mostCompilers) compilers.clear()
  compilers.set(key, made)
  return made
}

/** The characters that the compiler said no font has. */
const undrawn = (fault: unknown): string[] => {
  const said = fault instanceof Error ? fault.message : String(fault)
  return [...said.matchAll(/the text \\?"([^"\\]+)\\?" could not be displayed/g)].flatMap(([, text = '']) => [
    ...text,
  ])
}

const codeOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const noteOn = (signs: Iterable<string>): string =>
  `注：字库没有的字以“${unknownSign}”代替，依次为${[...signs].map(codeOf).join('、')}，以 Word 文书为准。`

// Signs that steer and are not drawn: no font has them, and within a joined sign they change what 〓 is.
const unseen = /(?![\n\t])(?:\p{Cc}|\p{Cf}|\p{Variation_Selector})/gu
const seen = (letter: OfficialLetter): OfficialLetter =>
  JSON.parse(JSON.stringify(letter), (_, value) =>
    typeof value === 'string' ? value.replace(unseen, '') : value,
  )

function drawable(letter: OfficialLetter, signs: ReadonlySet<string>): string {
  const inOrder = new Set([...JSON.stringify(letter)].filter((sign) => signs.has(sign)))
  const missing = inOrder.size === 0 ? '' : noteOn(inOrder)
  const text = JSON.stringify({ contact: '', ...letter, missing })
  return [...text].map((sign) => (signs.has(sign) ? unknownSign : sign)).join('')
}

function compiled(letter: OfficialLetter, missing: ReadonlySet<string>, rare: Fonts): Uint8Array {
  const inputs = { letter: drawable(letter, missing) }
  const options = { pdfStandard: standard, creationTimestamp: 0 }
  return new Uint8Array(compilerWith(rare).pdf({ mainFileContent: page, inputs }, options))
}

/**
 * The letter as PDF/A-2b on the page of GB/T 9704-2012, for the archive; the same words give the same bytes. What the
 * text's font lacks is drawn from the font for rare characters; what that lacks too, as 〓, named by its code at the
 * end. Throws where typst fails otherwise.
 */
export const officialLetterPdf = async (letter: OfficialLetter): Promise<Uint8Array> =>
  (await drawn(letter)).pdf

async function drawn(whole: OfficialLetter): Promise<{ pdf: Uint8Array; missing: ReadonlySet<string> }> {
  const letter = seen(whole)
  const asked = new Set<string>()
  // What old programs kept in the private use area is another character on every machine.
  const missing = new Set(JSON.stringify(letter).match(/\p{Co}/gu))
  let rare: Fonts = new Map()
  for (;;) {
    try {
      return { pdf: compiled(letter, missing, rare), missing }
    } catch (fault) {
      const more = undrawn(fault).filter((sign) => !missing.has(sign))
      if (more.length === 0) throw fault
      for (const sign of more) if (asked.has(sign)) missing.add(sign)
      for (const sign of more) asked.add(sign)
      rare = await rareFonts(asked)
    }
  }
}

// Every font at hand has these: letters and signs of the keyboard, Chinese punctuation, the characters of GBK.
const usual = /[\s\x20-\x7e\u3000-\u303f\uff01-\uff5e\u2010-\u2026\u4e00-\u9fa5]/gu
const blank = { organName: '', number: '', addressee: '', paragraphs: [], attachments: [], day: '' } as const
const known = new Map<string, Promise<readonly string[]>>()
const mostKnown = 500

/** The characters of a text that a letter would draw as 〓, each by its code (U+E000), in their order; none in most. */
export function undrawable(text: string): Promise<readonly string[]> {
  const unusual = [...new Set(text.replace(usual, ''))].join('')
  if (unusual === '') return Promise.resolve([])
  const told = known.get(unusual) ?? codesUndrawn(unusual)
  if (known.size >= mostKnown) known.clear()
  known.set(unusual, told)
  return told
}

async function codesUndrawn(unusual: string): Promise<readonly string[]> {
  const { missing } = await drawn({ ...blank, title: unusual })
  return [...unusual].filter((sign) => missing.has(sign)).map(codeOf)
}
