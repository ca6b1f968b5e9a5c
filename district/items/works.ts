import { inChinese, plusDays } from '#time/day.ts'
import { firm } from './lists.ts'
import { callAt, p, parts, type Scene, signed, type Template, table, wan } from './scene.ts'

const projects: Readonly<Record<string, readonly string[]>> = {
  fgj: ['县体育公园', '冷链物流园', '农贸市场改造', '第三小学迁建', '县域养老服务中心'],
  zjj: ['老旧小区改造（二期）', '城东污水管网', '文澜路雨污分流', '口袋公园'],
  jtysj: ['望川大道改扩建', '农村公路危桥改造', '城乡客运站', '旅游公路'],
  slj: ['小型水库除险加固', '农村饮水安全巩固提升', '清溪河道治理', '灌区节水改造'],
  nynj: ['高标准农田建设', '农产品产地冷藏保鲜设施', '农村厕所改造'],
  sthj: ['农村生活污水治理', '入河排污口整治'],
}

const subjectOf = ({ department, random }: Scene): string =>
  random.pick(
    projects[department?.key ?? ''] ?? ['村组道路硬化', '便民服务中心改造', '灌溉渠修复', '文化广场建设'],
  )

/** 批复: the approval of a project. */
export const projectApproval: Template = (scene) => {
  const { random, area } = scene
  const subject = subjectOf(scene)
  const where = random.pick(scene.parts)
  const body = [
    p(`${where}${scene.organ.level === 'town' ? '' : '人民政府'}：`),
    p(`你单位《关于审批${subject}项目可行性研究报告的请示》及有关材料收悉。经研究，现批复如下：`),
    parts([
      ['项目名称和建设地点', [`${area}${subject}项目，建设地点为${where}。`]],
      [
        '建设内容和规模',
        [
          `新建、改造有关设施${random.whole(2, 38)}处，配套建设管网、道路、绿化等附属工程，总面积${random.whole(12, 260) * 100}平方米。`,
        ],
      ],
      ['投资估算和资金来源', [`项目总投资${wan(random, 120, 9800)}万元，资金来源为上级补助和本级财政配套。`]],
      ['建设工期', [`${random.pick([6, 8, 10, 12, 18])}个月。`]],
      [
        '有关要求',
        ['严格执行项目法人制、招标投标制、工程监理制和合同管理制，按程序办理规划、用地、环评等手续。'],
      ],
    ]),
    signed(scene),
  ]
  return {
    kind: 'project',
    catalogue: '20-10',
    title: `${scene.name}关于${area}${subject}项目可行性研究报告的批复`,
    documentNumber: scene.number('函'),
    body: body.join(''),
  }
}

/** How a project stands. */
export const projectProgress: Template = (scene) => {
  const { random } = scene
  const subject = subjectOf(scene)
  const done = random.whole(8, 100)
  const rows = [
    ['总投资（万元）', wan(random, 120, 9800)],
    ['累计完成投资占比', `${done}%`],
    ['施工单位', firm(scene)],
    ['计划完工时间', inChinese(plusDays(scene.on, random.whole(60, 400)))],
  ]
  const words =
    done === 100
      ? '主体工程已全部完工，正在办理竣工验收手续。'
      : `已完成总工程量的${done}%，${random.pick(['主体工程正在施工', '正在进行基础施工', '附属工程同步推进'])}。`
  return {
    kind: 'project',
    catalogue: '20-10',
    title: `${scene.area}${subject}项目实施情况（${scene.year}年${Number(scene.on.slice(5, 7))}月）`,
    body: p(words) + table(['项目', '情况'], rows) + p(callAt(scene)),
  }
}

/** 征收土地预公告 (土地管理法), a thing of the county government that its bureau publishes. */
export const landNotice: Template = (scene) => {
  const { random } = scene
  const where = random.pick(scene.parts)
  const size = (random.whole(8, 420) / 100).toFixed(4)
  const body = [
    `因公共利益需要，拟征收${where}部分集体土地，面积${size}公顷。根据《中华人民共和国土地管理法》及其实施条例的规定，现就有关事项公告如下：`,
    `一、征收目的：${random.pick(['实施城镇成片开发建设', '建设农村公路', '建设公共服务设施', '建设水利设施'])}。`,
    '二、土地现状调查：由自然资源主管部门会同乡镇人民政府对土地权属、地类、面积以及地上附着物等情况开展调查，请有关权利人予以配合。',
    '三、自公告之日起，任何单位和个人不得在拟征收范围内抢栽抢建；违反规定抢栽抢建的，对抢栽抢建部分不予补偿。',
    `四、公告期限为10个工作日。${callAt(scene)}`,
  ]
  return {
    kind: 'notice',
    catalogue: '20-15',
    title: `${scene.area}征收土地预公告（${where}）`,
    documentNumber: scene.number('告'),
    body: body.map(p).join('') + signed(scene),
  }
}

/** 国有建设用地使用权成交结果 */
export const landResult: Template = (scene) => {
  const { random } = scene
  const lot = `99${scene.year}-${String(scene.issue('宗地')).padStart(2, '0')}`
  const rows = [
    [
      lot,
      random.pick(scene.parts),
      `${random.whole(30, 680) * 100}`,
      random.pick(['工业', '商住', '公共服务', '仓储']),
      wan(random, 180, 16_000),
      firm(scene),
    ],
  ]
  return {
    kind: 'notice',
    catalogue: '20-15',
    title: `${scene.area}国有建设用地使用权出让成交结果公示（${lot}号宗地）`,
    body:
      table(['宗地编号', '位置', '面积（平方米）', '用途', '成交价（万元）', '竞得人'], rows) +
      p(`公示期为10个工作日。${callAt(scene)}`) +
      signed(scene),
  }
}
