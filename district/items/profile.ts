import { drawName } from '../people.ts'
import { h, list, p, signed, type Template, table } from './scene.ts'
import { vocabularyOf } from './vocabulary.ts'

/** 机构职能: duties, offices, address, hours, telephone and head (第二十条第二项). */
export const profile: Template = (scene) => {
  const { contact } = scene.organ
  const isVillage = scene.organ.kind === 'village'
  const body = [
    h('主要职责'),
    ...contact.functions.split('\n').map(p),
    ...(isVillage ? [] : [h('内设机构'), list(vocabularyOf(scene).offices)]),
    h('办公信息'),
    table(
      ['项目', '内容'],
      [
        ['负责人', contact.leader],
        ['办公地址', contact.address],
        ['邮政编码', contact.postcode],
        ['办公时间', contact.hours],
        ['联系电话', contact.telephone],
        ...(contact.fax ? [['传真', contact.fax]] : []),
      ],
    ),
  ]
  return { kind: 'profile', catalogue: '20-02', title: `${scene.name}机构职能`, body: body.join('') }
}

const posts = ['党组书记、局长', '党组成员、副局长', '党组成员、副局长', '四级调研员'] as const
const townPosts = ['党委副书记、镇长', '党委委员、副镇长', '副镇长', '副镇长'] as const

/** 领导分工, told again each year. */
export const leaders: Template = (scene) => {
  const titles = scene.organ.level === 'town' ? townPosts : posts
  const offices = vocabularyOf(scene).offices
  const rows = titles.map((post, i) => [
    i === 0 ? scene.organ.contact.leader : drawName(scene.random).name,
    scene.organ.kind === 'government'
      ? post.replace('党组书记、局长', '党组书记、县长').replace('局长', '县长')
      : post,
    i === 0 ? '主持全面工作' : `分管${scene.random.some(offices, 2).join('、')}工作`,
  ])
  return {
    kind: 'profile',
    catalogue: '20-02',
    title: `${scene.name}领导班子成员分工（${scene.year}年）`,
    body: table(['姓名', '职务', '分工'], rows),
  }
}

const systems = [
  [
    '政府信息公开保密审查制度',
    '拟公开的政府信息应当坚持“先审查、后公开”和“一事一审”，由承办人提出意见，经保密审查人逐项审查、负责人审定后方可公开。不能确定是否可以公开的，报有关主管部门或者保密行政管理部门确定。',
  ],
  [
    '政府信息主动公开工作制度',
    '属于主动公开范围的政府信息，自形成或者变更之日起20个工作日内公开。信息发布实行三级审核，严格核对内容、文字和附件。',
  ],
  [
    '政府信息依申请公开工作制度',
    '公开工作机构统一登记、审核、办理、答复、归档。办理过程全程留痕，答复文书经合法性审核后送达申请人。',
  ],
  [
    '政府信息公开责任追究制度',
    '不依法履行政府信息公开义务、不及时更新公开内容、违规收取费用的，责令改正；情节严重的，依法给予处分。',
  ],
] as const

/** 政府信息公开制度: one of the organ's own rules. */
export const ownRule: Template = (scene) => {
  const [title, core] = scene.random.pick(systems)
  const body = [
    `为规范政府信息公开工作，根据《中华人民共和国政府信息公开条例》，结合${scene.us}实际，制定本制度。`,
    core,
    `${scene.organ.contact.office}负责本制度的组织实施，定期检查执行情况，检查结果纳入年度考核。`,
    '本制度自印发之日起施行。',
  ]
  return {
    kind: 'policy',
    catalogue: '04-01',
    title: `${scene.name}${title}`,
    documentNumber: scene.number('发'),
    body: body.map(p).join('') + signed(scene),
  }
}

/** What a public enterprise owes its users (第五十五条). */
export const enterpriseService: Template = (scene) => ({
  kind: 'profile',
  catalogue: '20-15',
  title: `${scene.name}服务事项和收费标准公开（${scene.year}年）`,
  body:
    h('服务承诺') +
    list(['首问负责，一次告知', '一般事项当日办结，复杂事项5个工作日内办结', '二十四小时受理咨询和报修']) +
    h('收费标准') +
    p('严格执行价格主管部门核定的标准，明码标价，并在营业场所公示。') +
    p(`监督电话：${scene.organ.contact.telephone}。`),
})
