import mammoth from 'mammoth'
import { refuseBomb } from './archive.ts'
import { unfoldHtml } from './html.ts'
import { byLibrary, type Unfolded } from './place.ts'

/** A Word document as one text, through the HTML that mammoth makes of it. Pictures are left out. */
export async function unfoldDocx(bytes: Uint8Array): Promise<Unfolded> {
  refuseBomb(bytes)
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const buffer = Buffer.from(bytes)
  const { value } = await byLibrary(() => mammoth.convertToHtml({ buffer }, { convertImage }))
  return unfoldHtml(value, 'docx')
}
