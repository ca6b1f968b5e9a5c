import { before, type Joined } from './runs.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'
// Provinces of GB/T 2260; 81 to 83 residence permits, 9 the permanent residence card and invented districts.
const province = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/
const says = /(身份证|公民身份|证件)(件)?(号码|号|编号|证号)?[为是]?$/
const saysOther =
  /(信用代码|代码|税号|识别号|注册号|登记号|编号|单号|订单|流水号|批号|合同号|文号|许可证号|备案号|账号|帐号|设备号|序列号|IMEI|案号|标准号)[^\d]{0,3}$/i

/** The last figure of an 18-figure identity number (GB 11643-1999) for its first seventeen. */
export const checkFigure = (first17: string): string => {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0)
  return checks.charAt(sum % 11)
}

const isDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (days[month - 1] ?? 0)
}

const isBirthday = (digits: string, yearLength: 2 | 4): boolean => {
  const year = Number(digits.slice(6, 6 + yearLength)) + (yearLength === 2 ? 1900 : 0)
  const rest = digits.slice(6 + yearLength)
  return year >= 1900 && year < 2050 && isDay(year, Number(rest.slice(0, 2)), Number(rest.slice(2, 4)))
}

/**
 * Is this an identity number? 18 figures: place, birthday and check figure hold, or place and birthday hold and
 * the words before say so. 15 figures (issued until 1999): place and birthday hold and the words say nothing else.
 */
export function isIdentityNumber(folded: string, { digits, lengths, from }: Joined, heading = ''): boolean {
  if (!province.test(digits)) return false
  const words = heading + before(folded, from)
  if (digits.length === 18)
    return (
      /^\d{17}[\dX]$/.test(digits) &&
      isBirthday(digits, 4) &&
      (says.test(words) || (checkFigure(digits) === digits.charAt(17) && !saysOther.test(words)))
    )
  return (
    /^\d{15}$/.test(digits) &&
    (lengths.length === 1 || lengths.join() === '6,6,3') &&
    isBirthday(digits, 2) &&
    !saysOther.test(words)
  )
}
