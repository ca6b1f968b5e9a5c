import type { Day } from '#time/day.ts'
import { inChinese } from '#time/day.ts'
import { type ChannelName, channels } from './channels.ts'

type Params = Readonly<Record<string, string>>

/** What cannot be recorded of a channel, and why. `status`: 404 not there, 409 not as it stands, 422 not as typed. */
export const channelRefusals = {
  notFound: { status: 404, say: () => '没有找到' },
  movedOn: { status: 409, say: () => '其他人刚刚办理过，请刷新后再看' },
  notPublished: { status: 409, say: () => '只有已经公开的信息才能登记其他渠道' },
  isClosed: { status: 409, say: ({ name = '' }) => `“${name}”已经停用` },
  isStruck: { status: 409, say: () => '这条记录已经作废' },
  isReceived: { status: 409, say: () => '已经登记过签收' },
  nothingIn: { status: 409, say: () => '这段时间没有公开过信息，不能编制清单' },
  tooManyIn: { status: 409, say: ({ most = '' }) => `这段时间公开的信息超过${most}条，请分段编制` },
  noGazette: { status: 409, say: () => '政府公报由设区的市级以上人民政府编发，本机关不编发公报' },
  notPrintable: {
    status: 422,
    say: ({ numbers = '' }) => `没有找到本机关或者下级机关已经公开的信息：${numbers}`,
  },
  numberTaken: { status: 422, say: () => '这一期已经登记；需要改动的，请在这一期下面改写' },
  otherYear: { status: 422, say: () => '年份与出版日期不符' },
  tooManyPrinted: { status: 422, say: ({ most = '' }) => `一期最多刊登${most}条信息` },
  missing: { status: 422, say: ({ label = '' }) => `请填写${label}` },
  future: { status: 422, say: ({ label = '' }) => `${label}不能晚于今天` },
  beforeFormed: {
    status: 422,
    say: ({ on = '' }) => `发出日期不能早于成文日期（${inChinese(on as Day)}）`,
  },
  backwards: { status: 422, say: () => '截止日期不能早于起始日期' },
  addressMissing: {
    status: 422,
    say: ({ channel = '' }) => `${channels[channel as ChannelName].label}须填写可以打开的网址`,
  },
  pictureMissing: {
    status: 422,
    say: ({ channel = '' }) => `${channels[channel as ChannelName].label}须上传现场照片`,
  },
  evidenceMissing: {
    status: 422,
    say: ({ channel = '' }) => `${channels[channel as ChannelName].label}须填写网址或者上传照片、扫描件`,
  },
} as const satisfies Record<string, { status: number; say: (params: Params) => string }>

export type ChannelRefusalCode = keyof typeof channelRefusals

/** A step that cannot be taken: why, and beside which entry where one is wrong. */
export interface ChannelRefusal {
  readonly kind: 'refused'
  readonly code: ChannelRefusalCode
  readonly field: string
  readonly params: Params
}

export const refuse = (code: ChannelRefusalCode, { field = '', ...params }: Params = {}): ChannelRefusal => ({
  kind: 'refused',
  code,
  field,
  params,
})

/** The refusal in a sentence. */
export const sayChannelRefusal = ({ code, params }: ChannelRefusal): string =>
  channelRefusals[code].say(params)
