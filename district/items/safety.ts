import { inChinese } from '#time/day.ts'
import { firm } from './lists.ts'
import { callAt, numbered, p, parts, signed, type Template, table } from './scene.ts'

// Name, colour, sign, advice, first and last month; what spans the new year stands twice.
const warnings = [
  [
    '暴雨',
    '蓝色',
    '12小时内降雨量将达50毫米以上',
    '做好防范强降雨和可能引发的中小河流洪水、地质灾害等次生灾害工作',
    4,
    10,
  ],
  ['雷电', '黄色', '6小时内可能发生雷电活动', '减少户外活动，切断危险电源', 3, 9],
  [
    '大风',
    '蓝色',
    '24小时内可能受大风影响，平均风力可达6级以上',
    '加固围板、棚架、广告牌等易被风吹动的搭建物',
    1,
    12,
  ],
  [
    '高温',
    '橙色',
    '24小时内最高气温将升至37℃以上',
    '户外作业人员采取必要防护措施，避免午后高温时段作业',
    6,
    9,
  ],
  ['大雾', '黄色', '12小时内能见度将小于500米', '驾驶人员注意交通安全，控制车速', 10, 12],
  ['大雾', '黄色', '12小时内能见度将小于500米', '驾驶人员注意交通安全，控制车速', 1, 3],
  [
    '道路结冰',
    '黄色',
    '12小时内可能出现对交通有影响的道路结冰',
    '行人出行注意防滑，驾驶人员小心驾驶',
    12,
    12,
  ],
  ['道路结冰', '黄色', '12小时内可能出现对交通有影响的道路结冰', '行人出行注意防滑，驾驶人员小心驾驶', 1, 2],
] as const

/** 预警信息, by the weather service and the emergency bureau. */
export const warning: Template = (scene) => {
  const month = Number(scene.on.slice(5, 7))
  const fit = warnings.filter((each) => each[4] <= month && month <= each[5])
  const [name, level, sign, advice] = scene.random.pick(fit)
  const number = scene.issue('预警')
  return {
    kind: 'emergency',
    catalogue: '20-12',
    title: `${scene.area}发布${name}${level}预警信号〔${scene.year}〕第${number}号`,
    body:
      p(
        `${scene.name}${inChinese(scene.on)}发布${name}${level}预警信号：预计${scene.random.some(scene.parts, 4).join('、')}等地${sign}，请注意防范。`,
      ) + p(`防御指南：${advice}；各有关单位按照职责做好应急准备。`),
  }
}

/** 应急预案 */
export const emergencyPlan: Template = (scene) => {
  const subject = scene.random.pick([
    '突发事件总体',
    '自然灾害救助',
    '生产安全事故',
    '森林火灾',
    '防汛抗旱',
    '突发地质灾害',
    '食品安全事故',
    '突发公共卫生事件',
    '重污染天气',
  ])
  const body = parts([
    [
      '总则',
      [
        `为建立健全${subject}应急机制，最大程度减少人员伤亡和财产损失，制定本预案。工作原则是人民至上、生命至上，统一领导、分级负责，快速反应、协同应对。`,
      ],
    ],
    ['组织指挥体系', ['县人民政府设立应急指挥部，由分管副县长任指挥长，成员单位按照职责分工负责有关工作。']],
    [
      '应急响应',
      numbered([
        '四级响应：由指挥部办公室组织会商，派出工作组。',
        '三级响应：由副指挥长组织指挥，调集应急力量。',
        '二级以上响应：由指挥长组织指挥，必要时请求上级支援。',
      ]),
    ],
    ['应急保障', ['落实队伍、物资、通信、运输、医疗等保障，每两年至少组织一次综合演练。']],
    ['附则', [`本预案由${scene.name}负责解释，自印发之日起实施。`]],
  ])
  return {
    kind: 'emergency',
    catalogue: '20-12',
    title: `${scene.name}关于印发《${scene.area}${subject}应急预案》的通知`,
    documentNumber: scene.number('发'),
    body: body + signed(scene),
  }
}

const samples: Readonly<Record<string, { title: string; objects: readonly string[]; measure: string }>> = {
  scjg: {
    title: '食品安全监督抽检信息',
    objects: ['大米', '食用植物油', '鲜鸡蛋', '韭菜', '糕点', '酱腌菜', '猪肉', '豆制品'],
    measure: '批次',
  },
  wjj: {
    title: '生活饮用水水质监测信息',
    objects: ['城区水厂出厂水', '管网末梢水', '二次供水', '乡镇集中供水'],
    measure: '样品',
  },
  sthj: {
    title: '空气质量和水环境质量月报',
    objects: ['优良天数', '清溪出境断面', '水源地', '细颗粒物'],
    measure: '点位',
  },
  yjj: {
    title: '安全生产执法检查情况',
    objects: ['危险化学品经营企业', '非煤矿山', '烟花爆竹零售点', '工贸企业'],
    measure: '家次',
  },
  nynj: {
    title: '农产品质量安全例行监测结果',
    objects: ['叶菜类', '水果', '禽蛋', '水产品'],
    measure: '批次',
  },
  slj: {
    title: '农村饮水工程水质检测结果',
    objects: ['千吨万人工程', '千人工程', '小型集中供水'],
    measure: '样品',
  },
  zjj: {
    title: '建筑工程质量安全监督检查情况',
    objects: ['在建房屋工程', '市政工程', '起重机械', '深基坑'],
    measure: '项',
  },
  jtj: {
    title: '校园食品安全检查情况',
    objects: ['中小学食堂', '幼儿园食堂', '校外供餐单位'],
    measure: '家',
  },
}

/** 监督检查: what was looked at, how much was right. */
export const inspection: Template = (scene) => {
  const { random } = scene
  const { title, objects, measure } = samples[scene.department?.key ?? ''] ?? {
    title: '监督检查情况',
    objects: ['检查对象'],
    measure: '家',
  }
  const rows = objects.map((object) => {
    const all = random.whole(6, 90)
    return [object, all, all - (random.chance(0.45) ? random.whole(1, 3) : 0)]
  })
  const wrong = rows.some((row) => row[1] !== row[2])
  return {
    kind: 'inspection',
    catalogue: '20-13',
    title: `${scene.area}${scene.year}年第${scene.issue('检查')}期${title}`,
    body:
      table(['检查（监测）对象', `数量（${measure}）`, '合格'], rows) +
      p(
        wrong
          ? `对不合格情形，已责令${firm(scene)}等限期整改，并依法查处。`
          : '本期检查（监测）结果全部合格。',
      ) +
      p(callAt(scene)),
  }
}
