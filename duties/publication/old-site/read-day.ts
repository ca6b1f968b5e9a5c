import { type Day, isDay } from '#time/day.ts'

/** A day as it is written, and the hour of that day where it is told. */
export interface WrittenDay {
  readonly on: Day
  /** 'HH:MM:SS', of Shanghai. */
  readonly at: string
}

const excelEpoch = Date.UTC(1899, 11, 30)
const midnight = '00:00:00'
const digits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  Ｏ: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

const two = (text: string): string => text.padStart(2, '0')

function made(year: string, month: string, date: string, clock = ''): WrittenDay | undefined {
  const on = `${year}-${two(month)}-${two(date)}`
  if (!isDay(on)) return undefined
  const [, h, m, s] = /(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?/.exec(clock) ?? []
  const isClock =
    h !== undefined && m !== undefined && Number(h) < 24 && Number(m) < 60 && Number(s ?? 0) < 60
  return { on, at: isClock ? `${two(h)}:${m}:${s ?? '00'}` : midnight }
}

const ofInstant = (instant: number): WrittenDay | undefined => {
  const text = new Date(instant + 8 * 3_600_000).toISOString()
  return made(text.slice(0, 4), text.slice(5, 7), text.slice(8, 10), text.slice(11, 19))
}

// 二〇二三年一月十五日
function chineseNumber(text: string): string {
  const [, tens, ones] = /^([一二三])?十([一二三四五六七八九])?$/.exec(text) ?? []
  if (text.includes('十')) return `${tens ? digits[tens] : '1'}${ones ? digits[ones] : '0'}`
  return [...text].map((sign) => digits[sign] ?? sign).join('')
}

const inWords =
  /([一二][〇零○Ｏ一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u
const inFigures =
  /(?<!\d)((?:19|20)\d{2})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?(.{0,12})/su
const zoned = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/

/**
 * The first day in a text, as old sites write it: 2023-01-05 10:20, 2023/1/5, 2023年1月5日, 二〇二三年一月五日, an ISO instant;
 * alone also 20230105, Excel's running number, seconds or milliseconds since 1970. Undefined where there is none.
 */
export function dayIn(said: string): WrittenDay | undefined {
  const text = said.trim()
  if (zoned.test(text)) return ofInstant(Date.parse(text))
  if (/^\d{10}$/.test(text)) return ofInstant(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return ofInstant(Number(text))
  if (/^\d{5}(?:\.\d+)?$/.test(text))
    return ofInstant(excelEpoch + Math.round(Number(text) * 86_400) * 1000 - 28_800_000)
  const [, y8, m8, d8] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? []
  if (y8 && m8 && d8) return made(y8, m8, d8)
  const plain = text.normalize('NFKC')
  const [, y, , m, d, clock] = inFigures.exec(plain) ?? []
  if (y && m && d) return made(y, m, d, clock)
  const [, cy, cm, cd] = inWords.exec(text) ?? []
  return cy && cm && cd ? made(chineseNumber(cy), chineseNumber(cm), chineseNumber(cd)) : undefined
}

/** The day in an address as publishing programs write it: /202301/t20230105_99.html; undefined where there is none. */
export function dayInAddress(path: string): WrittenDay | undefined {
  const [, y, m, d] =
    /[/_t]((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ?? []
  return y && m && d ? made(y, m, d) : undefined
}

/** The instant of a written day. */
export const instantOf = ({ on, at }: WrittenDay): string => new Date(`${on}T${at}+08:00`).toISOString()
