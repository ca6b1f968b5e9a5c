import { officialLetterDocx } from '#platform/documents/official-letter.ts'
import type { Letter, LetterKind } from '../rules/letter.ts'
import { letters } from '../rules/letters.ts'
import { possiblePlaces, type TemplatePlace } from '../rules/template-places.ts'

const braced = (place: TemplatePlace): string => `{{${place}}}`

/**
 * The program's own template of a kind as a Word file, for an office to edit: the page of GB/T 9704-2012 with a place
 * in braces wherever a letter has its words.
 */
export function defaultTemplate(kind: LetterKind): Promise<Uint8Array> {
  const possible = possiblePlaces(kind)
  const paragraphs = (['正文', '救济', '附件'] as const).filter((place) => possible.includes(place))
  const addressee = (['申请人', '收文人'] as const).find((place) => possible.includes(place))
  return officialLetterDocx({
    organName: braced('机关'),
    number: possible.includes('文号') ? braced('文号') : '',
    title: braced('标题'),
    addressee: addressee ? braced(addressee) : '',
    paragraphs: paragraphs.map(braced),
    attachments: [],
    signed: braced('落款'),
    day: braced('日期'),
    contact: braced('联系'),
  })
}

/** A letter of that kind with words that show where each goes; it decides nothing. */
export const sampleLetter = (kind: LetterKind): Letter => {
  const { title, to, decides } = letters[kind]
  return {
    kind,
    title,
    number: to === 'file' ? '' : '示例公开〔2026〕1号',
    addressee: { applicant: '（申请人）', party: '（收文人）', file: '' }[to],
    paragraphs: ['（认定的事实，由程序写入。）', '（依据和决定，由程序写入。）'],
    remedy: decides ? ['（救济告知，由程序按决定的依据写入。）'] : [],
    enclosures: kind === 'reply' ? ['（附件名称）'] : [],
    signed: '（制发机关）',
    on: '2026-01-05' as Letter['on'],
    contact: '联系人：（公开工作机构）；电话：（电话）；地址：（地址）',
  }
}
