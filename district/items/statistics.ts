import { p, parts, type Scene, type Template, table, wan } from './scene.ts'

const share = (scene: Scene, low: number, high: number): string =>
  `${scene.random.chance(0.82) ? '增长' : '下降'}${(low + scene.random.real() * (high - low)).toFixed(1)}%`

/** 全县经济运行情况: 1—n月, by the bureau of statistics. */
export const economy: Template = (scene) => {
  const { random, area, year } = scene
  const month = Math.max(2, Number(scene.on.slice(5, 7)) - 1)
  const span = month === 2 ? '1—2月' : `1—${month}月`
  const rows = [
    ['规模以上工业增加值', '—', share(scene, 1, 9)],
    ['固定资产投资', '—', share(scene, 1, 12)],
    ['社会消费品零售总额（亿元）', wan(random, 3 * month, 5 * month), share(scene, 2, 8)],
    ['一般公共预算收入（亿元）', wan(random, 0.7 * month, 1.2 * month), share(scene, 1, 9)],
    ['一般公共预算支出（亿元）', wan(random, 2.2 * month, 3.4 * month), share(scene, 1, 7)],
    ['金融机构存款余额（亿元）', wan(random, 260, 340), share(scene, 4, 11)],
  ]
  return {
    kind: 'statistics',
    catalogue: '20-04',
    title: `${year}年${span}${area}经济运行情况`,
    body:
      p(`${span}，${scene.all}经济运行总体平稳，主要指标如下：`) +
      table(['指标', '总量', '同比'], rows) +
      p('注：规模以上工业增加值增速按可比价格计算，固定资产投资为不含农户口径。'),
  }
}

/** 国民经济和社会发展统计公报, in March of the year after. */
export const communique: Template = (scene) => {
  const { random, area } = scene
  const of = scene.year - 1
  const body = parts([
    [
      '综合',
      [
        `初步核算，${of}年${scene.all}地区生产总值${wan(random, 118, 146)}亿元，按不变价格计算，比上年${share(scene, 3, 7)}。其中，第一产业增加值${wan(random, 24, 31)}亿元，第二产业增加值${wan(random, 38, 49)}亿元，第三产业增加值${wan(random, 52, 66)}亿元。`,
      ],
    ],
    [
      '农业',
      [
        `全年粮食播种面积${wan(random, 41, 47)}万亩，粮食总产量${wan(random, 17, 21)}万吨；油料产量${wan(random, 1.2, 2.1)}万吨；水果产量${wan(random, 6, 9)}万吨。`,
      ],
    ],
    [
      '工业和建筑业',
      [`规模以上工业增加值比上年${share(scene, 2, 8)}。年末规模以上工业企业${random.whole(58, 71)}家。`],
    ],
    [
      '人口和人民生活',
      [
        `年末常住人口${wan(random, 36, 38)}万人，城镇化率${wan(random, 46, 51)}%。城镇居民人均可支配收入${random.whole(36_800, 40_200)}元，农村居民人均可支配收入${random.whole(19_200, 22_400)}元。`,
      ],
    ],
    [
      '教育和卫生',
      [
        `年末共有普通中小学${random.whole(74, 80)}所，在校学生${wan(random, 4.1, 4.6)}万人；卫生机构床位${random.whole(2_050, 2_260)}张。`,
      ],
    ],
  ])
  return { kind: 'statistics', catalogue: '20-04', title: `${area}${of}年国民经济和社会发展统计公报`, body }
}

/** 业务统计 of any department, by quarter. */
export const workFigures: Template = (scene) => {
  const { random } = scene
  const quarter = Math.max(1, Math.floor((Number(scene.on.slice(5, 7)) - 1) / 3))
  const tasks = scene.department?.vocabulary.tasks ?? ['日常工作']
  const rows = tasks.map((task) => {
    const taken = random.whole(6, 480)
    return [task, taken, taken - random.whole(0, Math.floor(taken / 8))]
  })
  return {
    kind: 'statistics',
    catalogue: '20-04',
    title: `${scene.name}${scene.year}年第${'一二三四'.charAt(quarter - 1)}季度业务工作统计`,
    body: table(['工作事项', '受理（件）', '办结（件）'], rows) + p('数据为初步统计，以年度数据为准。'),
  }
}

const tasksOfGovernment = [
  '扩大有效投资',
  '推动产业发展',
  '增进民生福祉',
  '改善生态环境',
  '防范化解风险',
] as const

/** 计划、规划 */
export const plan: Template = (scene) => {
  const { random, year, area } = scene
  const subject =
    scene.organ.kind === 'government'
      ? '国民经济和社会发展计划'
      : `${scene.department?.short.replace(/局$/, '') ?? ''}工作要点`
  const tasks = scene.department?.vocabulary.tasks ?? tasksOfGovernment
  const body = parts([
    [
      '总体要求',
      [`${year}年，坚持稳中求进、以进促稳，围绕高质量发展首要任务，统筹做好${tasks[0] ?? '各项'}等工作。`],
    ],
    [
      '主要目标',
      [
        `年度重点任务${random.whole(12, 36)}项，完成率达到100%；群众满意度保持在${random.whole(90, 98)}%以上。`,
      ],
    ],
    [
      '重点任务',
      tasks.map(
        (task, i) =>
          `（${'一二三四五六七八'.charAt(i)}）推进${task}。明确时间表和责任人，按季度调度，年底前全面完成。`,
      ),
    ],
    ['保障措施', ['健全工作机制，强化要素保障，主动公开进展情况，接受社会监督。']],
  ])
  return {
    kind: 'plan',
    catalogue: '20-03',
    title: `${scene.organ.kind === 'government' ? area : scene.name}${year}年${subject}`,
    documentNumber: scene.number('发'),
    body,
  }
}
