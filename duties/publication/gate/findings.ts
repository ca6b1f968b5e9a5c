import { common } from '#law/articles.ts'
import type { Citation } from '#law/citation.ts'

/** How a finding can be mended by the program: on the text itself, or in the file. */
export type Mend =
  | 'mask'
  | 'removeMetadata'
  | 'removeHidden'
  | 'showHidden'
  | 'acceptChanges'
  | 'removeComments'
  | 'removeNotes'
  | 'removeLinks'
  | 'removeLocation'

/** What a button that mends is called. */
export const mendLabels = {
  mask: '遮盖',
  removeMetadata: '清除文档属性',
  removeHidden: '删除隐藏内容',
  showHidden: '取消隐藏',
  acceptChanges: '接受全部修订',
  removeComments: '删除批注',
  removeNotes: '删除演讲者备注',
  removeLinks: '断开外部链接和数据连接',
  removeLocation: '清除拍摄地点',
} as const satisfies Record<Mend, string>

export interface GateTrouble {
  /** What was found, as a heading. */
  readonly label: string
  /** Why it must not go out. */
  readonly ground: Citation
  /** What to do, in a sentence. */
  readonly howToMend: string
  /** What the program can do about it; the first is proposed. */
  readonly mends: readonly Mend[]
}

const privacy = common.thirdParty
const drafts = {
  article: 16,
  paragraph: 2,
  quote: '讨论记录、过程稿、磋商信函、请示报告等过程性信息',
} as const satisfies Citation
const { internal } = common
const examined = {
  article: 17,
  paragraph: 2,
  quote: '对拟公开的政府信息进行审查',
} as const satisfies Citation
const accurate = { article: 6, paragraph: 1, quote: '及时、准确地公开政府信息' } as const satisfies Citation
const convenient = { article: 5, quote: '便民' } as const satisfies Citation

const again = '请在原来的程序中改好后重新导出，再上传。'

