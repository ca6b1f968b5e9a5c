import type { GateSettings } from '../settings.ts'
import { before, type Joined } from './runs.ts'

const saysOther =
  /(代码|税号|注册号|登记号|编号|单号|订单号?|流水号|批号|合同号|文号|许可证号|备案号|案号|标准号|序列号|第|〕|\]|[¥￥$])$/
const countsAfter =
  /^\s*(元|万元|亿元|美元|平方米|公里|千米|米|吨|人次|千瓦|号(?!码)|\.\d{1,2}(?!\d)|%|％|[A-Za-z])/
// A part of a longer code or address: ZB2026-990101-13912345678, www.example.cn/a/13912345678.
const insideCode = /[A-Za-z][\w./-]{0,38}[-/._]$/
const headingOfCounts = /金额|资金|面积|数量|合计|小计|总计|元|编号|代码|单号|文号|案号|序号|产量|产值/
const headingOfPhones = /电话|手机|联系|通讯/
const groupings = ['11', '3,4,4', '3,8', '7,4', '4,4,3', '4,3,4']

const isOffice = (digits: string, settings: GateSettings): boolean =>
  settings.officePhones.some((phone) => {
    const known = phone.replace(/\D/g, '')
    return known !== '' && (known === digits || (known.length > 8 && known.endsWith(digits)))
  })

/** Is this a mobile telephone that is not on the organ's list? */
export function isMobile(
  folded: string,
  { digits, lengths, from, to }: Joined,
  settings: GateSettings,
  heading = '',
): boolean {
  if (headingOfCounts.test(heading) && !headingOfPhones.test(heading)) return false
  const [plain, shape] =
    digits.length === 13 && digits.startsWith('86') && lengths[0] === 2
      ? [digits.slice(2), lengths.slice(1).join()]
      : digits.length === 13 && digits.startsWith('86') && lengths.length === 1
        ? [digits.slice(2), '11']
        : [digits, lengths.join()]
  if (!/^1[3-9]\d{9}$/.test(plain) || !groupings.includes(shape)) return false
  if (insideCode.test(folded.slice(Math.max(0, from - 40), from))) return false
  const words = before(folded, from)
  if (/[A-Za-z]$/.test(words) && !/(tel|phone|mobile|mob)\.?$/i.test(words)) return false
  return !saysOther.test(words) && !countsAfter.test(folded.slice(to, to + 6)) && !isOffice(plain, settings)
}

const isAreaCode = (digits: string): boolean => /^0(10|2\d|[3-9]\d{2})$/.test(digits)

/** Is this a fixed telephone that is not on the organ's list? Only asked where the setting says so. */
export function isLandline(
  folded: string,
  { digits, lengths, from, to }: Joined,
  settings: GateSettings,
): boolean {
  const called = /(电话|座机|固话|宅电|联系方式|tel)$/i.test(before(folded, from))
  const [first = 0] = lengths
  const whole =
    isAreaCode(digits.slice(0, first)) && /^0\d{2,3}[2-9]\d{6,7}$/.test(digits) && lengths.length === 2
  const joined = lengths.length === 1 && called && /^(0\d{2,3})?[2-9]\d{6,7}$/.test(digits)
  return (whole || joined) && !countsAfter.test(folded.slice(to, to + 6)) && !isOffice(digits, settings)
}
