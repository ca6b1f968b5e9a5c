/**
 * What is said of a page of the old site: why it is not taken (`refuses`), why it is taken as a draft (`drafts`), or
 * what of it was lost or put right (`notes`).
 */
interface Said {
  readonly does: 'refuses' | 'drafts' | 'notes'
  says(detail: string): string
}

const named = (words: string, detail: string): string => (detail === '' ? words : `${words}（${detail}）`)
const refuses = (words: string): Said => ({ does: 'refuses', says: (detail) => named(words, detail) })
const notes = (words: string): Said => ({ does: 'notes', says: (detail) => named(words, detail) })

export const reasons = {
  noTitle: refuses('没有标题'),
  noBody: refuses('没有正文，也没有附件'),
  noDate: refuses('没有发布日期'),
  dateOdd: refuses('日期不存在或者早于1949年10月1日'),
  dateFuture: refuses('日期晚于今天'),
  notAnItem: refuses('像是首页、栏目页或者列表页，不是一条信息'),
  onlyRedirect: refuses('只是跳转到其他地址的空页'),
  badEncoding: refuses('文字编码无法识别'),
  broken: refuses('文件损坏，不能读取'),
  encrypted: refuses('文件设有密码'),
  pageTooLarge: refuses('页面过大'),
  bodyTooLong: refuses('正文过长'),
  unsafePath: refuses('路径指向文件夹以外'),
  symbolicLink: refuses('是指向其他文件的链接，不是文件'),
  badRecord: refuses('这一条不是完整的 JSON'),
  fault: refuses('处理这一条时出错'),
  sameAddress: { does: 'refuses', says: (detail) => named('旧地址重复', detail) },
  sameTitle: { does: 'refuses', says: (detail) => named('标题、日期和机关都相同', detail) },
  sameText: { does: 'refuses', says: (detail) => named('正文相同', detail) },
  gateFound: { does: 'drafts', says: (detail) => named('发布前检查发现问题，转为草稿', detail) },
  gateWarned: notes('发布前检查发现问题，仍按已发布迁入'),
  fileMissing: notes('附件或者图片不在所传文件中'),
  fileRefused: notes('附件或者图片没有接收'),
  filesTooMany: notes('附件超过200个，其余没有接收'),
  remotePicture: notes('外站图片没有带入'),
  inlinePicture: notes('嵌在页面里的图片没有带入'),
  dropped: notes('清理了不安全的内容'),
  damaged: notes('有个别字符无法识别'),
  titleCut: notes('标题超过300字，已截短'),
  kindUnknown: notes('没有对应的信息种类，按栏目归类'),
  headingUnknown: notes('没有对应的目录，归入其他法定公开信息'),
  formedOdd: notes('成文日期不对，按发布日期'),
  numberTaken: notes('索引号已被使用或者不合格，另编新号'),
} as const satisfies Record<string, Said>

export type ReasonCode = keyof typeof reasons

/** A reason with what it is about. */
export interface Reason {
  readonly code: ReasonCode
  readonly detail?: string
}

/** The reason in words. */
export const sayReason = ({ code, detail = '' }: Reason): string => reasons[code].says(detail)

/** True where a page with this reason cannot be taken. */
export const refusesPage = ({ code }: Reason): boolean => reasons[code].does === 'refuses'

/** What becomes, or became, of a page. */
export const outcomes = {
  take: { planned: '可以迁入', done: '已迁入' },
  draft: { planned: '将作为草稿迁入', done: '已作为草稿迁入' },
  duplicate: { planned: '重复，不再迁入', done: '重复，没有迁入' },
  refused: { planned: '不能迁入', done: '没有迁入' },
} as const

export type Outcome = keyof typeof outcomes

export const isOutcome = (word: string): word is Outcome => Object.hasOwn(outcomes, word)
