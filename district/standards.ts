import type { ExampleSheet } from '#duties/publication/catalogue/example.ts'

/** A line of a standard catalogue, with the titles of the items that stand under it. */
interface Line {
  readonly cells: readonly string[]
  readonly titles?: RegExp
}

interface StandardTable {
  readonly field: string
  readonly label: string
  readonly title: string
  readonly lines: readonly Line[]
}

const site = '■政府网站 □政府公报 ■公开查阅点'
const siteAndMedia = '■政府网站 ■两微一端 □纸质媒体'
const board = '■政府网站 ■社区/企事业单位/村公示栏（电子屏）'
const days20 = '自信息形成或者变更之日起20个工作日内'
const [county, both, town] = [
  ['√', '', ''],
  ['√', '√', ''],
  ['', '√', '√'],
] as const

/** 一级, 二级, 内容, 依据, 时限, 主体, 渠道 and the tiers: of a thing that everybody may read, of the organ's own accord. */
const open = (words: readonly string[], tiers: readonly string[], titles?: RegExp): Line => ({
  cells: [...words, '√', '', '√', '', ...tiers],
  ...(titles ? { titles } : {}),
})

/** The same for those whom it concerns. */
const forGroup = (
  words: readonly string[],
  group: string,
  tiers: readonly string[],
  titles?: RegExp,
): Line => ({
  cells: [...words, '', group, '√', '', ...tiers],
  ...(titles ? { titles } : {}),
})

const money: StandardTable = {
  field: '04',
  label: '财政预决算',
  title: '财政预决算领域基层政务公开标准目录',
  lines: [
    open(
      [
        '部门预算',
        '部门收支总体情况',
        '部门收支总体情况表、收入总表、支出总表',
        '《中华人民共和国预算法》',
        '批准后20日内',
        '各部门',
        site,
      ],
      both,
      /年度部门预算$/,
    ),
    open(
      ['', '“三公”经费预算', '因公出国（境）费、公务用车费、公务接待费及说明', '同上', '同上', '同上', site],
      county,
    ),
    open(
      [
        '部门决算',
        '部门收支总体情况',
        '收入支出决算总表、一般公共预算支出决算表',
        '同上',
        '同上',
        '同上',
        site,
      ],
      both,
      /年度部门决算$/,
    ),
    open(
      [
        '政府债务',
        '债务限额和余额',
        '本地区债务限额、余额、使用安排和还本付息',
        '同上',
        '每年10月31日前',
        '县财政局',
        site,
      ],
      county,
    ),
    open(
      [
        '收费',
        '收费目录清单',
        '项目名称、设立依据、标准',
        '《中华人民共和国政府信息公开条例》',
        days20,
        '各执收单位',
        siteAndMedia,
      ],
      county,
      /行政事业性收费目录清单$/,
    ),
  ],
}

const safety: StandardTable = {
  field: '05',
  label: '安全生产',
  title: '安全生产领域基层政务公开标准目录',
  lines: [
    open(
      [
        '政策文件',
        '应急预案',
        '预案名称、文号、正文',
        '《中华人民共和国安全生产法》',
        days20,
        '县应急管理局',
        siteAndMedia,
      ],
      both,
      /应急预案》的通知$/,
    ),
    open(
      ['监督检查', '执法检查', '检查单位、内容、结果', '同上', '同上', '同上', site],
      county,
      /安全生产执法检查情况$/,
    ),
    open(['', '年度检查计划', '检查对象、时间、方式', '同上', '每年4月30日前', '同上', site], county),
    open(
      ['事故处理', '生产安全事故统计', '起数、死亡人数、同比', '同上', '按季度公开', '同上', siteAndMedia],
      county,
    ),
    open(
      [
        '预警提示',
        '预警信息',
        '种类、级别、区域和防范措施',
        '《中华人民共和国突发事件应对法》',
        '实时公开',
        '县应急管理局',
        '■政府网站 ■两微一端 ■广播电视',
      ],
      county,
      /预警信号/,
    ),
  ],
}

const relief: StandardTable = {
  field: '17',
  label: '社会救助',
  title: '社会救助领域基层政务公开标准目录',
  lines: [
    open(
      [
        '综合业务',
        '政策法规文件',
        '文件名称、文号、全文',
        '《社会救助暂行办法》',
        days20,
        '县民政局',
        siteAndMedia,
      ],
      both,
    ),
    open(
      ['', '监督检查', '举报投诉电话、信访受理及答复情况', '同上', '同上', '县民政局、乡镇人民政府', site],
      both,
    ),
    forGroup(
      [
        '最低生活保障',
        '审核信息',
        '初审对象名单及相关信息',
        '同上',
        '公示7个工作日内',
        '乡镇人民政府',
        board,
      ],
      '申请人所在村（社区）居民',
      town,
      /(?:低保|最低生活保障).*公示$/,
    ),
    forGroup(
      ['', '审批信息', '低保对象名单及相关信息', '同上', '同上', '县民政局', board],
      '同上',
      both,
      /民生公示|批.*公示$/,
    ),
    open(
      ['临时救助', '年度资金安排', '资金总额、支出方向', '同上', '每年1月31日前', '县民政局', site],
      county,
    ),
  ],
}

/** The standard catalogues of the county, in the manner of the published tables: 同上, boxes, first levels once. */
export const standardTables: readonly StandardTable[] = [money, safety, relief]

/** The same as sheets of a workbook. */
export const standardSheets = (): ExampleSheet[] =>
  standardTables.map(({ label, title, lines }) => ({
    name: label,
    title,
    rows: lines.map(({ cells }) => cells),
  }))

/** The entry under which an item of this title stands: field and number; undefined for none. */
export function entryOf(title: string): string | undefined {
  for (const { field, lines } of standardTables) {
    const at = lines.findIndex(({ titles }) => titles?.test(title))
    if (at >= 0) return `${field}-${String(at + 1).padStart(3, '0')}`
  }
  return undefined
}
