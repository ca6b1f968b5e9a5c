/** Documents other than the Regulation that the house cites, each named here once. */
export const instruments = {
  reconsiderationLaw: { title: '中华人民共和国行政复议法', number: '2023年9月1日修订' },
  litigationLaw: { title: '中华人民共和国行政诉讼法', number: '2017年6月27日修正' },
  archivesLaw: { title: '中华人民共和国档案法', number: '2020年6月20日修订' },
  secrecyLaw: { title: '中华人民共和国保守国家秘密法', number: '2024年2月27日修订' },
  secrecyRules: { title: '中华人民共和国保守国家秘密法实施条例', number: '2024年7月10日修订' },
  holidayRules: { title: '全国年节及纪念日放假办法', number: '2024年11月10日修订' },
  feeMeasures: { title: '政府信息公开信息处理费管理办法', number: '国办函〔2020〕109号' },
  periodReply: { title: '关于政府信息公开期限有关问题的解释', number: '国办公开办函〔2015〕207号' },
  serviceReply: { title: '关于政府信息公开处理决定送达问题的解释', number: '国办公开办函〔2016〕235号' },
  channelReply: { title: '关于政府信息公开申请接收渠道问题的解释', number: '国办公开办函〔2017〕19号' },
  reorganisationReply: {
    title: '关于机构改革后政府信息公开申请办理问题的解释',
    number: '国办公开办函〔2019〕14号',
  },
  decisionRules: { title: '重大行政决策程序暂行条例', number: '国务院令第713号' },
  enterpriseRules: { title: '公共企事业单位信息公开规定制定办法', number: '国办发〔2020〕50号' },
  litigationInterpretation: {
    title: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    number: '法释〔2018〕1号',
  },
  disclosureInterpretation: {
    title: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
    number: '法释〔2025〕8号',
  },
  guidingCase101: { title: '最高人民法院指导案例101号', number: '政府信息公开案' },
} as const satisfies Record<string, { title: string; number: string }>

export type Instrument = keyof typeof instruments

interface Place {
  /** 款, counted from 1 */
  readonly paragraph?: number
  /** 项, counted from 1 */
  readonly item?: number
  /** The words of the place, as enacted. */
  readonly quote: string
}

interface RegulationPlace extends Place {
  readonly instrument?: never
  readonly article: number
}

interface OtherPlace extends Place {
  readonly instrument: Instrument
  /** Left out for a document without articles, and where only the document was seen. */
  readonly article?: number
}

/** A place in the Regulation (no `instrument`), or in one of the other documents, with its words. */
export type Citation = RegulationPlace | OtherPlace

/**
 * How sure a number is: read in a full text; from memory; our reading where the text is silent; open.
 * Anything but `verified` is a setting with a default.
 */
export type Confidence = 'verified' | 'memory' | 'reading' | 'open'

/** A number of the law with the place it comes from. */
export interface Term {
  readonly workingDays: number
  readonly cites: Citation
  readonly confidence: Confidence
}

const numerals = '零一二三四五六七八九'

/** 一, 十, 三十三, 一百零一: the number in Chinese, from 1 to 999. */
export const chineseNumeral = (n: number): string => {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const high = hundreds > 0 ? `${numerals.charAt(hundreds)}百` : ''
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : numerals.charAt(tens)}十` : ''
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : ''
  return high + middle + gap + (ones > 0 ? numerals.charAt(ones) : '')
}

const placeInChinese = (citation: Citation): string => {
  const { article, paragraph, item } = citation
  return [
    article ? `第${chineseNumeral(article)}条` : '',
    paragraph ? `第${chineseNumeral(paragraph)}款` : '',
    item ? `第${chineseNumeral(item)}项` : '',
  ].join('')
}

/** 《title》 and, where the place has no article, the document's number: titles within titles take 〈〉. */
const namedInChinese = (instrument: Instrument, withNumber: boolean): string => {
  const { title, number } = instruments[instrument]
  const name = `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
  return withNumber ? `${name}（${number}）` : name
}

/** 第三十三条第二款 for the Regulation; 《中华人民共和国行政复议法》第二十三条第一款第四项 for another document. */
export const citeInChinese = (citation: Citation): string =>
  citation.instrument
    ? namedInChinese(citation.instrument, citation.article === undefined) + placeInChinese(citation)
    : placeInChinese(citation)

/** A place as screens and programs show it, with its words. */
export const citedOf = (citation: Citation): { place: string; quote: string } => ({
  place: citeInChinese(citation),
  quote: citation.quote,
})

/** As `citeInChinese`, with the Regulation named too: the form that letters use. */
export const citeInFull = (citation: Citation): string =>
  citation.instrument
    ? citeInChinese(citation)
    : `《中华人民共和国政府信息公开条例》${placeInChinese(citation)}`

/** 33.2#1 for 第三十三条第二款第一项, feeMeasures for a document without an article: the form of files that any program reads. */
export const citeInShort = ({ instrument, article, paragraph, item }: Citation): string =>
  [
    instrument ?? '',
    instrument && article ? ' ' : '',
    article ?? '',
    paragraph ? `.${paragraph}` : '',
    item ? `#${item}` : '',
  ].join('')
