import { common } from '#law/articles.ts'
import { articles } from './articles.ts'
import { choicesOf } from './fields.ts'
import { methodLabels, stageLabels } from './labels.ts'
import { refused } from './refusals.ts'
import { isReturned, pendingStages } from './review.ts'
import { may, need, onDay, type Step } from './step.ts'

/** 作出决定、送达、撤回、归档. */
export const endingSteps = {
  decide: {
    label: '作出答复',
    law: '20个工作日内予以答复；经审定签发后编号、用印',
    cites: [articles.reply, articles.record],
    roles: ['handler', 'officeHead', 'leader'],
    states: ['open'],
    byAssignee: true,
    fields: {
      on: onDay('落款之日'),
      countsAs: may('choice', '计入统计的情形', { fromCase: true, hint: '不填则以拟稿时所选为准' }),
    },
    blocked: (c, { settings }) => {
      if (!c.draft) return refused('draftNone')
      if (isReturned(c.draft)) return refused('draftReturned')
      const next = pendingStages(c.draft, settings)[0]
      return next ? refused('reviewMissing', { stage: stageLabels[next] }) : undefined
    },
  },
  serve: {
    label: '登记送达',
    law: '直接送达的以签收之日、邮寄的以交邮之日为答复之日',
    cites: [{ instrument: 'serviceReply', quote: '交邮之日' }],
    roles: ['handler'],
    states: ['decided'],
    byAssignee: true,
    fields: {
      on: onDay('签收或者交邮之日'),
      method: need('choice', '送达方式', {
        choices: choicesOf(methodLabels),
      }),
      proof: may('text', '送达凭证', { hint: '邮寄的，填写邮政企业的邮件号码；不得使用到付' }),
      files: may('files', '凭证扫描件'),
      enclosures: may('files', '提供给申请人的信息', {
        hint: '只上传经审查同意提供的文件；登记送达以后，申请人凭申请编号和查询码可以下载',
      }),
    },
  },
  withdraw: {
    label: '撤回申请',
    law: '申请人可以在答复之前撤回申请',
    cites: [articles.record],
    roles: ['applicant', 'handler'],
    states: ['arrived', 'open', 'decided'],
    fields: {
      on: onDay('撤回之日'),
      statement: need('longtext', '撤回的说明', { hint: '由工作人员登记的，应当有申请人的书面说明' }),
    },
  },
  reopen: {
    label: '重新办理',
    law: '行政复议决定、判决责令重新答复的，应当在其确定的期限内答复',
    cites: [common.remedy],
    roles: ['officeHead'],
    states: ['closed', 'archived'],
    fields: {
      on: onDay('收到决定或者判决之日'),
      order: need('text', '决定书或者判决书文号'),
      dueOn: may('day', '责令答复的最后一日', { hint: '没有确定期限的不填' }),
    },
    blocked: (c) => {
      const isReplied = 'closing' in c && c.closing.how === 'replied'
      return isReplied ? undefined : refused('notReplied')
    },
  },
  archive: {
    label: '归档',
    law: '答复送达后，申请、文书、凭证和审核记录一并归档',
    cites: [articles.record],
    roles: ['handler'],
    states: ['closed'],
    fields: { on: onDay('归档之日'), package: may('file', '档案包') },
  },
} as const satisfies Record<string, Step>
