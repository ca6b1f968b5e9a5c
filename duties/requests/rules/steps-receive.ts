import { articles } from './articles.ts'
import { choicesOf } from './fields.ts'
import { proofLabels } from './proofs.ts'
import { refused } from './refusals.ts'
import { may, need, onDay, type Step } from './step.ts'

const live = ['open', 'decided'] as const
const all = ['arrived', 'open', 'decided', 'closed', 'archived'] as const
const staff = [
  'handler',
  'reviewer',
  'secrecyReviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'informationOfficer',
] as const

/** 登记与分办: from the letter box to the desk of the person who handles it. */
export const receiveSteps = {
  confirmReceipt: {
    label: '确认收到',
    law: '平常信函当日与申请人确认；网上、传真提交的以双方确认之日为收到之日',
    cites: [articles.receivedOrdinaryPost, articles.receivedOnline],
    roles: ['handler'],
    states: ['arrived'],
    fields: {
      on: onDay('确认之日'),
      confirmation: need('text', '确认方式', {
        hint: '何时、以何种方式同谁确认，例如：电话与申请人本人确认',
      }),
      evidence: may('files', '确认凭证'),
    },
  },
  assign: {
    label: '分办',
    law: '登记、审核、办理、答复、归档各有专人负责',
    cites: [articles.record],
    roles: ['officeHead', 'handler'],
    states: live,
    fields: { to: need('person', '承办人'), unit: may('text', '承办科室') },
  },
  claim: {
    label: '认领',
    law: '登记、审核、办理、答复、归档各有专人负责',
    cites: [articles.record],
    roles: ['handler'],
    states: live,
    fields: {},
    blocked: (c) => (c.assignee ? refused('alreadyAssigned') : undefined),
  },
  handBack: {
    label: '退回分办',
    law: '登记、审核、办理、答复、归档各有专人负责',
    cites: [articles.record],
    roles: ['handler'],
    states: live,
    fields: { reason: need('longtext', '退回理由') },
    blocked: (c, { by, coversFor }) =>
      c.assignee && (c.assignee === by || coversFor?.includes(c.assignee))
        ? undefined
        : refused('notAssignedToYou'),
  },
  handOver: {
    label: '移送其他机关',
    law: '由制作或者最初获取该信息的机关负责；不属于本机关负责公开的，应当告知申请人',
    cites: [articles.duty, articles.notOurs],
    roles: ['officeHead'],
    states: ['arrived', 'open'],
    fields: {
      on: onDay('移送之日'),
      to: need('organ', '移送至'),
      reason: need('longtext', '移送理由', { hint: '写明职权依据' }),
    },
  },
  split: {
    label: '拆分为多件',
    law: '一份申请包含多项内容的，可以按照一事一申请拆分',
    cites: [{ instrument: 'feeMeasures', article: 4, quote: '以合理的最小单位拆分计算件数' }],
    roles: ['handler', 'officeHead'],
    states: ['open'],
    kinds: ['request'],
    byAssignee: true,
    fields: {
      titles: need('lines', '各件的标题', { hint: '每行一件，至少两件；收到之日不变，申请人信息不变' }),
    },
    blocked: (c) => {
      const begun = c.correction || c.consultations.length > 0 || c.extensions.length > 0 || c.reasons
      return begun || c.fee || c.draft ? refused('splitTooLate') : undefined
    },
  },
  addFile: {
    label: '添加附件',
    law: '办理中形成的材料随件保存',
    cites: [articles.record],
    roles: staff,
    states: ['arrived', 'open', 'decided', 'closed'],
    fields: { file: need('file', '附件'), what: need('text', '说明') },
  },
  addProof: {
    label: '登记身份证明',
    law: '申请应当包括申请人的身份证明；代理人提出的，附授权委托书',
    cites: [articles.identity],
    roles: ['handler'],
    states: ['arrived', 'open'],
    fields: {
      what: need('choice', '证件', { choices: choicesOf(proofLabels) }),
      file: need('file', '照片或者扫描件', { hint: 'JPG、PNG 或者 PDF，加密保存，每次查看留有记录' }),
    },
  },
  note: {
    label: '备注',
    law: '办理中的情况随件记录，申请人看不到',
    cites: [articles.record],
    roles: staff,
    states: all,
    fields: { text: need('longtext', '内容') },
  },
  amend: {
    label: '更正记录',
    law: '登记有误的，另记更正及其理由，原记录保留',
    cites: [articles.record],
    roles: ['handler', 'officeHead'],
    states: all,
    fields: {
      seq: need('choice', '要更正的记录', { fromCase: true }),
      correctOn: may('day', '正确的日期'),
      title: may('text', '正确的标题', { hint: '只适用于登记和补正的记录' }),
      description: may('longtext', '正确的内容', { hint: '只适用于登记和补正的记录' }),
      category: may('choice', '正确的申请人类别', { fromCase: true, hint: '只适用于登记的记录' }),
      reason: need('text', '更正理由'),
    },
  },
} as const satisfies Record<string, Step>
