import { hidden } from './lists.ts'
import { callAt, numbered, p, parts, type Scene, signed, type Template, table } from './scene.ts'
import { vocabularyOf } from './vocabulary.ts'

/** 低保、救助、补贴: who is to get it, for seven days. */
export const townWelfare: Template = (scene) => {
  const { random } = scene
  const subject = random.pick(vocabularyOf(scene).lists)
  const rows = Array.from({ length: random.whole(6, 18) }, (_, i) => [
    i + 1,
    hidden(scene),
    random.pick(scene.parts),
    random.whole(1, 5),
    random.whole(12, 96) * 10,
  ])
  return {
    kind: 'welfare',
    catalogue: '20-11',
    title: `${scene.name}${scene.year}年第${scene.issue('民生公示')}批${subject}公示`,
    body:
      p(`经个人申请、村（社区）评议、${scene.us}审核，现将${subject}情况公示如下，公示期7日：`) +
      table(['序号', '姓名', '村（社区）', '人数', '金额（元）'], rows) +
      p(callAt(scene)) +
      signed(scene),
  }
}

/** 农村宅基地审批结果 */
export const homestead: Template = (scene) => {
  const { random } = scene
  const rows = Array.from({ length: random.whole(3, 9) }, () => [
    `${scene.mark}宅审〔${scene.year}〕${scene.issue('宅基地')}号`,
    hidden(scene),
    random.pick(scene.parts),
    random.whole(80, 120),
    random.pick(['原址翻建', '改扩建', '异址新建']),
  ])
  return {
    kind: 'licence',
    catalogue: '20-05',
    title: `${scene.name}${scene.year}年${Number(scene.on.slice(5, 7))}月农村宅基地审批结果公示`,
    decisions: rows.length,
    body: table(['批准文号', '户主', '所在村', '面积（平方米）', '建房类型'], rows) + p(callAt(scene)),
  }
}

/** 项目、资金 of a town. */
export const townProject: Template = (scene) => {
  const { random } = scene
  const subject = random.pick([
    '村组道路硬化',
    '灌溉渠道修复',
    '文化广场改造',
    '太阳能路灯安装',
    '污水管网延伸',
    '农产品晾晒场建设',
  ])
  const where = random.pick(scene.parts)
  const rows = [
    ['建设地点', where],
    ['建设内容', `${subject}${random.whole(2, 26)}处`],
    ['资金来源', random.pick(['衔接推进乡村振兴补助资金', '农村公益事业财政奖补资金', '镇级自筹'])],
    ['金额（元）', random.whole(60, 1_900) * 1000],
    ['工期', `${random.pick([30, 45, 60, 90])}天`],
  ]
  return {
    kind: 'project',
    catalogue: '20-10',
    title: `${scene.name}${where}${subject}项目${random.pick(['实施前公示', '完工公示', '验收结果公示'])}`,
    body: table(['项目', '内容'], rows) + p(`公示期10日。${callAt(scene)}`) + signed(scene),
  }
}

/** 乡镇工作计划、防汛方案 */
export const townPlan: Template = (scene) => {
  const subject = scene.random.pick(vocabularyOf(scene).tasks)
  const body = parts([
    ['工作目标', [`确保${scene.all}${subject}工作平稳有序，不发生重大责任事件。`]],
    [
      '组织机构',
      [
        `成立${subject}工作领导小组，下设办公室，${scene.random.pick(vocabularyOf(scene).offices)}负责日常工作。`,
      ],
    ],
    [
      '主要措施',
      numbered([
        '划分责任片区，班子成员包村、村干部包组、党员包户。',
        '落实二十四小时值班和领导带班制度。',
        `组织${scene.parts.join('、')}开展排查，建立台账。`,
        '备足物资，组建应急队伍，适时开展演练。',
      ]),
    ],
    ['工作要求', ['信息报送及时准确，严格落实责任，对工作不力的予以通报。']],
  ])
  return {
    kind: 'plan',
    catalogue: '20-12',
    title: `${scene.name}${scene.year}年${subject}工作方案`,
    documentNumber: scene.number('发'),
    body: body + signed(scene),
  }
}

const village = (scene: Scene): string => scene.organ.place?.name ?? ''

/** 村级财务公开, each quarter. */
export const villageAccounts: Template = (scene) => {
  const { random } = scene
  const quarter = Math.max(1, Math.floor((Number(scene.on.slice(5, 7)) - 1) / 3)) || 4
  const money = () => (random.whole(10, 3_800) * 10).toFixed(2)
  const rows = [
    ['上级补助收入', money(), '村干部报酬', money()],
    ['集体资产租金收入', money(), '办公费', money()],
    ['土地流转管理收入', money(), '公益事业支出', money()],
    ['其他收入', money(), '环境整治支出', money()],
  ]
  return {
    kind: 'village',
    catalogue: '20-15',
    title: `${village(scene)}村${scene.year}年第${'一二三四'.charAt(quarter - 1)}季度财务公开`,
    body:
      table(['收入项目', '金额（元）', '支出项目', '金额（元）'], rows) +
      p('本表经村务监督委员会审核，村民有疑问的可以到村委会查询凭证。'),
  }
}

/** 村民会议、评议、工程 */
export const villageAffairs: Template = (scene) => {
  const { random } = scene
  const count = random.whole(26, 48)
  const what = random.pick([
    '低保对象民主评议',
    '公益性岗位人员选聘',
    '村组道路硬化工程',
    '集体鱼塘发包',
    '高标准农田管护',
    '村规民约修订',
    '危房改造对象评议',
  ])
  const body = [
    `${shortOf(scene)}，村“两委”召集村民代表会议，应到${count + random.whole(1, 6)}人，实到${count}人，就${what}进行讨论。`,
    `会议按照“四议两公开”程序进行，村支书介绍了有关情况，代表们发表了意见，并以${random.pick(['举手', '无记名投票'])}方式表决，同意${count - random.whole(0, 3)}票。`,
    '现将决议结果予以公示，公示期7日。村民如有异议，可以向村务监督委员会或者乡镇（街道）反映。',
  ]
  return {
    kind: 'village',
    catalogue: '20-15',
    title: `${village(scene)}村关于${what}的决议公示`,
    body: body.map(p).join('') + signed(scene),
  }
}

const shortOf = ({ on }: Scene): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`
