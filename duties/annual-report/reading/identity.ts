import { proseOf } from './prose.ts'

export interface Named {
  readonly name: string
  /** Taken from the body of the text, where no title names the organ. */
  readonly inferred: boolean
  readonly from: number
  readonly to: number
}

export interface Dated {
  readonly year: number
  readonly inferred: boolean
  readonly from: number
  readonly to: number
}

export interface Identity {
  readonly organ?: Named
  readonly year?: Dated
  readonly title?: string
  /** The title is torn: a gap in the middle of its words. */
  readonly torn?: true
}

const yearWritten = '(20\\d\\d|二[〇○零0O][〇○零0O一二三四五六七八九]{2})'
const lineStart = '(?:^|[\\n:：>])'
const named = '([^\\n:：|，。,]{0,40}?)'
const subject = '(?:政府|政务|政府和政务)?信息公开(?:工作)?'
const afterYear = new RegExp(
  `${lineStart}${named}${yearWritten}年(?:度)?(?:\\n)?${subject}(?:情况)?的?\\n?(?:年度)?(?:工作)?(?:报告|年报)`,
  'g',
)
const beforeYear = new RegExp(
  `(?:^|\\n)${yearWritten}年(?:度)?([^\\n，。,]{2,30}?)(?:的)?政府信息公开(?:工作)?\\n?(?:年度报告|年报)`,
  'g',
)
/** …政府信息公开工作2024年度报告, …政府信息公开工作年度报告（2024年度）. */
const yearLast = new RegExp(
  `${lineStart}${named}${subject}(?:年度报告|年报)?[(（]?${yearWritten}(?:年度?(?:工作)?(?:报告|年报)|年?度?[)）])`,
  'g',
)
const inTextNameFirst =
  /(?:公布|发布|编制)([^\n，。,\d]{2,30}?)(20\d\d)年(?:度)?政府信息公开(?:工作)?年度报告/g
const inText = /(?:公布|发布|编制)(20\d\d)年(?:度)?([^\n，。,]{2,30}?)政府信息公开(?:工作)?年度报告/g
const organLine =
  /^[一-龥（）()]{2,24}(?:人民政府|政府|办公室|委员会|管委会|办事处|局|厅|院|处|中心|街道|镇|乡)$/

