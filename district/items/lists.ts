import { drawName } from '../people.ts'
import { firmNames } from '../words-of-people.ts'
import { fill, publicPeriods } from './phrases.ts'
import { callAt, type Draft, p, type Scene, signed, type Template, table } from './scene.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A name with its middle hidden, as lists of persons are published (个人信息保护法). */
export const hidden = (scene: Scene): string => {
  const { name } = drawName(scene.random)
  return name.length > 2 ? `${name.charAt(0)}*${name.charAt(2)}` : `${name.charAt(0)}*`
}

const trades = [
  '建设工程',
  '农业开发',
  '食品',
  '商贸',
  '机械制造',
  '环保科技',
  '物流',
  '物业服务',
  '新材料',
  '种植专业合作',
] as const

/** A firm that does not exist. */
export function firm({ random, area }: Pick<Scene, 'random' | 'area'>): string {
  const trade = random.pick(trades)
  return `${area}${random.pick(firmNames)}${trade}${trade.endsWith('合作') ? '社' : '有限公司'}`
}

const period = ({ random, name }: Scene): string =>
  fill(random.pick(publicPeriods), { days: random.pick([5, 7]), name })

/** 名单、目录、结果 of a department: a catalogue of matters, a list of firms, or numbers by place. */
export const announcement: Template = (scene) => {
  const { random, name, year } = scene
  const subject = random.pick(vocabularyOf(scene).lists)
  const isCatalogue = /目录|清单|标准|计划|安排|片区|分解|区域/.test(subject)
  const kind = isCatalogue ? random.pick(['公告', '通知']) : random.pick(['公示', '公告', '通告'])
  const opening = `根据有关规定，经审核，现将${year}年${subject}予以公布。`
  const body = [
    p(isCatalogue ? opening : opening + period(scene)),
    isCatalogue
      ? matters(scene)
      : /企业|机构|公司|店|信用|经营|单位/.test(subject)
        ? firms(scene)
        : byPlace(scene),
    p(callAt(scene)),
    signed(scene),
  ]
  const title = `${name}关于${kind === '通知' ? '公布' : ''}${year}年${subject}的${kind}`
  return { kind: 'notice', catalogue: catalogueOf(subject), title, body: body.join('') }
}

function matters(scene: Scene): string {
  const { tasks, campaigns } = vocabularyOf(scene)
  const { random } = scene
  const rows = [...tasks, ...campaigns].map((matter, i) => [
    i + 1,
    matter,
    random.pick(vocabularyOf(scene).offices),
    random.pick(['按现行规定执行', '较上年不变', '本年新增', '动态调整']),
  ])
  return table(['序号', '事项', '责任股室', '说明'], rows)
}

function firms(scene: Scene): string {
  const { random } = scene
  const results = ['符合条件', '合格', '通过', '准予']
  const names = new Set(Array.from({ length: random.whole(5, 14) }, () => firm(scene)))
  const rows = [...names].map((each, i) => [
    i + 1,
    each,
    random.pick(results),
    random.pick(['首次列入', '延续', '—']),
  ])
  return table(['序号', '名称', '结果', '备注'], rows)
}

function byPlace({ random, parts }: Scene): string {
  const rows = parts.map((part, i) => [
    i + 1,
    part,
    random.whole(3, 260),
    random.pick(['—', '—', '较上年增加', '较上年减少']),
  ])
  return table(['序号', '所在地', '数量', '备注'], rows)
}

/** The item of 第二十条 that a matter belongs to, by its words. */
export function catalogueOf(subject: string): Draft['catalogue'] {
  if (/收费|基金目录/.test(subject)) return '20-08'
  if (/采购/.test(subject)) return '20-09'
  if (/低保|救助|补贴|补助|资助|就业|医疗|抚恤|补偿资金|养老|医保|招生|欠薪|工资/.test(subject))
    return '20-11'
  if (/防汛|防火|应急|预案|预警|火灾|避险/.test(subject)) return '20-12'
  if (/抽检|检查|监测|水质|空气|安全|整治|污染|食品/.test(subject)) return '20-13'
  if (/项目/.test(subject)) return '20-10'
  if (/统计|普查|调查/.test(subject)) return '20-04'
  if (/许可|窗口|办成一件事|证照|审批|登记/.test(subject)) return '20-05'
  return '20-15'
}

const grants: Readonly<Record<string, readonly string[]>> = {
  mzj: ['城乡低保金', '特困人员救助供养资金', '高龄津贴', '残疾人“两项补贴”'],
  nynj: ['耕地地力保护补贴', '农机购置与应用补贴', '衔接推进乡村振兴补助资金'],
  rsj: ['公益性岗位补贴', '创业担保贷款贴息', '职业培训补贴'],
  jtj: ['家庭经济困难学生生活补助', '营养改善计划补助资金'],
  wjj: ['基本公共卫生服务补助资金', '计划生育家庭奖励扶助金'],
  tyjr: ['优抚对象抚恤补助金', '义务兵家庭优待金'],
  ybj: ['城乡医疗救助资金'],
  yjj: ['冬春救助资金', '自然灾害生活救助资金'],
  lyj: ['森林生态效益补偿资金', '退耕还林补助资金'],
}

/** Money paid to people, by place: 20-11. */
export const grant: Template = (scene) => {
  const { random } = scene
  const what = random.pick(grants[scene.department?.key ?? ''] ?? ['惠民惠农补贴资金'])
  const month = Number(scene.on.slice(5, 7))
  const rows = scene.parts.map((part) => [
    part,
    random.whole(18, 640),
    (random.whole(60, 9_900) / 10).toFixed(2),
  ])
  const people = rows.reduce((sum, row) => sum + Number(row[1]), 0)
  const money = rows.reduce((sum, row) => sum + Number(row[2]), 0).toFixed(2)
  const body = [
    p(
      `${scene.year}年${month}月，${scene.all}共发放${what}${money}万元，惠及${people}人（户）。资金通过“一卡通”直接拨付到个人账户，现将发放情况公开如下：`,
    ),
    table(['所在地', '人（户）数', '金额（万元）'], [...rows, ['合计', people, money]]),
    p(`群众可持本人身份证到所在乡镇便民服务中心查询。监督电话：${scene.organ.contact.telephone}。`),
    signed(scene),
  ]
  return {
    kind: 'welfare',
    catalogue: '20-11',
    title: `${scene.area}${scene.year}年${month}月${what}发放情况`,
    body: body.join(''),
  }
}
