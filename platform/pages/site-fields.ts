import type { FieldTrouble } from './errors.ts'
import type { SiteSetting } from './site.ts'

interface SiteField {
  readonly label: string
  readonly hint: string
  /** What it must look like where it is not left empty, and how that is told. */
  readonly shape?: { readonly pattern: RegExp; readonly message: string }
}

const address = { pattern: /^https?:\/\/[^\s"'<>]+$/, message: '请填写以 https:// 开头的网址。' } as const

/** What the foot of every page says of the site (政府网站发展指引：页脚), each as it is called and what is wanted. */
export const siteFields = {
  host: { label: '主办单位', hint: '例如：清溪县人民政府办公室' },
  telephone: { label: '联系电话', hint: '公众反映网站问题的电话' },
  idCode: {
    label: '网站标识码',
    hint: '10位数字',
    shape: { pattern: /^\d{10}$/, message: '网站标识码是10位数字。' },
  },
  icp: { label: 'ICP备案号', hint: '照备案的写法填写' },
  police: { label: '公安备案号', hint: '照备案的写法填写' },
  partyMark: { label: '党政机关网站标识', hint: '核验该标识的网址', shape: address },
  errorReport: {
    label: '“我为政府网站找错”',
    hint: '找错平台的网址；不填的，转到本平台的纠错页面',
    shape: address,
  },
} as const satisfies Record<keyof SiteSetting, SiteField>

export type SiteFieldName = keyof typeof siteFields
export type SiteFilled = Record<SiteFieldName, string>

export const siteFieldNames = Object.keys(siteFields) as SiteFieldName[]

const longest = 200

/** What is wrong with what was filled in; an empty list when it can be kept. Anything may be left empty. */
export const siteTroubles = (filled: SiteFilled): FieldTrouble[] =>
  siteFieldNames.flatMap((field) => {
    const { shape }: SiteField = siteFields[field]
    const text = filled[field]
    if (text === '') return []
    if (text.length > longest) return [{ field, message: `请控制在${longest}个字以内。` }]
    return shape && !shape.pattern.test(text) ? [{ field, message: shape.message }] : []
  })
