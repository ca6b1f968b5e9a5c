/** 2026-11-21 09:30 in Beijing time, as the standard of government sites writes it, of an ISO instant. */
export const minuteInShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** 2026-11-21 in Beijing time. */
export const dateInShanghai = (instant: string): string => minuteInShanghai(instant).slice(0, 10)

/** 512 字节, 36 KB, 1.4 MB */
export const sizeInWords = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} 字节`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const kinds: Readonly<Record<string, string>> = {
  pdf: 'PDF 文件',
  ofd: '版式文件（OFD）',
  doc: 'Word 文档',
  docx: 'Word 文档',
  wps: 'WPS 文档',
  xls: 'Excel 表格',
  xlsx: 'Excel 表格',
  et: 'WPS 表格',
  csv: 'CSV 数据',
  json: 'JSON 数据',
  zip: '压缩包',
  jpg: '图片',
  jpeg: '图片',
  png: '图片',
  txt: '文本',
}

/** What kind of file a name says it is. */
export const fileKind = (name: string): string =>
  kinds[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? '文件'
