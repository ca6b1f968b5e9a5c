import { articles } from './articles.ts'
import { openConsultations } from './case-terms.ts'
import { choicesOf } from './fields.ts'
import { answerLabels, consultedLabels, endedLabels } from './labels.ts'
import { refused } from './refusals.ts'
import type { RequestCase } from './request.ts'
import type { Consultation } from './request-parts.ts'
import { may, need, onDay, type Step } from './step.ts'

const open = ['open'] as const
const handler = ['handler'] as const

const isUnserved = (one: Consultation): boolean => !one.servedOn && !one.answeredOn && !one.endedOn

const whileOpen = (c: RequestCase) =>
  openConsultations(c).length > 0 ? undefined : refused('consultationNone')

const consultationId = need('choice', '征求意见', { fromCase: true })

/** 征求意见 (第三十二、三十四条, 第三十三条第三款). */
export const consultationSteps = {
  consult: {
    label: '征求意见',
    law: '损害第三方合法权益的，应当书面征求意见；所需时间不计入答复期限',
    cites: [articles.thirdPartyAsked, articles.coMakerTerm, articles.consultationExcluded],
    roles: handler,
    states: open,
    kinds: ['request'],
    byAssignee: true,
    fields: {
      on: onDay('征求意见书发出之日'),
      with: need('choice', '征求谁的意见', {
        choices: choicesOf(consultedLabels),
      }),
      party: need('text', '名称', { hint: '写在征求意见书抬头，第三方的加密保存' }),
      contact: may('text', '联系方式', { hint: '送达征求意见书用：电话、地址或者电子邮箱' }),
      about: need('longtext', '涉及的信息', { hint: '只写明必要的范围，不附信息本身' }),
    },
  },
  recordConsultationServed: {
    label: '登记征求意见书送达',
    law: '自收到征求意见书之日起15个工作日内提出意见',
    cites: [articles.thirdPartyTerm, articles.coMakerTerm],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: { consultationId, on: onDay('送达之日'), proof: may('file', '送达凭证') },
    blocked: (c) => (c.consultations.some(isUnserved) ? undefined : refused('consultationNone')),
  },
  recordConsultationAnswered: {
    label: '登记反馈意见',
    law: '第三方不同意公开且有合理理由的，不予公开',
    cites: [articles.thirdPartyObjects],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      consultationId,
      on: onDay('收到意见之日'),
      answer: need('choice', '意见', {
        choices: choicesOf(answerLabels),
      }),
      reason: may('longtext', '理由', { hint: '不同意公开的，记明其理由' }),
      reasonable: may('yesNo', '理由是否合理', { hint: '不同意公开的，由本机关判断' }),
    },
    blocked: whileOpen,
  },
  endConsultation: {
    label: '结束征求意见',
    law: '第三方逾期未提出意见的，由本机关决定；共同制作机关逾期的，视为同意公开',
    cites: [articles.thirdPartySilent, articles.coMakerTerm],
    roles: handler,
    states: open,
    byAssignee: true,
    fields: {
      consultationId,
      on: onDay('结束之日'),
      why: need('choice', '原因', {
        choices: choicesOf(endedLabels),
      }),
    },
    blocked: whileOpen,
  },
  overruleObjection: {
    label: '为公共利益决定公开',
    law: '不公开可能对公共利益造成重大影响的，可以决定公开，并把内容和理由书面告知第三方',
    cites: [articles.objectionOverruled],
    roles: ['officeHead', 'leader'],
    states: open,
    fields: {
      consultationId,
      on: onDay('告知之日'),
      publicInterest: need('longtext', '公共利益的理由', {
        hint: '写明决定公开的内容，以及不公开会造成何种重大影响',
      }),
    },
    blocked: (c) =>
      c.consultations.some((one) => one.with === 'thirdParty' && one.answer === 'objects' && !one.overruledOn)
        ? undefined
        : refused('objectionNone'),
  },
} as const satisfies Record<string, Step>