const noise = /^(?:【[^】\n]{1,8}】|标题|题目|关于|现公布|现将|特向社会公布|公布|发布|[:：\s"“”、.])+/

function cleanName(name: string): string {
  return name
    .replace(noise, '')
    .replace(/(关于|的|现)$/, '')
    .trim()
}

/** Who reports, on which year. From the title; failing that from the text, and then it says so. */
export function identify(page: string, bodyFrom: number): Identity {
  const head = proseOf(page, 0, Math.min(page.length, Math.max(bodyFrom, 600) + 1200))
  const place = (from: number, length: number) => ({
    from: head.at[from] ?? 0,
    to: (head.at[from + length - 1] ?? 0) + 1,
  })
  const titled = titleIn(head.text)
  const year = titled?.year ?? yearIn(head.text)
  const found: { organ?: Named; year?: Dated; title?: string; torn?: true } = {}
  if (year) found.year = { year: year.year, inferred: year.inferred, ...place(year.from, 4) }
  if (titled) {
    found.title = titled.title
    const raw = page.slice(head.at[titled.at - titled.title.length] ?? 0, head.at[titled.at - 1] ?? 0)
    if (/[一-龥][ \t]+[一-龥]/.test(raw)) found.torn = true
  }
  const organ =
    titled?.organ ?? organNear(head.text, titled?.at) ?? organInferred(proseOf(page, 0, page.length).text)
  if (organ)
    found.organ = { name: organ.name, inferred: organ.inferred, ...place(organ.from, organ.name.length) }
  return found
}

const chineseDigits = '〇一二三四五六七八九'

/** 2024 or 二〇二四. */
const yearOf = (written: string): number =>
  Number(
    [...written.replace(/[○零0O](?!\d)/g, (digit) => (/^\d/.test(written) ? digit : '〇'))]
      .map((digit) => (chineseDigits.includes(digit) ? chineseDigits.indexOf(digit) : digit))
      .join(''),
  )

interface OrganHit {
  readonly name: string
  readonly from: number
  readonly inferred: boolean
}

interface Titled {
  readonly title: string
  readonly at: number
  readonly year: { year: number; from: number; inferred: boolean }
  readonly organ?: OrganHit
}

function titleIn(text: string): Titled | undefined {
  let bare: Titled | undefined
  for (const [pattern, yearGroup, nameGroup] of [
    [afterYear, 2, 1],
    [beforeYear, 1, 2],
    [yearLast, 2, 1],
    [inText, 1, 2],
    [inTextNameFirst, 2, 1],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const name = cleanName(match[nameGroup] ?? '')
      const yearFrom = match.index + match[0].indexOf(match[yearGroup] ?? '')
      const year = { year: yearOf(match[yearGroup] ?? ''), from: yearFrom, inferred: false }
      const title = match[0].replace(/\n/g, '').replace(noise, '')
      const at = match.index + match[0].length
      if (name.length >= 2 && !/条例|通知|按照|根据/.test(name)) {
        const from = match.index + match[0].indexOf(name)
        return { title, at, year, organ: { name, from, inferred: false } }
      }
      bare ??= { title, at, year }
    }
  }
  return bare
}

const period = /统计(?:期限|时限|时间|周期|期间)[^。]{0,12}?(20\d\d)年/
const yearWords = /(20\d\d)年(?:度)?/g

function yearIn(text: string): { year: number; from: number; inferred: boolean } | undefined {
  const stated = period.exec(text)
  if (stated) return { year: Number(stated[1]), from: stated.index + stated[0].length - 5, inferred: true }
  const counts = new Map<number, { count: number; from: number }>()
  for (const match of text.matchAll(yearWords)) {
    const year = Number(match[1])
    const known = counts.get(year)
    counts.set(year, { count: (known?.count ?? 0) + 1, from: known?.from ?? match.index })
  }
  const [best] = [...counts].sort((one, other) => other[1].count - one[1].count || one[0] - other[0])
  return best ? { year: best[0], from: best[1].from, inferred: true } : undefined
}

/** The line under or over a title that names only the year. */
function organNear(text: string, at: number | undefined): OrganHit | undefined {
  if (at === undefined) return undefined
  let from = 0
  for (const line of text.slice(0, at + 120).split('\n')) {
    if (organLine.test(line)) return { name: line, from, inferred: false }
    from += line.length + 1
  }
  const published =
    /(?:发布机构|发布单位|来源)[:：]?([一-龥]{4,24}(?:人民政府|办公室|委员会|局|办事处|镇|乡))/.exec(text)
  return published?.[1]
    ? {
        name: published[1],
        from: published.index + published[0].length - published[1].length,
        inferred: true,
      }
    : undefined
}

const governments = /([一-龥]{1,6}?(?:县|市|区|旗|镇|乡))(?:政府网|人民政府|政府门户网)/g
const notNames = /^(?:全|各|我|本|省|市|县|区|级|上级|下级|乡)?(?:县|市|区|镇|乡)$|[各级我本全其由及和]/

function organInferred(text: string): OrganHit | undefined {
  const counts = new Map<string, { count: number; from: number }>()
  for (const match of text.matchAll(governments)) {
    const name = match[1] ?? ''
    if (notNames.test(name)) continue
    const known = counts.get(name)
    counts.set(name, { count: (known?.count ?? 0) + 1, from: known?.from ?? match.index })
  }
  const [best] = [...counts].sort((one, other) => other[1].count - one[1].count)
  return best ? { name: `${best[0]}人民政府`, from: best[1].from, inferred: true } : undefined
}
