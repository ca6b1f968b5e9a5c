import type { Unit } from '#law/report-forms/form.ts'

const halfWidth = (text: string): string => text.normalize('NFKC').replace(/[,，\s]/g, '')

/** What a person typed into a cell, as the whole number the cell holds (分 for money), or what is wrong with it. */
export function readFigure(typed: string, unit: Unit): { value: number } | { problem: string } {
  const text = halfWidth(typed)
  if (/^[+-]?\d+(\.\d+)?[\p{L}%]+$/u.test(text)) return { problem: '只填数字，不带单位' }
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { problem: '不是数字，请填写阿拉伯数字' }
  if (text.startsWith('-') && unit !== 'change') return { problem: '不能小于零' }
  if (unit !== 'money') return text.includes('.') ? { problem: '件数应当是整数' } : within(Number(text))
  const [whole = '0', fraction = ''] = text.split('.')
  if (fraction.length > 6) return { problem: '金额以万元为单位，最多精确到分（六位小数）' }
  return within(Number(`${whole}${fraction.padEnd(6, '0')}`))
}

const within = (value: number): { value: number } | { problem: string } =>
  Number.isSafeInteger(value) ? { value } : { problem: '数字太大，请核对' }
