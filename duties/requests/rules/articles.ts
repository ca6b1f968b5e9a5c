import { common } from '#law/articles.ts'
import type { Citation } from '#law/citation.ts'

/** The words of the law that steps, outcomes, refusals and letters quote, each once. Terms with numbers stand in terms.ts. */
export const articles = {
  duty: { article: 10, paragraph: 1, quote: '行政机关制作的政府信息，由制作该政府信息的行政机关负责公开' },
  coordinated: {
    article: 11,
    paragraph: 1,
    quote: '行政机关公开政府信息涉及其他机关的，应当与有关机关协商、确认',
  },
  stateSecret: { article: 14, quote: '依法确定为国家秘密的政府信息' },
  forbiddenByLaw: { article: 14, quote: '法律、行政法规禁止公开的政府信息' },
  safety: {
    article: 14,
    quote: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开',
  },
  thirdPartyInterest: common.thirdParty,
  thirdPartyException: {
    article: 15,
    quote: '第三方同意公开或者行政机关认为不公开会对公共利益造成重大影响的，予以公开',
  },
  internal: common.internal,
  process: common.process,
  processUnless: {
    article: 16,
    paragraph: 2,
    quote: '法律、法规、规章规定上述信息应当公开的，从其规定',
  },
  reviewed: common.reviewed,
  channels: {
    article: 28,
    quote: '应当建立完善政府信息公开申请渠道，为申请人依法申请获取政府信息提供便利',
  },
  writing: {
    article: 29,
    paragraph: 1,
    quote:
      '采用书面形式确有困难的，申请人可以口头提出，由受理该申请的政府信息公开工作机构代为填写政府信息公开申请',
  },
  identity: { article: 29, paragraph: 2, item: 1, quote: '申请人的姓名或者名称、身份证明、联系方式' },
  content: {
    article: 29,
    paragraph: 2,
    item: 2,
    quote: '申请公开的政府信息的名称、文号或者便于行政机关查询的其他特征性描述',
  },
  form: {
    article: 29,
    paragraph: 2,
    item: 3,
    quote: '申请公开的政府信息的形式要求，包括获取信息的方式、途径',
  },
  correctionOnce: {
    article: 30,
    quote: '自收到申请之日起7个工作日内一次性告知申请人作出补正，说明需要补正的事项和合理的补正期限',
  },
  correctedRestarts: { article: 30, quote: '答复期限自行政机关收到补正的申请之日起计算' },
  correctionLapsed: {
    article: 30,
    quote: '申请人无正当理由逾期不补正的，视为放弃申请，行政机关不再处理该政府信息公开申请',
  },
  receivedAtCounter: { article: 31, item: 1, quote: '以提交之日为收到申请之日' },
  receivedSigned: { article: 31, item: 2, quote: '以行政机关签收之日为收到申请之日' },
  receivedOrdinaryPost: {
    article: 31,
    item: 2,
    quote: '政府信息公开工作机构应当于收到申请的当日与申请人确认，确认之日为收到申请之日',
  },
  receivedWhen: { article: 31, quote: '行政机关收到政府信息公开申请的时间，按照下列规定确定' },
  receivedOnline: { article: 31, item: 3, quote: '以双方确认之日为收到申请之日' },
  thirdPartyAsked: { article: 32, quote: '行政机关应当书面征求第三方的意见' },
  thirdPartyTerm: { article: 32, quote: '第三方应当自收到征求意见书之日起15个工作日内提出意见' },
  thirdPartySilent: {
    article: 32,
    quote: '第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开',
  },
  thirdPartyObjects: { article: 32, quote: '第三方不同意公开且有合理理由的，行政机关不予公开' },
  objectionOverruled: {
    article: 32,
    quote:
      '行政机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知第三方',
  },
  onTheSpot: { article: 33, paragraph: 1, quote: '能够当场答复的，应当当场予以答复' },
  reply: { article: 33, paragraph: 2, quote: '应当自收到申请之日起20个工作日内予以答复' },
  extension: {
    article: 33,
    paragraph: 2,
    quote:
      '需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日',
  },
  consultationExcluded: {
    article: 33,
    paragraph: 3,
    quote: '行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内',
  },
  coMakerTerm: {
    article: 34,
    quote: '被征求意见机关应当自收到征求意见书之日起15个工作日内提出意见，逾期未提出意见的视为同意公开',
  },
  reasons: {
    article: 35,
    quote: '申请人申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由',
  },
  unreasonable: { article: 35, quote: '行政机关认为申请理由不合理的，告知申请人不予处理' },
  laterDay: {
    article: 35,
    quote:
      '行政机关认为申请理由合理，但是无法在本条例第三十三条规定的期限内答复申请人的，可以确定延迟答复的合理期限并告知申请人',
  },
  answers: { article: 36, quote: '对政府信息公开申请，行政机关根据下列情况分别作出答复' },
  alreadyPublic: {
    article: 36,
    item: 1,
    quote: '所申请公开信息已经主动公开的，告知申请人获取该政府信息的方式、途径',
  },
  given: {
    article: 36,
    item: 2,
    quote: '所申请公开信息可以公开的，向申请人提供该政府信息，或者告知申请人获取该政府信息的方式、途径和时间',
  },
  denied: {
    article: 36,
    item: 3,
    quote: '行政机关依据本条例的规定决定不予公开的，告知申请人不予公开并说明理由',
  },
  notExisting: {
    article: 36,
    item: 4,
    quote: '经检索没有所申请公开信息的，告知申请人该政府信息不存在',
  },
  notOurs: {
    article: 36,
    item: 5,
    quote:
      '所申请公开信息不属于本行政机关负责公开的，告知申请人并说明理由；能够确定负责公开该政府信息的行政机关的，告知申请人该行政机关的名称、联系方式',
  },
  repeated: {
    article: 36,
    item: 6,
    quote:
      '行政机关已就申请人提出的政府信息公开申请作出答复、申请人重复申请公开相同政府信息的，告知申请人不予重复处理',
  },
  specialLaw: {
    article: 36,
    item: 7,
    quote:
      '所申请公开信息属于工商、不动产登记资料等信息，有关法律、行政法规对信息的获取有特别规定的，告知申请人依照有关法律、行政法规的规定办理',
  },
  partly: {
    article: 37,
    quote: '行政机关应当向申请人提供可以公开的政府信息内容，并对不予公开的内容说明理由',
  },
  readyMade: {
    article: 38,
    quote: '需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供',
  },
  petition: {
    article: 39,
    paragraph: 1,
    quote:
      '申请人以政府信息公开申请的形式进行信访、投诉、举报等活动，行政机关应当告知申请人不作为政府信息公开申请处理并可以告知通过相应渠道提出',
  },
  publishedWork: {
    article: 39,
    paragraph: 2,
    quote:
      '申请人提出的申请内容为要求行政机关提供政府公报、报刊、书籍等公开出版物的，行政机关可以告知获取的途径',
  },
  formGiven: {
    article: 40,
    quote: '应当根据申请人的要求及行政机关保存政府信息的实际情况，确定提供政府信息的具体形式',
  },
  rectified: { article: 41, quote: '有权更正的行政机关审核属实的，应当予以更正并告知申请人' },
  rectificationElsewhere: {
    article: 41,
    quote:
      '不属于本行政机关职能范围的，行政机关可以转送有权更正的行政机关处理并告知申请人，或者告知申请人向有权更正的行政机关提出',
  },
  severalApplicants: {
    article: 44,
    quote:
      '多个申请人就相同政府信息向同一行政机关提出公开申请，且该政府信息属于可以公开的，行政机关可以纳入主动公开的范围',
  },
  applicantSuggests: {
    article: 44,
    paragraph: 2,
    quote:
      '申请人认为涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的，可以建议行政机关将该信息纳入主动公开的范围。行政机关经审核认为属于主动公开范围的，应当及时主动公开',
  },
  fee: {
    article: 42,
    paragraph: 1,
    quote: '申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费',
  },
  help: { article: 43, quote: '存在阅读困难或者视听障碍的，行政机关应当为其提供必要的帮助' },
  record: {
    article: 45,
    quote: '建立健全政府信息公开申请登记、审核、办理、答复、归档的工作制度，加强工作规范',
  },
  complaint: {
    article: 47,
    paragraph: 2,
    quote: '政府信息公开工作主管部门查证属实的，应当予以督促整改或者通报批评',
  },
  enterprise: {
    article: 55,
    paragraph: 2,
    quote: '接受申诉的部门或者机构应当及时调查处理并将处理结果告知申诉人',
  },
} as const satisfies Record<string, Citation>

/** One request is charged once, by pieces or by pages. */
export const chargedOnce = {
  instrument: 'feeMeasures',
  article: 3,
  quote: '不得同时按照两种标准重复计算',
} as const satisfies Citation

/** What is given out is reviewed for secrets before, item by item. */
export const secrecyFirst = {
  instrument: 'secrecyRules',
  article: 42,
  quote: '先审查、后公开',
} as const satisfies Citation
