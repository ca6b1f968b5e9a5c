/** What may be left out of pasted HTML, in the words shown beside the editor. */
const droppedWords = {
  script: '脚本',
  handler: '事件代码',
  scriptLink: '脚本链接',
  localLink: '指向本机文件的链接',
  frame: '框架和内嵌网页',
  media: '音频、视频和插件',
  drawing: '矢量图形和公式',
  form: '表单控件',
  remotePicture: '外站图片（请下载后作为附件上传）',
  inlinePicture: '粘贴的图片（请作为附件上传后插入）',
  styleAddress: '样式中的外部地址',
  hidden: '看不见的文字',
  comment: '批注',
  deletion: '修订中已删除的文字',
  tooDeep: '嵌套过深的格式（只保留文字）',
} as const

export type DroppedCode = keyof typeof droppedWords

/** Counts what is left out. */
export class Losses {
  private readonly counts = new Map<DroppedCode, number>()

  add(code: DroppedCode): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1)
  }

  list(): readonly { readonly what: string; readonly count: number }[] {
    return Array.from(this.counts, ([code, count]) => ({ what: droppedWords[code], count }))
  }
}
