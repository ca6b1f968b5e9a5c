import { inChinese, plusDays } from '#time/day.ts'
import { firm, hidden } from './lists.ts'
import { callAt, list, p, parts, type Scene, signed, type Template, table } from './scene.ts'
import { vocabularyOf } from './vocabulary.ts'

const decidedOn = (scene: Scene): string => inChinese(plusDays(scene.on, -scene.random.whole(1, 6)))

// Lists are as long as the organ is busy: 2 to 14 rows.
const atMost = ({ department }: Scene, what: 'licences' | 'penalties'): number =>
  Math.max(2, Math.min(14, Math.round((department?.volume[what] ?? 30) / 15)))

/** 双公示: licences of some days. Within seven working days of the decision. */
export const licenceList: Template = (scene) => {
  const { random } = scene
  const { licences } = vocabularyOf(scene)
  const series = scene.issue('许可公示')
  const rows = Array.from({ length: random.whole(2, atMost(scene, 'licences')) }, () => [
    `${scene.mark}许准字〔${scene.year}〕${scene.issue('许可决定')}号`,
    random.chance(0.55) ? firm(scene) : hidden(scene),
    random.pick(licences),
    decidedOn(scene),
    random.pick(['长期', '3年', '5年', '1年']),
  ])
  return {
    kind: 'licence',
    catalogue: '20-05',
    title: `${scene.name}行政许可决定信息公示（${scene.year}年第${series}期）`,
    decisions: rows.length,
    body:
      p('根据行政许可和行政处罚等信用信息公示工作要求，现将近期作出的行政许可决定信息公示如下：') +
      table(['行政许可决定书文号', '行政相对人', '许可事项', '决定日期', '有效期'], rows) +
      p(`许可机关：${scene.name}。${callAt(scene)}`),
  }
}

/** 双公示: penalties of some days. */
export const penaltyList: Template = (scene) => {
  const { random } = scene
  const { offences } = vocabularyOf(scene)
  const series = scene.issue('处罚公示')
  const rows = Array.from({ length: random.whole(1, atMost(scene, 'penalties')) }, () => {
    const [act, law] = random.pick(offences)
    return [
      `${scene.mark}罚决字〔${scene.year}〕${scene.issue('处罚决定')}号`,
      random.chance(0.5) ? firm(scene) : hidden(scene),
      act,
      law,
      random.pick([
        '警告',
        `罚款${random.whole(2, 60) * 100}元`,
        `罚款${random.whole(1, 9) * 1000}元，没收违法所得`,
        '责令改正，警告',
      ]),
      decidedOn(scene),
    ]
  })
  return {
    kind: 'penalty',
    catalogue: '20-06',
    title: `${scene.name}行政处罚决定信息公示（${scene.year}年第${series}期）`,
    decisions: rows.length,
    body:
      table(['行政处罚决定书文号', '当事人', '违法行为', '处罚依据', '处罚内容', '决定日期'], rows) +
      p(`当事人对行政处罚决定不服的，可以依法申请行政复议或者提起行政诉讼。处罚机关：${scene.name}。`),
  }
}

/** One penalty of social influence, told in full. */
export const penaltyDecision: Template = (scene) => {
  const { random } = scene
  const [act, law] = random.pick(vocabularyOf(scene).offences)
  const party = random.chance(0.7) ? firm(scene) : hidden(scene)
  const fine = random.whole(3, 90) * 1000
  const body = [
    `当事人：${party}。`,
    `经查，当事人于${inChinese(plusDays(scene.on, -random.whole(30, 90)))}存在${act}的行为。以上事实有现场检查笔录、询问笔录、照片等证据证实。`,
    `${scene.us}认为，当事人的行为违反了${law}的有关规定。鉴于当事人${random.pick(['积极配合调查并及时改正', '系初次违法且危害后果轻微', '在规定期限内未完成整改'])}，根据裁量基准，决定给予以下行政处罚：罚款人民币${fine}元。`,
    '当事人应当自收到处罚决定书之日起15日内缴纳罚款；对处罚决定不服的，可以自收到之日起60日内申请行政复议，或者6个月内提起行政诉讼。',
  ]
  return {
    kind: 'penalty',
    catalogue: '20-06',
    title: `行政处罚决定书（${party}${act}案）`,
    decisions: 1,
    documentNumber: `${scene.mark}罚决字〔${scene.year}〕${scene.issue('处罚决定')}号`,
    body: body.map(p).join('') + signed(scene),
  }
}

const materials = [
  '申请表',
  '申请人身份证明或者营业执照',
  '场所使用证明',
  '从业人员有关证件',
  '平面布局图',
  '安全管理制度',
  '法律、法规规定的其他材料',
] as const

/** 办事指南 of a licence. */
export const guide: Template = (scene) => {
  const { random } = scene
  const licence = random.pick(vocabularyOf(scene).licences)
  const days = random.pick([5, 7, 10, 15, 20])
  const body = parts([
    ['事项名称和类型', [`${licence}，行政许可。`]],
    ['受理条件', ['符合法律、法规规定的条件，提交的材料齐全、符合法定形式。']],
    ['办理材料', [list(random.some(materials, random.whole(4, 6))).replace(/^/, '')]],
    ['办理流程', ['申请、受理、审查、决定、送达。需要现场核查的，由两名以上工作人员进行。']],
    ['办理时限', [`法定时限20个工作日，承诺时限${days}个工作日。`]],
    ['收费情况', ['不收费。']],
    ['办理地点和联系方式', [`${scene.area}政务服务大厅综合窗口。${callAt(scene)}`]],
  ])
  return {
    kind: 'licence',
    catalogue: '20-05',
    title: `${licence}办事指南（${scene.year}年版）`,
    body: body.replaceAll('<p><ul>', '<ul>').replaceAll('</ul></p>', '</ul>'),
  }
}
