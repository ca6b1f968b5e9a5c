import { inChinese } from '#time/day.ts'
import { articles } from './articles.ts'
import { kindLabels } from './labels.ts'
import { byLaw, type LetterGround, restated, sentence, you } from './letter-words.ts'
import type { LetterKindWords } from './letters-clock.ts'
import type { Consultation } from './request-parts.ts'
import { terms } from './terms.ts'

const consulted = ({ c, consultationId }: LetterGround): Consultation | undefined =>
  c.consultations.find((one) => one.consultationId === consultationId) ?? c.consultations.at(-1)

const about = (ground: LetterGround): string => sentence(consulted(ground)?.about ?? '')

const consultThirdParty: LetterKindWords = {
  title: '政府信息公开征求意见书',
  to: 'party',
  paragraphs: (ground) => [
    `本机关收到一件政府信息公开申请，所申请的信息涉及你方：${about(ground)}`,
    `公开该信息可能损害你方的合法权益。${byLaw(articles.thirdPartyAsked, articles.thirdPartyInterest)}现书面征求你方意见。`,
    `请自收到本征求意见书之日起${terms.thirdPartyOpinion.workingDays}个工作日内，以所附回执写明是否同意公开；不同意的，写明理由。`,
    '逾期未提出意见的，由本机关依照条例的规定决定是否公开。不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定公开，并将决定公开的内容和理由书面告知你方。',
  ],
}

const consultCoMaker: LetterKindWords = {
  title: '共同制作政府信息公开征求意见书',
  to: 'party',
  paragraphs: (ground) => [
    `本机关收到一件政府信息公开申请，所申请的信息由本机关牵头、与你单位共同制作：${about(ground)}`,
    `${byLaw(articles.coMakerTerm)}请自收到本征求意见书之日起${terms.coMakerOpinion.workingDays}个工作日内提出意见；逾期未提出意见的，视为同意公开。`,
  ],
}

const consultOrgan: LetterKindWords = {
  title: '政府信息公开协商确认函',
  to: 'party',
  paragraphs: (ground) => [
    `本机关收到一件政府信息公开申请，所申请的信息涉及你单位：${about(ground)}`,
    `${byLaw(articles.coordinated)}请自收到本函之日起${ground.settings.clock.otherOrganWorkingDays}个工作日内书面提出意见。`,
  ],
}

const consultSlip: LetterKindWords = {
  title: '征求意见回执',
  to: 'file',
  paragraphs: (ground) => [
    `征求意见书文号：${consulted(ground)?.letter.number ?? ''}`,
    `涉及的信息：${about(ground)}`,
    '意见：□同意公开　□不同意公开　□部分同意公开',
    '不同意公开的理由：',
    '签名（盖章）：　　　　　　　　日期：　　　　年　　月　　日',
  ],
}

const consultationTold: LetterKindWords = {
  title: '政府信息公开征求意见告知书',
  to: 'applicant',
  paragraphs: (ground) => [
    restated(ground.c),
    `${you(ground.c)}申请的信息需要征求第三方或者其他机关的意见，征求意见书已于${inChinese(consulted(ground)?.sentOn ?? ground.on)}发出。`,
    `${byLaw(articles.consultationExcluded)}征求意见所需时间不计算在答复期限内。`,
  ],
}

const disclosureTold: LetterKindWords = {
  title: '决定公开政府信息告知书',
  to: 'party',
  paragraphs: (ground) => [
    `你方于${inChinese(consulted(ground)?.answeredOn ?? ground.on)}表示不同意公开下列信息：${about(ground)}`,
    `经审查，本机关认为不公开可能对公共利益造成重大影响：${sentence(consulted(ground)?.publicInterest ?? '')}`,
    `${byLaw(articles.objectionOverruled)}本机关决定予以公开，现书面告知。`,
  ],
  decides: true,
}

const assist: LetterKindWords = {
  title: '政府信息公开协办函',
  to: 'party',
  paragraphs: ({ c }) => {
    const last = c.materials.at(-1)
    return [
      `本机关正在办理一件${kindLabels[c.intake.kind]}（编号：${c.intake.number}），内容是“${c.title}”。`,
      `${byLaw(articles.coordinated)}需要你单位提供：${sentence(last?.what ?? '')}`,
      `请于${last ? inChinese(last.answerBy) : ''}前提供；没有相应材料的，请书面说明检索情况。`,
    ]
  },
}

/** 征求意见 and what belongs to it (第三十二、三十四条). */
export const consultationLetters = {
  consultThirdParty,
  consultCoMaker,
  consultOrgan,
  consultSlip,
  consultationTold,
  disclosureTold,
  assist,
} as const
