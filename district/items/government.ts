import { fill, measures } from './phrases.ts'
import { h, list, numbered, p, parts, shortDay, signed, type Template, wan } from './scene.ts'

/** 县人民政府常务会议 */
export const meeting: Template = (scene) => {
  const { random } = scene
  const subjects = random.some(
    [
      '审议政府工作报告任务分解',
      '研究防汛抗旱和安全生产工作',
      '听取财政预算执行情况汇报',
      '研究民生实事项目推进情况',
      '审议有关规范性文件',
      '研究教育资源布局调整',
      '听取优化营商环境工作汇报',
      '研究城市更新有关事项',
    ],
    random.whole(3, 4),
  )
  const body = [
    p(
      `${shortDay(scene.on)}，县长主持召开县人民政府第${scene.issue('常务会议') + (scene.year - 2023) * 40}次常务会议，${subjects.join('，')}。`,
    ),
    ...subjects.map((subject) => p(`会议在${subject}时强调，${random.pick(measures)}`)),
    p('会议还研究了其他事项。'),
  ]
  return {
    kind: 'news',
    catalogue: '20-15',
    title: `${scene.area}人民政府召开第${scene.issue('会议报道') + (scene.year - 2023) * 40}次常务会议`,
    body: body.join(''),
  }
}

/** 县政府文件 other than normative documents. */
export const policy: Template = (scene) => {
  const { random, area, year } = scene
  const subject = random.pick([
    '促进民营经济高质量发展',
    '推进基层政务公开标准化规范化',
    '加强耕地保护和改进占补平衡',
    '加快县域商业体系建设',
    '推进养老服务高质量发展',
    '促进房地产市场平稳健康发展',
    '加强农村公路养护',
    '做好高校毕业生就业',
  ])
  const isOffice = random.chance(0.6)
  const body = parts([
    [
      '总体要求',
      [
        `以习惯过紧日子、全力保民生为原则，扎实做好${subject}各项工作，到${year + 2}年，政策体系和工作机制更加健全。`,
      ],
    ],
    ['重点任务', numbered(random.some(measures, 5).map((each) => fill(each, {})))],
    [
      '组织实施',
      ['各乡镇人民政府、街道办事处和县直有关单位要结合实际制定落实措施，县人民政府办公室适时开展督查。'],
    ],
  ])
  return {
    kind: 'policy',
    catalogue: '20-01',
    title: `${area}人民政府${isOffice ? '办公室' : ''}关于${subject}的${random.pick(['实施意见', '若干措施', '通知'])}`,
    documentNumber: scene.number(isOffice ? '办发' : '发'),
    body:
      p('各乡镇人民政府、街道办事处，县直各单位：') +
      body +
      signed(isOffice ? { ...scene, name: `${scene.name}办公室` } : scene),
  }
}

/** 政府工作报告, in January or February. */
export const workReport: Template = (scene) => {
  const { random, year } = scene
  const body = [
    h(`一、${year - 1}年工作回顾`),
    p(
      `过去一年，地区生产总值增长${wan(random, 4, 6.5)}%，一般公共预算收入增长${wan(random, 2, 7)}%，民生支出占一般公共预算支出的${random.whole(78, 84)}%，年度目标任务较好完成。`,
    ),
    h(`二、${year}年工作安排`),
    ...numbered(random.some(measures, 6).map((each) => fill(each, {}))).map(p),
    h(`三、${year}年民生实事`),
    list([
      '新建改造农村公路60公里',
      '改造老旧小区12个',
      '新增公办幼儿园学位360个',
      '实施农村饮水巩固提升工程8处',
      '适龄女性免费筛查8000人次',
    ]),
  ]
  return {
    kind: 'plan',
    catalogue: '20-03',
    title: `${year}年${scene.area}人民政府工作报告`,
    body: body.join(''),
  }
}

/** 人事任免 */
export const appointment: Template = (scene) => ({
  kind: 'notice',
  catalogue: '20-15',
  title: `${scene.area}人民政府关于人事任免的通知`,
  documentNumber: scene.number('发'),
  body:
    p('各乡镇人民政府、街道办事处，县直各单位：') +
    p(`县人民政府研究决定，任免${scene.random.whole(2, 9)}名同志的职务，具体见附件。试用期一年。`) +
    signed(scene),
})
