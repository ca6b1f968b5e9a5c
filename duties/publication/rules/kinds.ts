import { headings } from './catalogue.ts'
import { coercionColumns, licenceColumns, penaltyColumns } from './decision-columns.ts'
import { type FieldTrouble, isBlank, type KindColumn, type KindField, readers } from './kind-field.ts'
import { type ItemKind, kindLabels } from './vocabulary.ts'

/** What a kind asks beyond title, text, day and heading. */
export interface Kind {
  readonly fields: Readonly<Record<string, KindField>>
  /** A document number (文号) is asked for. */
  readonly numbered?: true
  /** Whether it holds is shown, and may be marked. */
  readonly holds?: true
  /** Registered with a running number when it is released, cleaned up every so many years (三统一). */
  readonly registered?: true
  /** Legal review before it is published. */
  readonly legalReview?: true
  /** It belongs to a document that it interprets. */
  readonly interprets?: true
  /** Its decisions are brought in from the list of a month: the field that holds them. */
  readonly monthly?: true
  /** Other items stand on its page, by hand or by rule. */
  readonly gathers?: true
}

const plain: Kind = { fields: {} }
const text = (label: string, hint?: string): KindField => ({
  label,
  type: 'text',
  required: false,
  ...(hint ? { hint } : {}),
})
const needed = (field: KindField): KindField => ({ ...field, required: true })
const day = (label: string, hint?: string): KindField => ({ ...text(label, hint), type: 'day' })
const long = (label: string): KindField => ({ ...text(label), type: 'longtext' })
const choice = (label: string, choices: Readonly<Record<string, string>>): KindField => ({
  ...text(label),
  type: 'choice',
  choices: Object.entries(choices).map(([value, label]) => ({ value, label })),
})
const items = (label: string, hint?: string): KindField => ({ ...text(label, hint), type: 'items' })
const rows = (label: string, columns: Readonly<Record<string, KindColumn>>, hint?: string): KindField => ({
  ...text(label, hint),
  type: 'rows',
  columns,
})

const registerNumber = text('登记编号', '不填的，发布时按登记编号规则自动编号')
const expiresOn = day('有效期至', '没有规定有效期的不填；期满次日起标为已失效')
const effectiveOn = day('施行日期')
const year = needed({ label: '年度', type: 'number', required: true, hint: '如 2026' })
const questions = rows('问答', {
  question: { label: '问', type: 'longtext', required: true },
  answer: { label: '答', type: 'longtext', required: true },
})
const month: KindField = { ...text('所属月份', '如 2026-03'), inner: true }
const decisions = (columns: Readonly<Record<string, KindColumn>>): Kind => ({
  fields: { month, decisions: rows('决定', columns, '整月的清单请用“双公示导入”') },
  monthly: true,
})

