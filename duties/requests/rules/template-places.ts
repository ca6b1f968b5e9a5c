import { common } from '#law/articles.ts'
import type { Citation } from '#law/citation.ts'
import { articles } from './articles.ts'
import type { Letter, LetterKind } from './letter.ts'
import { letters } from './letters.ts'

/** Every place of a letter template by the name that stands between its braces, and what is written there. */
export const templatePlaces = {
  机关: '制发机关的名称',
  文号: '发文字号',
  标题: '文书的标题',
  申请人: '申请人的姓名或者名称',
  收文人: '第三方或者其他单位的名称',
  正文: '认定的事实、依据和决定，由程序按每件写入，展开为多段',
  救济: '救济告知，由程序按决定写入，展开为多段',
  附件: '附件说明，没有附件的不占行，展开为多段',
  落款: '落款机关的名称',
  日期: '成文日期',
  联系: '联系人、电话、地址',
} as const

export type TemplatePlace = keyof typeof templatePlaces

/** True where the name is that of a place. */
export const isTemplatePlace = (name: string): name is TemplatePlace => Object.hasOwn(templatePlaces, name)

/** Places that open into paragraphs and so stand in a paragraph of their own. */
export const manyLines: ReadonlySet<string> = new Set<TemplatePlace>(['正文', '救济', '附件'])

/** What the law asks a letter to state, and the place that states it. */
export const statedIn: Partial<Record<TemplatePlace, { what: string; cites: Citation }>> = {
  正文: { what: '依据和理由', cites: articles.answers },
  救济: { what: '救济告知', cites: common.remedy },
}

const enclosing: ReadonlySet<LetterKind> = new Set(['reply', 'consultThirdParty', 'consultCoMaker'])

const addressee = { applicant: ['申请人'], party: ['收文人'], file: [] } as const

/** The places that a template of this kind cannot do without, in the order of the page. */
export function obligatoryPlaces(kind: LetterKind): TemplatePlace[] {
  const { to, decides } = letters[kind]
  if (to === 'file') return ['标题', '正文', '落款', '日期']
  return [
    '文号',
    '标题',
    ...addressee[to],
    '正文',
    ...(decides && kind !== 'complaintResult' ? (['救济'] as const) : []),
    ...(enclosing.has(kind) ? (['附件'] as const) : []),
    '落款',
    '日期',
  ]
}

/** All places that a template of this kind may have: the obligatory ones, the name at the head, whom to reach. */
export const possiblePlaces = (kind: LetterKind): TemplatePlace[] => [
  '机关',
  ...obligatoryPlaces(kind),
  ...(obligatoryPlaces(kind).includes('救济') ? [] : (['救济'] as const)),
  ...(obligatoryPlaces(kind).includes('附件') ? [] : (['附件'] as const)),
  '联系',
]

const enclosureLines = (enclosures: readonly string[]): string[] =>
  enclosures.map((name, i) => {
    const mark = enclosures.length > 1 ? `${i + 1}.` : ''
    return `${i === 0 ? '附件：' : '　　　'}${mark}${name}`
  })

/** The words of a letter by place, ready to be filled in. `on` is the day in Chinese. */
export const valuesOf = (letter: Letter, on: string): Record<TemplatePlace, string | string[]> => ({
  机关: letter.signed,
  文号: letter.number,
  标题: letter.title,
  申请人: letter.addressee,
  收文人: letter.addressee,
  正文: [...letter.paragraphs],
  救济: [...letter.remedy],
  附件: enclosureLines(letter.enclosures),
  落款: letter.signed,
  日期: on,
  联系: letter.contact,
})
