import { placeholderOf } from '#duties/annual-report/rules/bound-text.ts'
import type { FeeFigures } from '#duties/requests/rules/fees.ts'
import { figureOf, type Report } from '#law/report-forms/report.ts'
import { carriedForwardLabel } from '#law/report-forms/requests-table.ts'
import { overviewThemes } from '#law/report-forms/sections.ts'
import type { Item } from '../items.ts'
import { lastName, type Organ } from '../organ.ts'
import type { Random } from '../random.ts'

/** The entry of a year: another one each year, so that no report repeats the last. */
const turn = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length]
  if (found === undefined) throw new RangeError('nothing to turn to')
  return found
}

export interface TextsGiven {
  readonly organ: Organ
  readonly year: number
  readonly items: readonly Item[]
  readonly fees: FeeFigures
}

/** The three parts of a report that are written, every figure of a table bound to its cell. */
export function textsOf(random: Random, report: Report, given: TextsGiven) {
  const at = random.branch('texts').whole(0, 99) + given.year
  return {
    overview: overviewOf(at, report, given),
    problems: problemsOf(at),
    other: otherOf(at, given),
  } as const
}

const count = (report: Report, cell: string): number => figureOf(report, cell) ?? 0

const ourselves = (name: string): string => (/[局厅]$/.test(name) ? `我${name.at(-1)}` : '本机关')

function overviewOf(at: number, report: Report, { organ, year, items }: TextsGiven): string {
  const us =
    organ.kind === 'government'
      ? `我${organ.area.suffix}`
      : organ.level === 'town'
        ? `我${organ.place?.suffix ?? '镇'}`
        : ourselves(lastName(organ))
  const published = items.filter(({ publishedAt }) => publishedAt?.startsWith(String(year))).length
  const interpretations = items.filter(
    ({ kind, publishedAt }) => kind === 'interpretation' && publishedAt?.startsWith(String(year)),
  ).length
  const paragraphs = [
    `${year}年，${us}${turn(openings, at)}`,
    `全年通过政府信息公开平台公开信息${published}条${interpretations > 0 ? `，发布政策解读材料${interpretations}篇` : ''}。${documents(report)}`,
    requests(report),
    turn(managements, at),
    turn(platforms, at),
    turn(supervisions, at),
  ]
  return paragraphs
    .map((text, i) => (i > 0 ? `（${'一二三四五'.charAt(i - 1)}）${overviewThemes[i - 1]}。${text}` : text))
    .join('\n')
}

function documents(report: Report): string {
  const made = count(report, 'proactive.normative.made')
  const valid = count(report, 'proactive.normative.valid')
  if (valid === 0 && made === 0) return '本年没有制发行政规范性文件。'
  const bound = (column: string) => placeholderOf(`proactive.normative.${column}`)
  return `${made > 0 ? `制发行政规范性文件${bound('made')}件，` : ''}年末现行有效的行政规范性文件${bound('valid')}件。`
}

function requests(report: Report): string {
  const of = (row: string) => count(report, `requests.${row}.total`)
  const bound = (row: string) => placeholderOf(`requests.${row}.total`)
  if (of('new_received') + of('carried_over') === 0) return '全年没有收到政府信息公开申请。'
  const carriedIn = of('carried_over') > 0 ? `上年结转${bound('carried_over')}件，` : ''
  const left = of('carried_forward') > 0 ? `，${carriedForwardLabel}${bound('carried_forward')}件` : ''
  const remedies =
    count(report, 'review.total') > 0
      ? `因政府信息公开工作被申请行政复议${placeholderOf('review.total')}件。`
      : ''
  return `全年新收到政府信息公开申请${bound('new_received')}件，${carriedIn}办结${bound('total_processed')}件${left}。${remedies}`
}

const openings = [
  '认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，政府信息公开工作平稳有序。',
  '围绕中心工作和群众关切，依法做好主动公开和依申请公开，切实保障公众的知情权、参与权和监督权。',
  '按照上级关于政务公开工作的部署，完善制度、压实责任、优化服务，公开质量稳步提升。',
] as const

const managements = [
  '健全公文公开属性源头认定机制，拟制公文时同步确定公开属性，不予公开的说明理由。严格执行保密审查制度，做到先审查、后公开。',
  '落实信息发布三级审核制度，定期对已公开信息进行排查，对失效文件及时作出标注，对个人信息作去标识化处理。',
  '开展行政规范性文件清理，公布现行有效文件目录，实行动态调整，确保公开内容准确、完整。',
] as const

const platforms = [
  '按照统一要求规范设置法定主动公开栏目，优化检索、查阅、下载功能，在便民服务大厅设立政务公开专区，为群众提供查询、咨询服务。',
  '加强政务新媒体日常监管，及时关停低效账号，做到内容更新及时、互动回应规范。',
  '持续完善政府信息公开指南和目录，更新机构职能、办公地址和联系方式，方便群众查找。',
] as const

const supervisions = [
  '将政府信息公开纳入年度考核，定期开展自查自纠，对发现的问题限期整改。全年未发生责任追究情形。',
  '明确分管领导和专职人员，组织业务培训，提升依法公开能力。社会评议总体良好，没有责任追究情形。',
  '主动接受社会监督，畅通意见反馈渠道，对群众提出的意见及时办理、及时回复。全年没有责任追究情形。',
] as const

const problems = [
  ['主动公开的深度不够，部分内容更新不够及时', '完善公开事项标准目录，明确责任股室和更新时限，按月开展检查'],
  [
    '政策解读形式较为单一，群众看得懂、用得上的内容偏少',
    '综合运用问答、图表、案例等方式开展解读，回应群众关切',
  ],
  ['依申请公开答复文书质量有待提高', '加强业务培训和个案指导，落实合法性审核，规范检索和说理'],
  ['公开工作队伍变动较大，业务能力参差不齐', '稳定人员力量，开展岗前培训和跟班学习，建立工作手册'],
  ['部分栏目设置与群众需求结合不够紧密', '听取群众和企业意见，优化栏目布局，突出高频事项'],
] as const

function problemsOf(at: number): string {
  const [first, second] = [turn(problems, at * 2), turn(problems, at * 2 + 1)]
  return `存在的主要问题：一是${first[0]}；二是${second[0]}。\n改进情况：一是${first[1]}；二是${second[1]}。`
}

function otherOf(at: number, { fees }: TextsGiven): string {
  const tail = turn(['没有其他需要报告的事项。', '除此之外，没有需要报告的其他事项。'], at)
  if (fees.notices === 0) return `本年度没有发出收费通知，未收取信息处理费。${tail}`
  const [notices, noticed, collected] = ['notices', 'noticed', 'collected'].map((name) =>
    placeholderOf(`fees.${name}`),
  )
  return `本年度发出收费通知${notices}件，总金额${noticed}元，实际收取信息处理费${collected}元。${tail}`
}
