import { callAt, list, p, parts, type Scene, shortDay, signed, type Template, wan } from './scene.ts'

const posts = [
  '事业单位公开招聘工作人员',
  '公开招聘中小学教师',
  '考试录用公务员',
  '公开招聘乡镇卫生院专业技术人员',
] as const

/** 招考公告 */
export const recruitment: Template = (scene) => {
  const { random } = scene
  const body = parts([
    ['招聘原则', ['坚持德才兼备，面向社会公开招聘，考试与考察相结合，公开、平等、竞争、择优。']],
    ['招聘岗位和名额', [`计划招聘工作人员${random.whole(6, 86)}名，岗位条件见岗位表。`]],
    ['报名和考试', [`网上报名时间为${shortDay(scene.on)}起7日。笔试成绩占60%，面试成绩占40%。`]],
    ['体检、考察和公示', ['按照总成绩从高到低等额确定体检和考察人选，拟聘用人员公示7个工作日。']],
  ])
  return {
    kind: 'recruitment',
    catalogue: '20-14',
    title: `${scene.area}${scene.year}年${random.pick(posts)}公告`,
    body: body + signed(scene),
  }
}

const admission = ({ year, random }: Scene): string =>
  `${year}99${random.whole(100_000, 999_999)}　总成绩${wan(random, 71, 88)}`

/** 拟录用、聘用人员, by admission number and not by name. */
export const recruitmentResult: Template = (scene) => {
  const { random } = scene
  const chosen = Array.from({ length: random.whole(6, 18) }, () => admission(scene))
  const body =
    p(
      `经报名、资格审查、笔试、面试、体检和考察等程序，拟录用（聘用）${chosen.length}人，现予以公示，公示期7个工作日。名单以准考证号公布：`,
    ) +
    list(chosen) +
    p(callAt(scene))
  return {
    kind: 'recruitment',
    catalogue: '20-14',
    title: `${scene.area}${scene.year}年${random.pick(posts)}拟录用（聘用）人员公示`,
    body,
  }
}
