import { common } from '#law/articles.ts'
import type { Citation } from '#law/citation.ts'

/** The words of the law that the steps of publication quote, each once. The number of days stands in terms.ts. */
export const articles = {
  accurate: { article: 6, paragraph: 1, quote: '行政机关应当及时、准确地公开政府信息' },
  lead: {
    article: 10,
    paragraph: 3,
    quote: '两个以上行政机关共同制作的政府信息，由牵头制作的行政机关负责公开',
  },
  coordinated: {
    article: 11,
    paragraph: 1,
    quote: '行政机关公开政府信息涉及其他机关的，应当与有关机关协商、确认，保证行政机关公开的政府信息准确一致',
  },
  permitted: {
    article: 11,
    paragraph: 2,
    quote: '行政机关公开政府信息依照法律、行政法规和国家有关规定需要批准的，经批准予以公开',
  },
  catalogue: {
    article: 12,
    paragraph: 3,
    quote: '政府信息公开目录包括政府信息的索引、名称、内容概述、生成日期等内容',
  },
  ways: { article: 13, paragraph: 2, quote: '行政机关公开政府信息，采取主动公开和依申请公开的方式' },
  disclosed: {
    article: 13,
    paragraph: 1,
    quote: '除本条例第十四条、第十五条、第十六条规定的政府信息外，政府信息应当公开',
  },
  forbidden: {
    article: 14,
    quote:
      '依法确定为国家秘密的政府信息，法律、行政法规禁止公开的政府信息，以及公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开',
  },
  thirdParty: common.thirdParty,
  internal: common.internal,
  process: common.process,
  mechanism: {
    article: 17,
    paragraph: 1,
    quote: '行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任',
  },
  secrecy: common.reviewed,
  adjusted: {
    article: 18,
    quote: '对本行政机关不予公开的政府信息进行定期评估审查，对因情势变化可以公开的政府信息应当公开',
  },
  scope: {
    article: 19,
    quote: '对涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的政府信息，行政机关应当主动公开',
  },
  means: { article: 23, quote: '行政机关应当建立健全政府信息发布机制' },
  platform: { article: 24, quote: '利用统一的政府信息公开平台集中发布主动公开的政府信息' },
  otherPeriod: { article: 26, quote: '法律、法规对政府信息公开的期限另有规定的，从其规定' },
} as const satisfies Record<string, Citation>
