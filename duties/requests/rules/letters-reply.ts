import type { Citation } from '#law/citation.ts'
import { inChinese } from '#time/day.ts'
import { articles } from './articles.ts'
import type { CaseKind } from './facts.ts'
import { methodLabels, stageLabels } from './labels.ts'
import { byLaw, type LetterGround, linesIn, restated, sentence } from './letter-words.ts'
import type { LetterKindWords } from './letters-clock.ts'
import { sayPart } from './letters-parts.ts'
import { outcomes } from './outcomes.ts'
import type { Decision, Draft } from './request-parts.ts'

const decisionOf = ({ c }: LetterGround): Decision | Draft | undefined => {
  if (c.state === 'decided') return c.decision
  return 'closing' in c && c.closing.how === 'replied' ? c.closing.decision : c.draft
}

const history = ({ c }: LetterGround): string[] => [
  ...(c.correction?.correctedOn ? [`本机关于${inChinese(c.correction.correctedOn)}收到补正的申请。`] : []),
  ...(c.extensions.length > 0 ? ['经政府信息公开工作机构负责人同意，已延长答复期限并告知。'] : []),
  ...(c.reopened ? [`依据${c.reopened.order}，本机关重新作出答复。`] : []),
]

const ordinals = '一二三四五六七八九十'

const found = (ground: LetterGround): string[] => {
  const decision = decisionOf(ground)
  const parts = decision?.parts ?? []
  const told = parts.flatMap((part, i) => {
    const [first = '', ...rest] = sayPart(part, ground)
    const mark = ordinals[i] ?? String(i + 1)
    return parts.length > 1 ? [`${mark}、${first}`, ...rest] : [first, ...rest]
  })
  return [...told, ...linesIn(decision?.text ?? '')]
}

const decision = (title: string, lead: string): LetterKindWords => ({
  title,
  to: 'applicant',
  paragraphs: (ground) => [
    `${restated(ground.c)}${history(ground).join('')}`,
    ...(lead ? [lead] : []),
    ...found(ground),
  ],
  decides: true,
})

const transferCites: Record<CaseKind, readonly Citation[]> = {
  request: [articles.duty, articles.notOurs],
  rectification: outcomes.C3.cites,
  complaint: [],
  enterprise: [],
}

const transfer: LetterKindWords = {
  title: '移送告知书',
  to: 'applicant',
  paragraphs: ({ c, receiver }) => {
    const closing = 'closing' in c && c.closing.how === 'handedOver' ? c.closing : undefined
    return [
      restated(c),
      `${byLaw(...transferCites[c.intake.kind])}${closing ? sentence(closing.reason) : ''}` +
        `本机关${closing ? `已于${inChinese(closing.on)}` : '将'}把本件移送${receiver?.name ?? '有权处理的机关'}，现予告知。`,
      ...(receiver?.contact ? [`受移送机关的联系方式：${sentence(receiver.contact)}`] : []),
    ]
  },
}

const servedNumber = ({
  c,
  number,
  consultationId,
}: Pick<LetterGround, 'c' | 'number'> & { consultationId: string | undefined }): string => {
  const consulted = c.consultations.find((one) => one.consultationId === consultationId)
  return consulted?.letter.number ?? (c.state === 'decided' ? c.decision.letter.number : number)
}

const serviceRecord: LetterKindWords = {
  title: '送达回证',
  to: 'file',
  paragraphs: ({ c, applicant, number, consultationId, party, partyContact }) => [
    `送达文书：${servedNumber({ c, number, consultationId })}`,
    `受送达人：${consultationId ? (party ?? '') : applicant}`,
    ...(consultationId ? [`联系方式：${partyContact ?? ''}`] : []),
    `案件编号：${c.intake.number}`,
    'closing' in c && c.closing.how === 'replied'
      ? `送达方式：${methodLabels[c.closing.service.method]}；日期：${inChinese(c.closing.service.on)}；凭证：${c.closing.service.proof ?? ''}`
      : '送达方式：　　　　　　日期：　　　　年　　月　　日',
    '受送达人签名（盖章）：',
    '送达人：',
  ],
}

const reviewSheet: LetterKindWords = {
  title: '政府信息公开审查呈批单',
  to: 'file',
  paragraphs: (ground) => {
    const { draft } = ground.c
    return [
      `案件编号：${ground.c.intake.number}`,
      `申请内容：${ground.c.title}`,
      ...(draft?.parts ?? []).map(({ what, outcome }) => `拟处理意见：${what}——${outcomes[outcome].name}`),
      ...(draft?.reviews ?? []).map(
        ({ stage, passed, opinion, on }) =>
          `${stageLabels[stage]}：${passed ? '同意' : '退回'}；${opinion}（${inChinese(on)}）`,
      ),
    ]
  },
}

/** 答复 and what follows from it. */
export const replyLetters = {
  reply: decision('政府信息公开申请答复书', '经审查，现答复如下：'),
  notProcessed: decision('政府信息公开申请不予处理告知书', '经审查，现告知如下：'),
  notContinued: decision('政府信息公开申请不再处理告知书', '现告知如下：'),
  ended: decision('政府信息公开申请终止办理告知书', '现告知如下：'),
  rectification: decision('政府信息更正申请处理告知书', '经审核，现告知如下：'),
  complaintResult: decision('处理结果告知书', '经调查，现告知如下：'),
  transfer,
  serviceRecord,
  reviewSheet,
} as const
