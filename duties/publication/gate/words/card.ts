import { before, type Joined } from './runs.ts'

// First figures of issuers with the lengths of their cards; 62 is UnionPay, 9558/9559 and 60/69 older debit cards.
const issuers: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^62/, [16, 17, 18, 19]],
  [/^955[89]/, [16, 19]],
  [/^(601382|60[0-9]{4}|685800|690755)/, [16, 18, 19]],
  [/^4/, [16]],
  [/^5[1-5]/, [16]],
  [/^35/, [16]],
  [/^3[47]/, [15]],
]
const says = /(银行卡|信用卡|借记卡|储蓄卡|社保卡|一卡通|一折通|卡)(账|帐)?(号|号码|卡号|账号|帐号)$/
const saysOther =
  /(代码|税号|识别号|注册号|登记号|编号|单号|订单号?|流水号|批号|合同号|文号|许可证号|备案号|案号|标准号)$/
const countsAfter = /^\s*(元|万元|亿元|\.\d{1,2}(?!\d)|号(?!码)|[A-Za-z])/

/** Whether the last figure fits (Luhn, ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const figure = Number(digits.charAt(digits.length - 1 - i))
    const doubled = i % 2 === 1 ? figure * 2 : figure
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const isWrittenSo = (lengths: readonly number[]): boolean =>
  lengths.length === 1 ||
  lengths.slice(0, -1).every((length) => length === 4) ||
  lengths.every((length) => length === 1) ||
  (lengths.length === 2 && lengths[0] === 6)

/** Is this a bank card? Issuer, length and check figure fit, or the words before say that it is one. */
export function isBankCard(folded: string, { digits, lengths, from, to }: Joined, heading = ''): boolean {
  if (!/^\d{15,19}$/.test(digits) || !isWrittenSo(lengths)) return false
  const fits =
    issuers.some(([first, sizes]) => first.test(digits) && sizes.includes(digits.length)) &&
    passesLuhn(digits)
  // Within a row of figures no words stand just before.
  if (!fits && heading === '' && /\d[\s-]{0,2}$/.test(folded.slice(Math.max(0, from - 3), from))) return false
  const words = heading + before(folded, from)
  if (says.test(words)) return true
  if (saysOther.test(words) || countsAfter.test(folded.slice(to, to + 6))) return false
  if (/[A-Za-z¥￥$〔第]$/.test(words)) return false
  return fits
}
