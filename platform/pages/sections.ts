/** One of the fixed sections of the platform, with the part of its name that a narrow screen shows. */
export interface Section {
  key: 'guide' | 'rules' | 'items' | 'reports' | 'requests'
  /** The name in three parts: before, kept on a narrow screen, after. */
  label: readonly [string, string, string]
  address: string
  about: string
}

/** The fixed sections in their order (国办公开办函〔2019〕61号): 指南、制度、法定主动公开内容、年报, then 依申请公开. */
export const sections: readonly Section[] = [
  {
    key: 'guide',
    label: ['政府信息公开', '指南', ''],
    address: '/guide',
    about: '信息怎样分类、到哪里查阅、向谁咨询',
  },
  {
    key: 'rules',
    label: ['政府信息公开', '制度', ''],
    address: '/rules',
    about: '公开工作依据的法规、规章和文件',
  },
  {
    key: 'items',
    label: ['法定', '主动公开', '内容'],
    address: '/items',
    about: '按机关、类别和年份查阅、下载',
  },
  {
    key: 'reports',
    label: ['政府信息公开', '年报', ''],
    address: '/reports',
    about: '各机关历年的政府信息公开工作年度报告',
  },
  {
    key: 'requests',
    label: ['', '依申请公开', ''],
    address: '/requests',
    about: '没有找到的信息，可以依法提出申请',
  },
]

export type SectionKey = Section['key']

/** The whole name of a section. */
export const sectionName = (key: SectionKey): string =>
  sections.find((section) => section.key === key)?.label.join('') ?? ''
