/** What is said of the data sets, once for the page, the catalogue and the files. */

export const licence = {
  name: '政府信息公开数据使用条件',
  terms: [
    '任何人可以免费获取、复制、传播、加工和再利用本页的数据，包括用于商业目的，不需要申请。',
    '使用时请注明来源（本平台名称和数据集网址）和获取时间；加工后的数据请说明经过加工。',
    '数据以发布时为准。信息撤下或者更正的，请按增量数据同步处理，不要继续传播已经撤下的内容。',
    '不得利用数据识别、骚扰或者损害个人，不得冒用行政机关名义。',
  ],
} as const

/** A data set: what it holds, and where its parts stand. */
export interface DataSet {
  id: 'items' | 'normative-documents' | 'decisions' | 'organs' | 'reports'
  title: string
  about: string
  /** How often it is renewed, as EU vocabularies name it and in words. */
  renewed: string
}

export const dataSets: readonly DataSet[] = [
  {
    id: 'items',
    title: '主动公开信息',
    about: '各机关主动公开的全部信息：目录字段逐条列出，整包文件另含正文。撤下的信息不在其中，见增量数据。',
    renewed: '接口实时更新，整包文件每日更新',
  },
  {
    id: 'normative-documents',
    title: '行政规范性文件',
    about: '行政规范性文件登记簿：登记编号、施行日期、有效期、有效性和清理情况。',
    renewed: '实时更新',
  },
  {
    id: 'decisions',
    title: '重大行政决策事项',
    about: '重大行政决策事项目录和征求意见、公布的日期。',
    renewed: '实时更新',
  },
  {
    id: 'organs',
    title: '行政机关',
    about: '本平台的各级机关及其公开工作机构的联系方式。',
    renewed: '实时更新',
  },
  {
    id: 'reports',
    title: '政府信息公开工作年度报告',
    about: '已经公布的年度报告清单，每份报告有全部单元格的数据文件。',
    renewed: '公布后即时更新',
  },
]

/** The title of a data set. */
export const titleOf = (id: DataSet['id']): string => dataSets.find((set) => set.id === id)?.title ?? ''

export const apiPath = '/api/open-data'
export const filesPath = '/open-data/files'
