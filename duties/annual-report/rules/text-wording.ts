import type { TextId } from '#law/report-forms/form.ts'
import { forms } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { levelOfOrgan } from './organ-level.ts'
import type { Statement } from './statements.ts'

/** Something in the text that an official should look at. */
export interface Remark {
  readonly kind: 'contradiction' | 'arithmetic' | 'year' | 'name' | 'period' | 'citation' | 'slip'
  readonly section: TextId
  readonly quote: string
  readonly sentence: string
  readonly cells?: readonly string[]
}

/** `stated`: the figures stated in this part. */
type Look = (section: TextId, text: string, report: Report, stated: readonly Statement[]) => readonly Remark[]

const clauseEnd = /[。；\n]/

/** The sentence around a place; of a long one its clauses next to the place. */
const sentenceAround = (text: string, at: number): string => {
  const start = Math.max(...['。', '；', '\n'].map((end) => text.lastIndexOf(end, at - 1))) + 1
  const stop = clauseEnd.exec(text.slice(at))
  const end = stop ? at + stop.index : text.length
  if (end - start <= 70) return text.slice(start, end).trim()
  const comma = text.lastIndexOf('，', at - 1)
  const from = comma >= start ? comma + 1 : start
  return text.slice(from, Math.min(end, from + 70)).trim()
}

const none = /(没有|未|无)(?!法)[^。；，,]{0,30}?(复议|诉讼)/g

/** A review or a lawsuit received in one place and none received in another. */
const contradictions: Look = (section, text, _report, all) => {
  const stated = all.filter(
    ({ subject, value }) => (subject === 'review' || subject === 'litigation') && value > 0,
  )
  if (stated.length === 0) return []
  return [...text.matchAll(none)].flatMap((match): Remark[] => {
    const denied = sentenceAround(text, match.index)
    const against = stated.find(
      ({ subject }) =>
        match[0].includes(subject === 'review' ? '复议' : '诉讼') ||
        (subject === 'review' && /复议/.test(denied)),
    )
    if (against === undefined || denied.includes(against.quote)) return []
    const sentence = `文中前后矛盾：一处称“${against.quote}”，另一处称“${denied}”，请核实。`
    return [{ kind: 'contradiction', section, quote: denied, sentence }]
  })
}

/** 答复 equals 办理, yet cases are carried forward and none was carried in. Only where table three cannot tell. */
const carriedFromNowhere: Look = (section, _text, report, stated) => {
  if (report.cells['requests.carried_forward.total'] !== undefined) return []
  const forward = stated.find((each) => each.subject === 'carriedForward' && each.value > 0)
  const done = stated.filter((each) => each.subject === 'processed')
  if (forward === undefined || done.length === 0 || stated.some((each) => each.subject === 'carriedOver'))
    return []
  const received = stated.find((each) => each.subject === 'received') ?? done[0]
  if (received === undefined || !done.some((each) => each.value === received.value)) return []
  const sentence = `文中称办理${received.value}件、答复${received.value}件，又称结转下年度${forward.value}件，没有说明上年结转，请核实。`
  return [{ kind: 'contradiction', section, quote: forward.quote, sentence }]
}

const periods =
  /统计(?:期限|时限|时间|周期|期间)[^。]{0,6}?(20\d\d)年1月1日(?:起|开始)?(?:至|到|-|—|－|~|～)+(?:(20\d\d)年)?(\d+)月(\d+)日/g

const period: Look = (section, text, { year }) =>
  [...text.matchAll(periods)].flatMap((match): Remark[] => {
    const right = Number(match[1]) === year && Number(match[2] ?? match[1]) === year
    if (right && match[3] === '12' && match[4] === '31') return []
    const sentence = `文中“${match[0]}”，应为${year}年1月1日至${year}年12月31日，请核对。`
    return [{ kind: 'period', section, quote: match[0], sentence }]
  })

const comparison = /(较|相比|同比|比上年|比去年|以来|来|期间|版)/

/** A figure of this year's work under another year's name: a sentence left in from an earlier report. */
const otherYear: Look = (section, text, report, stated) => {
  const left = stated.filter((each) => {
    const sentence = sentenceAround(text, each.from)
    const ofWork = each.subject === 'received' || each.subject === 'processed' || each.subject === 'review'
    return (
      each.ofYear !== undefined &&
      ofWork &&
      !sentence.includes(`${report.year}年`) &&
      !comparison.test(sentence)
    )
  })
  const remarks = left.map(({ quote, ofYear }): Remark => {
    const sentence = `文中“${quote}”写的是${ofYear}年，报告年度为${report.year}年，请核实是否为往年内容。`
    return { kind: 'year', section, quote, sentence }
  })
  const fee = section === 'other' ? /(20\d\d)年(?:度)?[^。，]{0,12}(?:信息处理费|收费)/.exec(text) : null
  if (fee === null || Number(fee[1]) === report.year) return remarks
  const sentence = `第六部分“${fee[0]}”写的是${fee[1]}年，报告年度为${report.year}年，请核实。`
  return [...remarks, { kind: 'year', section, quote: fee[0], sentence }]
}

const kinds = ['街道', '局', '委', '厅', '镇', '乡'] as const

/** 我局 in the report of a town: the self-name of another kind of organ on the same level. */
const otherName: Look = (section, text, { organ }) => {
  const own = kinds.find((kind) => new RegExp(`${kind}(人民政府|办事处|党工委)?$`).test(organ.name))
  if (own === undefined || text.includes(`我${own}`)) return []
  const match = /我(街道|局|委|厅|镇|乡)(?!长|们)/.exec(text)
  if (match === null || match[1] === own) return []
  const quote = sentenceAround(text, match.index)
  const sentence = `${organ.name}的报告中出现“${match[0]}”（${quote}），请核实是否抄自其他机关的报告。`
  return [{ kind: 'name', section, quote, sentence }]
}

