import { inChinese, plusDays } from '#time/day.ts'
import { type Draft, h, p, type Scene, signed } from './scene.ts'

const scopes = [
  '在{area}行政区域内从事与{matter}有关的活动，适用本办法。法律、法规、规章另有规定的，从其规定。',
  '{area}行政区域内{matter}的实施、服务和监督管理，适用本办法。',
] as const

const principles = [
  '{matter}应当遵循公开、公平、公正、便民的原则。',
  '{matter}坚持政府主导、部门协同、社会参与、群众监督的原则。',
  '{matter}坚持因地制宜、量力而行、注重实效的原则。',
] as const

const duties = [
  '{name}是{matter}的主管部门，负责本办法的组织实施和监督检查。财政、审计等有关部门按照各自职责做好相关工作。',
  '{name}负责{matter}的统筹协调和日常管理；乡镇人民政府、街道办事处负责本辖区内的具体工作。',
] as const

const rulesOfDoing = [
  '申请人应当如实提交申请材料，并对材料的真实性负责。能够通过政务数据共享获取的材料，不再要求申请人提供。',
  '受理单位应当自收到申请之日起5个工作日内进行初审；材料不齐全的，应当一次性告知需要补正的全部内容。',
  '审核结果应当在申请人所在村（社区）和政府信息公开平台公示，公示期不少于7日。公示有异议的，应当重新核实。',
  '经审核不符合条件的，应当书面告知申请人并说明理由。申请人有异议的，可以申请复核。',
  '主管部门应当建立工作台账，如实记录办理过程，保存期限不少于5年。',
  '对符合条件的对象实行动态管理，每年至少核查一次；情形发生变化的，应当自变化之日起30日内报告。',
  '有关经费列入本级财政预算，专款专用，任何单位和个人不得截留、挤占、挪用。',
  '主管部门应当公布办理依据、条件、程序、时限和监督电话，方便群众查询。',
  '鼓励社会力量依法参与有关工作，政府可以通过购买服务等方式予以支持。',
  '因不可抗力等原因无法按期完成的，应当及时说明情况，经批准可以适当延长期限。',
] as const

const liabilities = [
  '任何单位和个人有权对违反本办法的行为进行投诉、举报，主管部门应当依法处理并为举报人保密。',
  '采取虚报、隐瞒、伪造等手段骗取资格或者资金的，由主管部门责令退回；构成犯罪的，依法追究刑事责任。',
  '工作人员滥用职权、玩忽职守、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。',
] as const

/** A normative document (规范性文件) and what its interpretation needs to know of it. */
export interface Rule {
  readonly draft: Draft
  readonly title: string
  readonly matter: string
}

const matterOf = (title: string): string =>
  title.replace(
    /(管理|实施|发放|补偿安置|实施细则|运行管理|监督|制定和备案)?(办法|细则|规则|规定|方案|预案)$/,
    '',
  ) || title

const covering = (scene: Scene, titleOfRule: string): string => {
  const meeting = scene.organ.kind === 'government' ? '县人民政府常务会议' : '局党组会议'
  const words = `《${scene.area}${titleOfRule}》已经${meeting}研究通过，现印发给你们，请认真贯彻执行。`
  return p('各乡镇人民政府、街道办事处，县直有关单位：') + p(words) + signed(scene)
}

/** 关于印发……的通知 with the text of the rule in chapters. */
export function ruleOf(scene: Scene, titleOfRule: string): Rule {
  const { random, name, area } = scene
  const matter = matterOf(titleOfRule)
  const put = (text: string) =>
    text.replaceAll('{matter}', matter).replaceAll('{area}', area).replaceAll('{name}', name)
  let article = 0
  const articles = (texts: readonly string[]) =>
    texts.map((text) => p(`第${inNumerals(++article)}条　${put(text)}`)).join('')
  const from = plusDays(scene.on, 30)
  const body = [
    covering(scene, titleOfRule),
    h('第一章　总则'),
    articles([
      `为了规范${matter}，维护公民、法人和其他组织的合法权益，根据有关法律、法规，结合${area}实际，制定本办法。`,
      random.pick(scopes),
      random.pick(principles),
      random.pick(duties),
    ]),
    h('第二章　实施'),
    articles(random.some(rulesOfDoing, random.whole(5, 8))),
    h('第三章　监督和责任'),
    articles(liabilities),
    h('第四章　附则'),
    articles([
      `本办法由${name}负责解释。`,
      `本办法自${inChinese(from)}起施行，有效期${random.pick([3, 5, 5])}年。此前发布的有关规定与本办法不一致的，以本办法为准。`,
    ]),
  ].join('')
  const title = `${name}关于印发《${area}${titleOfRule}》的通知`
  const draft: Draft = {
    kind: 'normative',
    catalogue: '20-01',
    title,
    documentNumber: scene.number('规'),
    summary: `规范${matter}的适用范围、职责分工、办理程序和监督责任。`,
    body,
  }
  return { draft, title: `${area}${titleOfRule}`, matter }
}

const digits = '零一二三四五六七八九十'
const inNumerals = (n: number): string =>
  n <= 10
    ? digits.charAt(n)
    : `${n >= 20 ? digits.charAt(Math.floor(n / 10)) : ''}十${n % 10 ? digits.charAt(n % 10) : ''}`

/** The interpretation that goes out with a normative document, at the latest three working days after it. */
export function interpretationOf(scene: Scene, rule: Rule): Draft {
  const { random, name } = scene
  const answers: readonly (readonly [string, string])[] = [
    [
      '为什么要制定这个文件？',
      `近年来，${rule.matter}工作不断推进，但在职责分工、办理程序和日常监管等方面还存在不够明确的问题。为使各项工作有章可循，${name}在调查研究、公开征求意见、合法性审核和集体审议的基础上，制定了《${rule.title}》。`,
    ],
    [
      '主要内容有哪些？',
      '全文共四章。第一章总则，规定了制定目的、适用范围、原则和职责；第二章实施，规定了申请、审核、公示、动态管理等要求；第三章监督和责任，规定了投诉举报和责任追究；第四章附则，规定了解释机关和施行时间。',
    ],
    [
      '与群众关系最密切的是哪些规定？',
      '一是简化材料，能够共享的不再要求提供；二是明确时限，初审5个工作日内完成，材料不齐的一次性告知；三是结果公示，接受群众监督；四是保障救济，对结果有异议的可以申请复核。',
    ],
    [
      '什么时候开始施行？',
      `文件印发之日起30日后施行，具体日期和有效期见附则。对文件有疑问的，可以拨打${scene.organ.contact.telephone}咨询。`,
    ],
  ]
  const closing = random.pick([
    '有关申请表格和办理指南可以在政府信息公开平台下载。',
    '各乡镇便民服务中心设有咨询窗口，方便群众就近了解政策。',
  ])
  return {
    kind: 'interpretation',
    catalogue: '20-01',
    title: `《${rule.title}》政策解读`,
    body: answers.map(([question, answer]) => h(question) + p(answer)).join('') + p(closing),
  }
}
