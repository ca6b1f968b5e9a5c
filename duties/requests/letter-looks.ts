import type { OfficialLetter } from '#platform/documents/official-letter.ts'
import { inChinese } from '#time/day.ts'
import type { Letter } from './rules/letter.ts'

/** The words of a letter as the page of GB/T 9704-2012 takes them. */
export const looksOf = (letter: Letter): OfficialLetter => ({
  organName: letter.signed,
  number: letter.number,
  title: letter.title,
  addressee: letter.addressee,
  paragraphs: [...letter.paragraphs, ...letter.remedy],
  attachments: letter.enclosures,
  day: inChinese(letter.on),
  contact: letter.contact,
})
