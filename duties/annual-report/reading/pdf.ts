import { type Unfolded, Unreadable } from './place.ts'
export async function unfoldPdf(_bytes: Uint8Array): Promise<Unfolded> {
  throw new Unreadable('')
}
