import type { Citation } from '#law/citation.ts'

/** What shows that an item went out by a channel: an address that can be opened, or a picture of the place. */
export type Evidence = 'address' | 'picture' | 'either'

/** A way by which published information reaches people. */
export interface Channel {
  readonly label: string
  /** What its register keeps: an account, a place, or nothing. */
  readonly keeps: 'account' | 'place' | 'none'
  readonly evidence: Evidence
  readonly cites: Citation
}

const ways: Citation = {
  article: 23,
  quote:
    '将主动公开的政府信息通过政府公报、政府网站或者其他互联网政务媒体、新闻发布会以及报刊、广播、电视等途径予以公开',
}
const readingPlaces: Citation = {
  article: 25,
  paragraph: 1,
  quote: '各级人民政府应当在国家档案馆、公共图书馆、政务服务场所设置政府信息查阅场所',
}
const facilities: Citation = {
  article: 25,
  paragraph: 2,
  quote: '行政机关可以根据需要设立公共查阅室、资料索取点、信息公告栏、电子信息屏等场所、设施，公开政府信息',
}

/** The channels beside the site, each with what proves its use. Source: 第二十三、二十五条. */
export const channels = {
  wechat: { label: '政务微信', keeps: 'account', evidence: 'address', cites: ways },
  weibo: { label: '政务微博', keeps: 'account', evidence: 'address', cites: ways },
  app: { label: '政务客户端', keeps: 'account', evidence: 'address', cites: ways },
  video: { label: '短视频账号', keeps: 'account', evidence: 'address', cites: ways },
  gazette: { label: '政府公报', keeps: 'none', evidence: 'either', cites: ways },
  press: { label: '新闻发布会', keeps: 'none', evidence: 'either', cites: ways },
  newspaper: { label: '报刊', keeps: 'none', evidence: 'either', cites: ways },
  broadcast: { label: '广播电视', keeps: 'none', evidence: 'either', cites: ways },
  hotline: { label: '政务服务热线', keeps: 'none', evidence: 'either', cites: ways },
  board: { label: '公示栏', keeps: 'place', evidence: 'picture', cites: facilities },
  screen: { label: '电子信息屏', keeps: 'place', evidence: 'picture', cites: facilities },
  materials: { label: '资料索取点', keeps: 'place', evidence: 'picture', cites: facilities },
  readingPoint: { label: '政府信息查阅场所', keeps: 'place', evidence: 'either', cites: readingPlaces },
} as const satisfies Record<string, Channel>

export type ChannelName = keyof typeof channels

export const channelNames = Object.keys(channels) as readonly ChannelName[]

/** True where the word names a channel. */
export const isChannel = (name: string): name is ChannelName => Object.hasOwn(channels, name)

/** The platform itself, counted beside the channels. */
const site = '政府网站'

/** A channel in Chinese, the site included. */
export const channelLabel = (name: string): string => (isChannel(name) ? channels[name].label : site)

/** 第二十五条第三款: what is published goes to archive and library. */
export const transferCites: Citation = {
  article: 25,
  paragraph: 3,
  quote: '行政机关应当及时向国家档案馆、公共图书馆提供主动公开的政府信息',
}

/** The lists that are made of the items of a period. */
export const lists = {
  transfer: { label: '移送清单', number: (year: number, n: number) => `移送〔${year}〕${n}号` },
  gazette: { label: '政府公报目录', number: (year: number, n: number) => `${year}年第${n}期` },
} as const
export type ListName = keyof typeof lists
