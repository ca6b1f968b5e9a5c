import type { Collected } from '../collect.ts'
import { hasLocation } from '../image.ts'
import type { GateSettings } from '../settings.ts'
import type { OfficePackage } from './package.ts'
import { attr, below, elements, wordsOf } from './xml.ts'

/** What programs write as author where nobody set one: no person, no office. */
const programs =
  /^(un-named|python-docx|python-pptx|openpyxl|xlsxwriter|apache poi|docx4j|wps office|exceljs|pptxgenjs|unknown)$/i
/** What WPS writes into every file: the build of the program and a checksum. */
const harmlessProperties = /^(KSOProductBuildVer|ICV)$/

const authors: Readonly<Record<string, string>> = {
  creator: '作者',
  lastModifiedBy: '最后保存者',
  description: '备注',
  keywords: '标记',
  category: '类别',
  contentStatus: '内容状态',
  Company: '单位',
  Manager: '主管',
  HyperlinkBase: '超链接基础',
}

/** Whether a property tells nothing: empty, a program's name, or allowed by the organ. */
export const isHarmless = (value: string, settings: GateSettings): boolean =>
  value.trim() === '' || programs.test(value.trim()) || settings.allowedAuthors.includes(value.trim())

function inspectProperties(office: OfficePackage, collected: Collected): void {
  for (const part of office.matching(/^docProps\/(core|app)\.xml$/)) {
    const tree = office.tree(part)
    for (const property of tree ? elements(tree) : []) {
      const words = wordsOf(property)
      const label = authors[property.local]
      if (label !== undefined && !isHarmless(words, collected.settings))
        collected.add('metadata', `文档属性“${label}”`, words)
      else if (property.local === 'Template' && /[\\/:]/.test(words))
        collected.add('metadata', '文档属性“模板路径”', words)
      else if (/^(title|subject)$/.test(property.local))
        collected.text(words, `文档属性“${property.local === 'title' ? '标题' : '主题'}”`)
    }
  }
  const custom = office.tree('docProps/custom.xml')
  for (const property of custom ? below(custom, 'property') : []) {
    const name = attr(property, 'name') ?? ''
    if (!harmlessProperties.test(name)) collected.add('metadata', `自定义属性“${name}”`, wordsOf(property))
  }
  if (office.matching(/^docProps\/thumbnail\./).length > 0) collected.add('metadata', '文档属性“缩略图”')
  if (office.matching(/^(word\/people|xl\/persons\/.*)\.xml$/).length > 0)
    collected.add('metadata', '批注和修订的人员名单')
}

function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

const localPath = /^(file:|[a-z]:[\\/]|\\\\|\/\/)/i

function inspectOutside(office: OfficePackage, collected: Collected): void {
  for (const rels of office.matching(/(^|\/)_rels\/[^/]*\.rels$/)) {
    const part = rels.replace(/_rels\/([^/]*)\.rels$/, '$1')
    for (const { type, target, isExternal } of office.relationships(part)) {
      if (!isExternal) continue
      if (type === 'attachedTemplate') collected.add('metadata', '文档属性“模板路径”', target)
      else if (type === 'hyperlink') {
        if (localPath.test(target)) collected.add('localLink', '文件里的超链接', target)
        else collected.text(readable(target), '文件里的超链接')
      } else collected.add('externalLink', `引用的外部${type === 'image' ? '图片' : '文件'}`, target)
    }
  }
}

/** What any Office file can hold beside its text: properties, macros, embedded files, outside links, photographs. */
export function inspectCommon(office: OfficePackage, collected: Collected): void {
  inspectProperties(office, collected)
  inspectOutside(office, collected)
  for (const name of office.matching(/vbaProject|\/macrosheets\/|vbaData/i)) collected.add('macros', name)
  for (const name of office.matching(/\/(activeX|ctrlProps)\/[^/]+\.(xml|bin)$/i))
    if (/activeX/i.test(name)) collected.add('activeContent', 'ActiveX 控件', name)
  for (const name of office.matching(/\/embeddings\/[^/]+$/))
    collected.add('embeddedFile', '内嵌对象', name.split('/').at(-1))
  for (const name of office.matching(/(afchunk|altchunk)[^/]*\.[a-z]+$/i))
    collected.add('embeddedFile', '嵌入的文档', name)
  for (const name of office.matching(/\/media\/[^/]+\.(jpe?g|tiff?|png|webp|heic)$/i)) {
    const bytes = office.bytes(name)
    if (bytes && hasLocation(bytes)) collected.add('photoLocation', `图片“${name.split('/').at(-1)}”`)
  }
  for (const name of office.matching(/^customXml\/item\d+\.xml$/)) {
    const tree = office.tree(name)
    if (tree) collected.text(wordsOf(tree), '自定义数据')
  }
}
