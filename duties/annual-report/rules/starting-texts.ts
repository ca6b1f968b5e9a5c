import type { TextId } from '#law/report-forms/form.ts'
import { carriedForwardLabel } from '#law/report-forms/requests-table.ts'
import { overviewThemes } from '#law/report-forms/sections.ts'
import { type PublicationFigure, publishedSentence } from './publication-figures.ts'

const [published, onRequest, managed, platforms, watched] = overviewThemes

const themeOnePlan = '〔写明全年主动公开的条数、渠道、重点领域和解读回应情况。〕'

const overview = [
  '{{year}}年，本机关贯彻落实《中华人民共和国政府信息公开条例》，政府信息公开工作情况如下。',
  `（一）${published}。${themeOnePlan}`,
  `（二）${onRequest}。本年新收政府信息公开申请{{requests.new_received.total}}件，上年结转政府信息公开申请{{requests.carried_over.total}}件；办结{{requests.total_processed.total}}件，其中予以公开{{requests.granted.total}}件，部分公开{{requests.partial.total}}件，不予公开{{requests.denied.total}}件，无法提供{{requests.unable.total}}件，不予处理{{requests.refused.total}}件，其他处理{{requests.other.total}}件；${carriedForwardLabel}{{requests.carried_forward.total}}件。`,
  `（三）${managed}。本年制发行政规范性文件{{proactive.normative.made}}件，废止行政规范性文件{{proactive.normative.repealed}}件，现行有效行政规范性文件{{proactive.normative.valid}}件。`,
  `（四）${platforms}。〔写明政府网站、政务新媒体、公报和政务公开专区的建设情况。〕`,
  `（五）${watched}。〔写明培训、考核、社会评议和责任追究结果情况。〕`,
].join('\n')

const problems = [
  '（一）存在的主要问题。〔写明本年度查找的具体问题。〕',
  '（二）改进情况。〔逐项写明改进措施，以及上一年度所列问题的改进结果。〕',
].join('\n')

const other =
  '本年度发出收费通知{{fees.notices}}件，总金额{{fees.noticed}}元，实际收取信息处理费{{fees.collected}}元。没有其他需要报告的事项。'

/** Texts to begin with: the five themes of part one, and the figures bound; what is in 〔〕 is to be written. */
export const startingTexts = { overview, problems, other } as const satisfies Partial<Record<TextId, string>>

/** The texts to begin with where it is recorded how much was made public: those figures bound as well. */
export function startingTextsWith(figures: readonly PublicationFigure[]): typeof startingTexts {
  const sentence = publishedSentence(figures)
  if (sentence === '') return startingTexts
  const plan = '〔写明重点领域公开和解读回应情况。〕'
  return { ...startingTexts, overview: overview.replace(themeOnePlan, `${sentence}。${plan}`) }
}

/** Instructions of a starting text that nobody has replaced by words: 〔写明…〕. */
export const unwritten = (text: string): readonly string[] =>
  [...text.matchAll(/〔写明[^〕]*〕/g)].map(([words]) => words)