/** Every kind as data: a new field is a line here, and nowhere else. */
export const kinds: Readonly<Record<ItemKind, Kind>> = {
  normative: {
    fields: {
      registerNumber,
      effectiveOn,
      expiresOn,
      repeals: items('同时废止的文件', '发布时，这些文件随即标为已废止'),
      amends: items('修改的文件', '发布时，这些文件随即标为已修改'),
    },
    numbered: true,
    holds: true,
    registered: true,
    legalReview: true,
  },
  policy: { fields: { effectiveOn, expiresOn }, numbered: true, holds: true },
  interpretation: {
    fields: {
      form: choice('解读形式', { text: '文字解读', picture: '图片解读', questions: '问答解读' }),
      interpreter: text('解读人', '主要负责人是第一解读人'),
      questions,
    },
    interprets: true,
  },
  notice: { fields: { validUntil: day('有效期至', '有期限的通知公告填写') } },
  news: { fields: { source: text('来源', '不填即为本机关') } },
  profile: plain,
  leadership: {
    fields: {
      people: rows('领导分工', {
        name: { label: '姓名', type: 'text', required: true },
        post: { label: '职务', type: 'text', required: true },
        duties: { label: '分工', type: 'longtext' },
      }),
    },
  },
  training: {
    fields: {
      heldOn: day('培训日期'),
      place: text('地点'),
      attendees: { label: '参加人数', type: 'number', required: false },
      trainers: text('授课人'),
    },
  },
  plan: plain,
  statistics: plain,
  workReport: {
    fields: {
      year,
      tasks: rows('任务分解', {
        task: { label: '任务', type: 'longtext', required: true },
        organ: { label: '责任单位', type: 'text', required: true },
        percent: { label: '进度（%）', type: 'percent' },
        progress: { label: '进展情况', type: 'longtext' },
        updatedOn: { label: '更新日期', type: 'day' },
      }),
    },
  },
  licence: decisions(licenceColumns),
  penalty: decisions(penaltyColumns),
  coercion: decisions(coercionColumns),
  budget: {
    fields: {
      budgetYear: { label: '年度', type: 'number', required: false, hint: '如 2026' },
      account: choice('类别', { budget: '预算', finalAccounts: '决算', special: '专项资金', other: '其他' }),
      scope: choice('范围', { government: '政府', department: '部门', unit: '单位' }),
    },
  },
  procurement: plain,
  project: plain,
  welfare: plain,
  emergency: {
    fields: {
      level: choice('响应级别', { i: 'Ⅰ级', ii: 'Ⅱ级', iii: 'Ⅲ级', iv: 'Ⅳ级' }),
      event: choice('事件类别', {
        disaster: '自然灾害',
        accident: '事故灾难',
        health: '公共卫生事件',
        security: '社会安全事件',
      }),
      began: text('发布或者启动时间', '如 2026年3月2日9时'),
      ended: text('解除或者终止时间'),
    },
  },
  inspection: plain,
  recruitment: plain,
  personnel: {
    fields: {
      appointments: rows('任免', {
        name: { label: '姓名', type: 'text', required: true },
        appointed: { label: '任职', type: 'text' },
        removed: { label: '免职', type: 'text' },
        on: { label: '日期', type: 'day' },
      }),
    },
  },
  village: plain,
  policyQuestion: {
    fields: {
      question: needed(long('问题')),
      theme: text('主题', '如 社会救助'),
      bases: items('依据的文件'),
    },
  },
  topic: {
    fields: {
      picked: items('专题收录的信息', '按所选顺序排在前面'),
      byKind: choice('按体裁收录', kindLabels),
      byHeading: choice('按栏目收录', Object.fromEntries(headings.map(({ code, short }) => [code, short]))),
      byWords: text('按标题中的字词收录', '几个条件都填的，同时符合才收录'),
    },
    gathers: true,
  },
  interview: {
    fields: {
      heldAt: needed(text('访谈时间', '如 2026年3月2日9时至10时')),
      guests: needed({ ...text('嘉宾', '每行一位：姓名、职务'), type: 'lines' }),
      host: text('主持人'),
      questions,
    },
  },
  pressConference: {
    fields: {
      heldAt: needed(text('发布时间', '如 2026年3月2日9时')),
      place: text('地点'),
      speakers: needed({ ...text('发布人', '每行一位：姓名、职务'), type: 'lines' }),
      questions,
    },
  },
}

/** The row of a kind; undefined for a kind that is not in the table. */
export const itemKind = (kind: string): Kind | undefined =>
  Object.hasOwn(kindLabels, kind) ? kinds[kind as ItemKind] : undefined

// What a document under this heading most often is: the drafter's first choice, not a rule.
const usual: Readonly<Record<string, ItemKind>> = {
  '04-01': 'policy',
  '20-01': 'normative',
  '20-02': 'profile',
  '20-03': 'plan',
  '20-04': 'statistics',
  '20-05': 'licence',
  '20-06': 'penalty',
  '20-07': 'budget',
  '20-08': 'budget',
  '20-09': 'procurement',
  '20-10': 'project',
  '20-11': 'welfare',
  '20-12': 'emergency',
  '20-13': 'inspection',
  '20-14': 'recruitment',
}

/** The kind that a document under a heading most often is. */
export const usualKind = (catalogue: string): ItemKind => usual[catalogue] ?? 'notice'

/** One wrong entry of a kind's fields. */
export interface ExtraProblem {
  readonly field: string
  readonly code: FieldTrouble
  readonly label: string
}

/**
 * The fields of the kind out of what was sent, others left out; and what is wrong with them. What is missing is a
 * problem only where `whole` is asked for: a draft may wait.
 */
export function readExtra(
  kind: string,
  sent: Readonly<Record<string, unknown>>,
  whole: boolean,
): { extra: Record<string, unknown>; problems: ExtraProblem[] } {
  const extra: Record<string, unknown> = {}
  const problems: ExtraProblem[] = []
  for (const [name, field] of Object.entries(itemKind(kind)?.fields ?? {})) {
    const { label } = field
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined
    if (isBlank(value)) {
      if (whole && field.required) problems.push({ field: `extra.${name}`, code: 'missing', label })
      continue
    }
    const read = readers[field.type](value, field)
    if ('value' in read) extra[name] = read.value
    else problems.push({ field: `extra.${name}`, code: read.code, label: `${label}${read.at ?? ''}` })
  }
  return { extra, problems }
}
