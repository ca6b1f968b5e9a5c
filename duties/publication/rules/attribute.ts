import type { Citation } from '#law/citation.ts'
import { articles } from './articles.ts'

/** 公开属性: what a document is born with (第十三条第二款; 第十四至十六条). */
export const attributes = {
  active: { label: '主动公开', cites: articles.scope },
  onRequest: { label: '依申请公开', cites: articles.ways },
  withheld: { label: '不予公开', cites: articles.disclosed },
} as const satisfies Record<string, { label: string; cites: Citation }>

export type Attribute = keyof typeof attributes

/** On what an organ withholds: the articles that allow it, and no other. */
export const withheldGrounds = {
  forbidden: { label: '国家秘密、法律行政法规禁止公开、危及安全稳定', cites: articles.forbidden },
  thirdParty: { label: '商业秘密、个人隐私', cites: articles.thirdParty },
  internal: { label: '内部事务信息', cites: articles.internal },
  process: { label: '过程性信息、行政执法案卷信息', cites: articles.process },
} as const satisfies Record<string, { label: string; cites: Citation }>

export type WithheldGround = keyof typeof withheldGrounds

/** True where the text names an attribute. */
export const isAttribute = (name: string): name is Attribute => Object.hasOwn(attributes, name)

/** True where the text names a ground for withholding. */
export const isWithheldGround = (name: string): name is WithheldGround => Object.hasOwn(withheldGrounds, name)
