import { isDay } from '#time/day.ts'

const weights17 = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const check11 = '10X98765432'

/** True for an 18-character resident identity number whose day of birth exists and whose check digit fits (GB 11643). */
export function isResidentNumber(text: string): boolean {
  const number = text.trim().toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birth)) return false
  const sum = weights17.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return check11[sum % 11] === number[17]
}

const alphabet31 = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** True for an 18-character unified social credit code whose check character fits (GB 32100). */
export function isCreditCode(text: string): boolean {
  const code = text.trim().toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += alphabet31.indexOf(code.charAt(i)) * (3 ** i % 31)
  return alphabet31[(31 - (sum % 31)) % 31] === code[17]
}