const numbers = forms.map((form) => form.notice.number)

const citation: Look = (section, text) =>
  [...text.matchAll(/国办公开办?函\s*[〔【[（(「﹝［]\s*(20\d\d)\s*[〕】\]）)」﹞］]\s*(\d+)\s*号/g)].flatMap(
    (match): Remark[] => {
      if (numbers.includes(match[0].replace(/\s/g, ''))) return []
      const right = numbers.find((number) => number.includes(match[1] ?? '')) ?? numbers.join('、')
      const sentence = `文中引用“${match[0]}”有误，应为${right}。`
      return [{ kind: 'citation', section, quote: match[0], sentence }]
    },
  )

const slips: readonly (readonly [RegExp, (found: string) => string])[] = [
  [
    /[一-龥]\s*(and|or|the|of|with|for)\s*[一-龥]/g,
    (found) => `文中“${found}”夹有英文，疑为转换错误，请改正。`,
  ],
  [/20\d\d年年/g, (found) => `文中“${found}”重复，请改正。`],
]

const slip: Look = (section, text, report) => [
  ...slips.flatMap(([pattern, say]) =>
    [...text.matchAll(pattern)].map((match): Remark => {
      const quote = text.slice(Math.max(0, match.index - 6), match.index + match[0].length + 6)
      return { kind: 'slip', section, quote, sentence: say(quote) }
    }),
  ),
  ...repeatedItems(section, text),
  ...wrongSite(section, text, report),
  ...skippedNumber(section, text),
  ...partsAnnounced(section, text),
]

/** A list of kinds that names one kind twice. */
function repeatedItems(section: TextId, text: string): readonly Remark[] {
  if (!text.includes('条')) return []
  return text.split(/[。；\n]/).flatMap((sentence) => {
    if (sentence.indexOf('条') === sentence.lastIndexOf('条')) return []
    const items = [...sentence.matchAll(/([一-龥]{3,12}?)(\d+)条/g)].map((match) => match[1] ?? '')
    const twice = items.find((item, index) => items.indexOf(item) !== index && !/公开|信息$/.test(item))
    if (twice === undefined || items.length < 4) return []
    return [{ kind: 'slip', section, quote: twice, sentence: `文中“${twice}”在同一列举中出现两次，请核对。` }]
  })
}

function wrongSite(section: TextId, text: string, { organ }: Report): readonly Remark[] {
  const found = /通过省(人民)?政府门户网站[^。，]{0,4}(主动)?公开/.exec(text)
  if (found === null || !/(市|县|区|镇|乡|街道)(人民政府)?$/.test(organ.name)) return []
  if (levelOfOrgan(organ.name) === 'province') return []
  const sentence = `${organ.name}的报告称“${found[0]}”，请核实是否应为本级政府网站。`
  return [{ kind: 'slip', section, quote: found[0], sentence }]
}

const ordinals = '一二三四五六七八九十'

/** 一是 … 三是 … without 二是. */
function skippedNumber(section: TextId, text: string): readonly Remark[] {
  if (text.includes('[..]')) return []
  let before = 0
  for (const match of text.matchAll(/(?<=^|[。；：:，,;\s])([一二三四五六七八九十])是/g)) {
    const number = ordinals.indexOf(match[1] ?? '') + 1
    if (number !== 1 && before > 0 && number !== before + 1) {
      const words = number <= before ? '重复或者倒序' : '跳号'
      const sentence = `文中“${match[0]}”编号${words}，请核对是否漏段。`
      return [{ kind: 'slip', section, quote: sentenceAround(text, match.index), sentence }]
    }
    before = number
  }
  return []
}

const partWords = [
  /总体情况|概述|基本情况/,
  /主动公开/,
  /申请情况|依申请公开/,
  /复议|诉讼/,
  /问题/,
  /其他需要/,
]

/** 由……等五个部分组成, where another number of parts is named. */
function partsAnnounced(section: TextId, text: string): readonly Remark[] {
  const match = /(?:本(?:年度)?(?:报告|年报))(?:由|包括|包含)([^。]{20,200}?)等?([四五六七])个?部分/.exec(
    text,
  )
  if (match === null) return []
  const listed = partWords.filter((words) => words.test(match[1] ?? '')).length
  const said = ordinals.indexOf(match[2] ?? '') + 1
  if (listed < 4 || listed === said) return []
  const sentence = `文中称报告有${match[2]}个部分，只列出${listed}个，请核对。`
  return [{ kind: 'slip', section, quote: match[0].slice(0, 40), sentence }]
}

const looks: Readonly<Record<Remark['kind'], readonly Look[]>> = {
  contradiction: [contradictions, carriedFromNowhere],
  arithmetic: [],
  year: [otherYear],
  name: [otherName],
  period: [period],
  citation: [citation],
  slip: [slip],
}

/** What one look at the wording of every part finds. */
export function wordingRemarks(
  report: Report,
  kind: Remark['kind'],
  statements: readonly Statement[],
): readonly Remark[] {
  const texts = Object.entries(report.texts) as [TextId, string][]
  return texts.flatMap(([section, text]) => {
    const stated = statements.filter((each) => each.section === section)
    return looks[kind].flatMap((look) => look(section, text, report, stated))
  })
}
