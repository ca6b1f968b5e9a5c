import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { refuseBomb } from './archive.ts'
import { unfoldHtml } from './html.ts'
import { byLibrary, tooMuch, type Unfolded, Unreadable } from './place.ts'

/** Of all parts of the document, in bytes; and of its main part without what only dresses it, in letters. */
const mostMarkup = 16_000_000
const mostWords = 2_500_000
/** The library needs most of a second for a million letters: longer documents are made lighter before. */
const light = 500_000
const main = 'word/document.xml'

/** A Word document as one text, through the HTML that mammoth makes of it. Pictures are left out. */
export async function unfoldDocx(bytes: Uint8Array): Promise<Unfolded> {
  refuseBomb(bytes, mostMarkup)
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await byLibrary(() => {
    const buffer = Buffer.from(lightened(bytes))
    return mammoth.convertToHtml({ buffer }, { convertImage })
  })
  return unfoldHtml(value, 'docx')
}

const dress = /<w:(rPr|tcBorders|tblBorders|tblPrEx)>(?:(?!<w:\1>)[\s\S])*?<\/w:\1>|\sw:rsid\w*="[^"]*"/g

/** A long document without the looks of its letters and its pictures; others as they are. */
function lightened(bytes: Uint8Array): Uint8Array {
  let size = 0
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name === main) size = originalSize
      return false
    },
  })
  if (size <= light) return bytes
  const files = unzipSync(bytes, { filter: ({ name }) => !name.startsWith('word/media/') })
  const words = strFromU8(files[main] ?? new Uint8Array()).replace(dress, '')
  if (words.length > mostWords) throw new Unreadable(tooMuch)
  return zipSync({ ...files, [main]: strToU8(words) }, { level: 0 })
}
