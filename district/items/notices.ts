import { inChinese, plusDays } from '#time/day.ts'
import { catalogueOf } from './lists.ts'
import { aims, demands, fill, measures, openings } from './phrases.ts'
import {
  callAt,
  type Draft,
  numbered,
  p,
  parts,
  type Scene,
  shortDay,
  signed,
  type Template,
  wan,
} from './scene.ts'
import { vocabularyOf } from './vocabulary.ts'

const wordsOf = (scene: Scene, subject: string) => ({
  subject,
  name: scene.name,
  area: scene.area,
  all: scene.all,
  year: scene.year,
  upper: scene.organ.level === 'town' ? '县委、县政府' : '省、市',
  office: scene.random.pick(vocabularyOf(scene).offices),
  deadline: shortDay(plusDays(scene.on, scene.random.whole(20, 60))),
})

const addressed = (scene: Scene): string =>
  p(
    scene.organ.level === 'town'
      ? '各村（社区）、镇属各单位：'
      : '各乡镇人民政府、街道办事处，县直有关单位：',
  )

const steps = (scene: Scene): string[] => {
  const second = plusDays(scene.on, scene.random.whole(10, 25))
  const third = plusDays(second, scene.random.whole(20, 45))
  return numbered([
    `动员部署阶段（${shortDay(second)}前）。各单位制定具体方案，明确任务、时限和责任人。`,
    `组织实施阶段（${shortDay(second)}至${shortDay(third)}）。对照任务逐项落实，对发现的问题建立台账，边查边改。`,
    `总结提升阶段（${shortDay(third)}后）。梳理工作成效，查找薄弱环节，完善制度机制。`,
  ])
}

function notice(scene: Scene, title: string, subject: string): Draft {
  const { random } = scene
  const words = wordsOf(scene, subject)
  const body = parts([
    ['工作目标', [fill(random.pick(aims), words)]],
    ['主要任务', numbered(random.some(measures, random.whole(3, 5)).map((each) => fill(each, words)))],
    ...(random.chance(0.6) ? [['工作步骤', steps(scene)] as const] : []),
    ['工作要求', numbered(random.some(demands, random.whole(2, 4)).map((each) => fill(each, words)))],
  ])
  const opening = p(fill(random.pick(openings), words))
  return {
    kind: 'notice',
    catalogue: catalogueOf(subject),
    title,
    documentNumber: scene.number('发'),
    body: addressed(scene) + opening + body + signed(scene),
  }
}

/** 关于开展……的通知 */
export const campaignNotice: Template = (scene) => {
  const campaign = scene.random.pick(vocabularyOf(scene).campaigns)
  return notice(scene, `${scene.name}关于开展${scene.year}年${campaign}的通知`, campaign)
}

/** 关于做好……工作的通知 */
export const taskNotice: Template = (scene) => {
  const task = scene.random.pick(vocabularyOf(scene).tasks)
  return notice(scene, `${scene.name}关于做好${scene.year}年${task}工作的通知`, `${task}工作`)
}

/** 工作动态: what was done, where and with what. */
export const news: Template = (scene) => {
  const { random } = scene
  const vocabulary = vocabularyOf(scene)
  const isCampaign = random.chance(0.7)
  const what = random.pick(isCampaign ? vocabulary.campaigns : vocabulary.tasks)
  const where = random.pick(scene.parts)
  const count = random.whole(2, 6)
  const lines = [
    `${shortDay(scene.on)}，${scene.name}${isCampaign ? `组织工作人员到${where}开展${what}` : `到${where}了解${what}工作进展`}，现场解答群众咨询，收集意见建议${random.whole(4, 38)}条。`,
    random.pick([
      `活动中，工作人员通过悬挂横幅、发放资料、现场讲解等形式，向群众介绍有关政策和办理流程，共发放宣传资料${random.whole(12, 90) * 10}份。`,
      `工作组深入${count}个村（社区），实地查看工作进展，详细了解存在的困难，与基层干部一起研究解决办法。`,
      `检查组按照“检查、整改、复核”的闭环要求，对发现的${random.whole(3, 17)}处问题当场交办，明确整改责任和时限。`,
    ]),
    random.pick([
      `下一步，${scene.us}将持续跟进，推动工作常态化开展，让群众得到更多实惠。`,
      `${scene.us}将以此次活动为契机，进一步健全机制、补齐短板，提升服务水平。`,
      `据了解，今年以来，${scene.all}${what}各项工作进展顺利，有关情况将及时向社会公开。`,
    ]),
  ]
  const title = random.pick([
    isCampaign ? `${scene.name}到${where}开展${what}` : `${scene.name}到${where}调研${what}工作`,
    `${scene.name}召开${what}推进会`,
    `${where}${isCampaign ? '开展' : '推进'}${what}`,
    `${scene.name}扎实${isCampaign ? '开展' : '推进'}${what}`,
  ])
  return { kind: 'news', catalogue: '20-15', title, body: lines.map(p).join('') }
}

/** 公开征求意见: a draft laid before the public for thirty days (国令713号 第十五条). */
export const consultation: Template = (scene) => {
  const rule = scene.random.pick(vocabularyOf(scene).rules)
  const until = plusDays(scene.on, 30)
  const title = `关于《${scene.area}${rule}（征求意见稿）》公开征求意见的公告`
  const body = [
    `为规范有关管理工作，${scene.name}起草了《${scene.area}${rule}（征求意见稿）》。为保障公众知情权和参与权，提高制度建设质量，现向社会公开征求意见。`,
    `征求意见时间为${inChinese(scene.on)}至${inChinese(until)}。有关单位和各界人士可以通过信函、电子邮件等方式提出意见，并请注明联系方式。`,
    `电子邮箱：${scene.organ.contact.email}。${callAt(scene)}`,
    '征求意见结束后，意见采纳情况将在本平台公布。',
  ]
  return { kind: 'notice', catalogue: '20-15', title, body: body.map(p).join('') + signed(scene) }
}

/** 建议提案办理答复 */
export const proposalReply: Template = (scene) => {
  const { random, year, area } = scene
  const vocabulary = vocabularyOf(scene)
  const subject = random.pick([...vocabulary.tasks, ...vocabulary.campaigns])
  const number = random.whole(1, 168)
  const meeting = random.pick([`县人大会议第${number}号建议`, `县政协会议第${number}号提案`])
  const delegate = meeting.includes('提案') ? '委员' : '代表'
  const [first = '', ...next] = random.some(measures, 3)
  const body = [
    `您提出的关于加强${subject}的意见收悉。您的意见切中要害，对改进工作很有帮助。现答复如下：`,
    `一、工作开展情况。${year - 1}年以来，${scene.us}围绕${subject}，完善工作机制，落实经费${wan(random, 8, 420)}万元，${first}`,
    `二、存在的不足。一是基层力量相对薄弱，二是宣传的针对性不够，三是部门之间的信息共享还不充分。`,
    `三、下一步打算。${next.join('')}`,
    `感谢您对${area}工作的关心和支持，欢迎继续提出宝贵意见。`,
  ]
  return {
    kind: 'notice',
    catalogue: '20-15',
    title: `${scene.name}对${meeting}的答复（关于加强${subject}）`,
    documentNumber: scene.number('函'),
    body: p(`尊敬的${delegate}：`) + body.map(p).join('') + signed(scene),
  }
}
