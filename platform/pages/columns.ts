import type { Column } from './meta.tsx'
import { type SectionKey, sectionName } from './sections.ts'

const type = '政府信息公开'

const described: Readonly<Record<SectionKey, [string, string]>> = {
  guide: ['政府信息的分类、编排体系、获取方式和公开工作机构的联系方式', '公开指南,获取方式,联系方式'],
  rules: ['政府信息公开工作依据的法规、规章、文件和本机关制度', '公开制度,公开条例,规范性文件'],
  items: ['依照条例第二十条、第二十一条主动公开的政府信息', '主动公开,公开目录,规范性文件'],
  reports: ['各机关政府信息公开工作年度报告', '年度报告,公开年报'],
  requests: ['政府信息公开申请的提出、查询和答复', '依申请公开,公开申请,办理进度'],
}

/** The column of one of the fixed sections, for the meta tags. */
export const columnOf = (key: SectionKey): Column => {
  const [description, keywords] = described[key]
  return { name: sectionName(key), description, keywords, type }
}

/** A column beside the fixed sections. */
export const otherColumn = (name: string, description: string): Column => ({
  name,
  description,
  keywords: name,
  type,
})
