import type { Citation } from './citation.ts'

/** Places of the Regulation that more than one duty cites. */
export const common = {
  thirdParty: {
    article: 15,
    quote: '涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开',
  },
  internal: {
    article: 16,
    paragraph: 1,
    quote: '行政机关的内部事务信息，包括人事管理、后勤管理、内部工作流程等方面的信息，可以不予公开',
  },
  process: {
    article: 16,
    paragraph: 2,
    quote:
      '行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息以及行政执法案卷信息，可以不予公开',
  },
  reviewed: {
    article: 17,
    paragraph: 2,
    quote:
      '行政机关应当依照《中华人民共和国保守国家秘密法》以及其他法律、法规和国家有关规定对拟公开的政府信息进行审查',
  },
  remedy: { article: 51, quote: '也可以依法申请行政复议或者提起行政诉讼' },
} as const satisfies Record<string, Citation>
