import mammoth from 'mammoth'
import { refuseBomb } from './archive.ts'
import { unfoldHtml } from './html.ts'
import type { Unfolded } from './place.ts'

/** A Word document as one text, through the HTML that mammoth makes of it. Pictures are left out. */
export async function unfoldDocx(bytes: Uint8Array): Promise<Unfolded> {
  refuseBomb(bytes)
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
  return unfoldHtml(value, 'docx')
}
