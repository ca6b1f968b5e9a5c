import { inChinese } from '#time/day.ts'
import { articles } from './articles.ts'
import { sayBecause } from './because.ts'
import { due } from './due.ts'
import { pageTariff, pieceTariff } from './fees.ts'
import { channelLabels, formLabels, kindLabels, wayLabels } from './labels.ts'
import {
  byLaw,
  type LetterGround,
  linesIn,
  numbered,
  receivedOn,
  restated,
  sentence,
  you,
} from './letter-words.ts'
import { terms } from './terms.ts'

/** One kind of letter: its title, to whom, and its paragraphs. */
export interface LetterKindWords {
  readonly title: string
  readonly to: 'applicant' | 'party' | 'file'
  readonly paragraphs: (ground: LetterGround) => readonly string[]
  readonly decides?: true
}

/** The due day of the reply and every step of the way to it, in sentences. */
const dueSentences = ({ facts, calendar, settings }: LetterGround): string[] => {
  const answer = due(facts, calendar, settings.clock)
  const reasons = numbered(answer.because.map(sayBecause))
  if (answer.kind !== 'due') return reasons
  return [`本机关将于${inChinese(answer.on)}前（含当日）答复。该日期是这样确定的：`, ...reasons]
}

const nowDue = ({ facts, calendar, settings }: LetterGround): string => {
  const answer = due(facts, calendar, settings.clock)
  return answer.kind === 'due' ? `答复期限延长至${inChinese(answer.on)}` : '答复期限相应延长'
}

const registration: LetterKindWords = {
  title: '政府信息公开申请登记表',
  to: 'file',
  paragraphs: ({ c, applicant }) => [
    `编号：${c.intake.number}`,
    `事项：${kindLabels[c.intake.kind]}`,
    `申请人：${applicant}`,
    `提交方式：${channelLabels[c.intake.channel]}`,
    `送到之日：${inChinese(c.arrivedOn)}；收到之日：${'receivedOn' in c && c.receivedOn ? inChinese(c.receivedOn) : '待确认'}`,
    `申请内容：${c.title}`,
    ...linesIn(c.description),
    `形式要求：${formLabels[c.formWanted]}，${wayLabels[c.intake.wayWanted]}`,
    ...(c.intake.help ? [`需要的帮助：${c.intake.help}`] : []),
    ...(c.intake.writtenDownBy ? [`代为填写：由工作人员代为填写，已向申请人宣读核对`] : []),
  ],
}

const receipt: LetterKindWords = {
  title: '政府信息公开申请接收回执',
  to: 'applicant',
  paragraphs: (ground) => [
    `${restated(ground.c)}`,
    ...dueSentences(ground),
    `办理中如需${you(ground.c)}补正、说明理由或者缴纳费用，本机关将另行书面告知。`,
  ],
}

const correction: LetterKindWords = {
  title: '政府信息公开申请补正告知书',
  to: 'applicant',
  paragraphs: ({ c }) => [
    restated(c),
    `经审查，申请内容不明确。${byLaw(articles.correctionOnce)}现一次性告知需要补正的事项：`,
    ...numbered((c.correction?.items ?? []).map(sentence)),
    `请自收到本告知书之日起${c.correction?.workingDays ?? 0}个工作日内提交补正材料。本机关将自收到补正的申请之日起计算答复期限。`,
    `无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。如需指导，请与本机关联系。`,
  ],
}

const extension: LetterKindWords = {
  title: '政府信息公开申请延期答复告知书',
  to: 'applicant',
  paragraphs: (ground) => {
    const last = ground.c.extensions.at(-1)
    return [
      restated(ground.c),
      `因${(last?.reason ?? '').replace(/^因/u, '').replace(/[。；]+$/u, '')}，不能在法定期限内答复。${byLaw(articles.extension)}` +
        `经政府信息公开工作机构负责人同意，延长答复期限${last?.workingDays ?? 0}个工作日，${nowDue(ground)}。`,
    ]
  },
}

const reasons: LetterKindWords = {
  title: '政府信息公开申请说明理由告知书',
  to: 'applicant',
  paragraphs: ({ c }) => [
    restated(c),
    sentence(c.reasons?.figures ?? ''),
    `${you(c)}申请公开政府信息的数量、频次明显超过合理范围。${byLaw(articles.reasons)}请于${c.reasons ? inChinese(c.reasons.answerBy) : ''}前书面说明申请的理由。`,
    '理由不合理的，本机关将告知不予处理；理由合理但无法按期答复的，本机关将另行确定延迟答复的合理期限并告知。',
  ],
}

const laterDay: LetterKindWords = {
  title: '政府信息公开申请延迟答复告知书',
  to: 'applicant',
  paragraphs: ({ c }) => [
    restated(c),
    `经审查，${you(c)}说明的申请理由合理，但本机关无法在法定期限内答复：${sentence(c.laterDay?.why ?? '')}`,
    `${byLaw(articles.laterDay)}本机关将于${c.laterDay ? inChinese(c.laterDay.dueOn) : ''}前（含当日）答复。`,
  ],
}

const feeUnits = { piece: '件', page: '页' } as const

const fee: LetterKindWords = {
  title: '政府信息公开信息处理费收费通知书',
  to: 'applicant',
  paragraphs: ({ c, organ }) => {
    const { by = 'piece', quantity = 0, yuan = 0, why = '' } = c.fee ?? {}
    const standard =
      by === 'piece'
        ? `本件是${you(c)}于${inChinese(receivedOn(c)).replace(/\d+日$/u, '')}提出的第${quantity}${feeUnits[by]}申请，按件计收`
        : `本件提供信息${quantity}${feeUnits[by]}，按量计收`
    return [
      restated(c),
      `${sentence(why)}${byLaw(articles.fee, by === 'piece' ? pieceTariff.cites : pageTariff.cites)}本机关决定收取信息处理费。`,
      `收费标准和数额：${standard}，应缴${yuan}元。`,
      `缴纳方式：${sentence(organ.payment)}`,
      `请在收到本通知书次日起${terms.feePayment.workingDays}个工作日内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该申请。`,
    ]
  },
}

/** 登记、补正、延期、说明理由、收费: the letters that start, stop or move the clock. */
export const clockLetters = { registration, receipt, correction, extension, reasons, laterDay, fee } as const