/** Each thing the gate can find: its words, its ground in the Regulation, and how it is mended. */
export const gateTroubles = {
  identityNumber: {
    label: '居民身份证号码',
    ground: privacy,
    howToMend: '请遮盖出生日期和顺序码，或者删除。',
    mends: ['mask'],
  },
  phoneNumber: {
    label: '个人电话号码',
    ground: privacy,
    howToMend: '请遮盖或者删除；确属本机关办公电话的，加入办公电话名单。',
    mends: ['mask'],
  },
  bankCard: { label: '银行卡号', ground: privacy, howToMend: '请遮盖或者删除。', mends: ['mask'] },
  privateAddress: {
    label: '个人住址',
    ground: privacy,
    howToMend: '公开依据没有要求到门牌的，请只写到村（社区）。',
    mends: ['mask'],
  },
  caseName: {
    label: '本件当事人姓名',
    ground: privacy,
    howToMend: '请按姓氏加“某某”遮盖，或者删除。',
    mends: ['mask'],
  },
  wording: { label: '不规范用语', ground: accurate, howToMend: '请按提示改正。', mends: [] },
  deadLink: {
    label: '打不开的链接',
    ground: convenient,
    howToMend: '请改正网址，或者去掉链接。',
    mends: [],
  },
  localLink: {
    label: '内部地址的链接',
    ground: internal,
    howToMend: '链接指向本机或者内网，公众打不开，请改正或者去掉链接。',
    mends: [],
  },
  missingAttachment: {
    label: '附件不存在',
    ground: convenient,
    howToMend: '正文引用的附件没有上传，请补传或者去掉链接。',
    mends: [],
  },
  cannotOpen: { label: '附件打不开', ground: convenient, howToMend: again, mends: [] },
  contentNotName: {
    label: '内容与扩展名不符',
    ground: examined,
    howToMend: '请用正确的格式重新保存后上传。',
    mends: [],
  },
  encrypted: {
    label: '设有密码或者权限限制',
    ground: examined,
    howToMend: '请去掉密码和限制后重新保存，再上传。',
    mends: [],
  },
  archiveBomb: {
    label: '展开后异常巨大',
    ground: examined,
    howToMend: '没有展开这个文件。请检查来源，或者拆分后上传。',
    mends: [],
  },
  tooHeavy: {
    label: '无法在限定时间内检查',
    ground: examined,
    howToMend: '请拆分成较小的文件后上传。',
    mends: [],
  },
  oldFormat: {
    label: '旧格式，无法检查',
    ground: examined,
    howToMend: '请另存为 docx、xlsx、pptx 或者 PDF 后上传。',
    mends: [],
  },
  uninspected: {
    label: '这种格式不能自动检查',
    ground: examined,
    howToMend: '请人工逐项检查后说明，或者换成能检查的格式。',
    mends: [],
  },
  scannedPages: {
    label: '扫描页，文字无法自动检查',
    ground: examined,
    howToMend: '请逐页人工检查，或者换成带文字的 PDF。',
    mends: [],
  },
  macros: {
    label: '含有宏',
    ground: examined,
    howToMend: '请另存为不含宏的格式后上传。',
    mends: [],
  },
  activeContent: {
    label: '含有脚本或者自动动作',
    ground: examined,
    howToMend: `打开文件时会执行程序，不能发布。${again}`,
    mends: [],
  },
  embeddedFile: {
    label: '内嵌其他文件',
    ground: examined,
    howToMend: '内嵌的文件会一并公开。请改为图片，或者作为单独附件上传。',
    mends: [],
  },
  hiddenSheet: {
    label: '隐藏的工作表',
    ground: privacy,
    howToMend: '隐藏的工作表任何人都能打开。请删除，或者取消隐藏后审查。',
    mends: ['removeHidden', 'showHidden'],
  },
  hiddenColumns: {
    label: '隐藏的列',
    ground: privacy,
    howToMend: '隐藏的列任何人都能打开。请删除，或者取消隐藏后审查。',
    mends: ['removeHidden', 'showHidden'],
  },
  hiddenRows: {
    label: '隐藏的行',
    ground: privacy,
    howToMend: '隐藏或者被筛选掉的行任何人都能打开。请删除，或者取消隐藏后审查。',
    mends: ['removeHidden', 'showHidden'],
  },
  hiddenName: {
    label: '指向隐藏工作表的名称',
    ground: privacy,
    howToMend: '请在名称管理器中删除。',
    mends: ['removeHidden'],
  },
  hiddenText: {
    label: '看不见的文字',
    ground: privacy,
    howToMend: '看不见的文字能被复制和搜索到。请删除，或者改为正常显示后审查。',
    mends: ['removeHidden', 'showHidden'],
  },
  hiddenSlide: {
    label: '隐藏的幻灯片',
    ground: drafts,
    howToMend: '请删除，或者取消隐藏后审查。',
    mends: ['removeHidden', 'showHidden'],
  },
  speakerNotes: {
    label: '演讲者备注',
    ground: drafts,
    howToMend: '请删除备注。',
    mends: ['removeNotes'],
  },
  comments: { label: '批注', ground: drafts, howToMend: '请删除全部批注。', mends: ['removeComments'] },
  trackedChanges: {
    label: '修订痕迹',
    ground: drafts,
    howToMend: '请接受或者拒绝全部修订，并关闭修订。',
    mends: ['acceptChanges'],
  },
  metadata: {
    label: '文档属性',
    ground: internal,
    howToMend: '请清除作者、单位、最后保存者等属性。',
    mends: ['removeMetadata'],
  },
  photoLocation: {
    label: '照片带有拍摄地点',
    ground: privacy,
    howToMend: '请清除照片的位置信息。',
    mends: ['removeLocation'],
  },
  externalLink: {
    label: '链接到外部文件',
    ground: internal,
    howToMend: '请断开链接，保留数值。',
    mends: ['removeLinks'],
  },
  dataConnection: {
    label: '数据连接',
    ground: internal,
    howToMend: '请删除数据连接，保留数值。',
    mends: ['removeLinks'],
  },
  pivotCache: {
    label: '数据透视表带有源数据',
    ground: privacy,
    howToMend: '请把透视表复制为数值后重新保存。',
    mends: ['removeHidden'],
  },
  coveredText: {
    label: '遮盖不实，色块下面仍有文字',
    ground: privacy,
    howToMend: `色块下面的文字能被复制出来。请先删除文字再导出，不要用色块盖住。${again}`,
    mends: [],
  },
  outsidePage: {
    label: '页面以外的文字',
    ground: privacy,
    howToMend: `裁剪掉的文字仍在文件里。${again}`,
    mends: [],
  },
  earlierVersion: {
    label: '文件里留有修改前的内容',
    ground: drafts,
    howToMend: '请用“另存为”或者“打印为 PDF”重新生成文件后上传。',
    mends: [],
  },
  formFields: {
    label: '可填写的表单',
    ground: examined,
    howToMend: `表单的值看不见也能读出。请打印为 PDF 后上传；确需公众填写的空表，说明后发布。`,
    mends: [],
  },
} as const satisfies Record<string, GateTrouble>

export type GateCode = keyof typeof gateTroubles

/** True where the text names something that the gate finds. */
export const isGateCode = (code: string): code is GateCode => Object.hasOwn(gateTroubles, code)

export type Severity = 'blocks' | 'warns'

export interface GatePlace {
  readonly part: 'title' | 'summary' | 'body' | 'file'
  /** Left out by `gateFile`, which knows no ids: the caller sets it. */
  readonly fileId?: string
  /** In Chinese: 第3段第12字、工作表“名单”B4、第2页. */
  readonly place: string
  /** Where it stands in the plain text of the part (of the body: `plainText`), in UTF-16 units, end excluded. */
  readonly from?: number
  readonly to?: number
}

export interface GateFinding {
  readonly code: GateCode
  readonly where: GatePlace
  /** A few words around it; numbers and names of persons are never written out in full. */
  readonly excerpt: string
  readonly severity: Severity
  /** The same for the same thing in the same text or file, another for anything else. */
  readonly key: string
  /** What the program proposes to do about it. */
  readonly mend?: Mend
}
