import { type Day, plusDays } from '#time/day.ts'
import { p, type Scene, signed, type Template } from './scene.ts'

/** What the county government writes once of each kind that has fields of its own, and on which day. */
export interface Once {
  readonly on: Day
  readonly template: Template
}

const steps = ['完成前期手续', '完成招标，进场施工', '完成主体工程', '已竣工验收'] as const

const worksOf = ({ year }: Scene) =>
  [
    [`${year}年新建改造农村公路60公里`, '县交通运输局'],
    [`${year}年改造老旧小区12个`, '县住房和城乡建设局'],
    ['新增公办幼儿园学位360个', '县教育体育局'],
    ['实施农村饮水巩固提升工程8处', '县水利局'],
    ['适龄女性免费筛查8000人次', '县卫生健康局'],
  ] as const

/** 政府工作报告任务分解: each task with its organ and how far it has come. */
const workTasks: Template = (scene) => ({
  kind: 'workReport',
  catalogue: '20-03',
  title: `${scene.year}年${scene.area}人民政府工作报告重点任务进展情况`,
  body: p(`现将${scene.year}年政府工作报告确定的重点任务进展情况公布如下，每季度更新一次。`) + signed(scene),
  extra: {
    year: scene.year,
    tasks: worksOf(scene).map(([task, organ], i) => ({
      task,
      organ,
      percent: [75, 60, 100, 40, 85][i] ?? 50,
      progress: steps[[2, 1, 3, 0, 2][i] ?? 0] ?? '',
      updatedOn: scene.on,
    })),
  },
})

const topic: Template = (scene) => ({
  kind: 'topic',
  catalogue: '20-15',
  title: '低保和社会救助专题',
  body: p('汇集低保、特困供养、临时救助的政策和办理情况，随公开随收录。'),
  extra: { byHeading: '20-11', byWords: '低保' },
  summary: `${scene.area}低保和社会救助的政策、标准和发放情况`,
})

const interview: Template = (scene) => ({
  kind: 'interview',
  catalogue: '20-15',
  title: '在线访谈：冬春救助怎样申请',
  body: p('访谈围绕冬春救助的对象、标准和办理程序展开。'),
  extra: {
    heldAt: `${scene.year}年${Number(scene.on.slice(5, 7))}月${Number(scene.on.slice(8))}日9时至10时`,
    guests: ['县应急管理局负责人', '县民政局社会救助股负责人'],
    questions: [
      {
        question: '哪些人可以申请冬春救助？',
        answer: '因灾造成冬春期间基本生活困难，靠自身能力难以解决的家庭。',
      },
      { question: '到哪里申请？', answer: '向所在村（社区）提出，由乡镇审核后报县应急管理局。' },
    ],
  },
})

const conference: Template = (scene) => ({
  kind: 'pressConference',
  catalogue: '20-15',
  title: `${scene.area}民生实事推进情况新闻发布会`,
  body: p('发布会介绍了民生实事的推进情况，并回答了提问。'),
  extra: {
    heldAt: `${scene.year}年${Number(scene.on.slice(5, 7))}月${Number(scene.on.slice(8))}日15时`,
    place: '县政务服务中心一楼会议室',
    speakers: ['县人民政府办公室负责人', '县发展和改革局负责人'],
    questions: [{ question: '老旧小区改造何时完成？', answer: '十二个小区已经全部进场，年底前完工。' }],
  },
})

const question =
  (about: string, answer: string, theme: string): Template =>
  () => ({
    kind: 'policyQuestion',
    catalogue: '20-15',
    title: about,
    body: p(answer),
    extra: { question: about, theme },
  })

const appointed: Template = (scene) => ({
  kind: 'personnel',
  catalogue: '20-15',
  title: `${scene.area}人民政府任免工作人员`,
  body: p(`${scene.name}决定任免下列人员。`) + signed(scene),
  extra: {
    appointments: [
      { name: '沈禾', appointed: '县政务服务中心主任', on: scene.on },
      { name: '杜青', removed: '县政务服务中心主任', on: scene.on },
    ],
  },
})

const leaders: Template = (scene) => ({
  kind: 'leadership',
  catalogue: '20-02',
  title: `${scene.area}人民政府领导`,
  body: p('县人民政府领导及其分工如下。'),
  extra: {
    people: [
      { name: scene.organ.contact.leader, post: '县长', duties: '主持县人民政府全面工作' },
      { name: '林远', post: '副县长', duties: '分管教育、卫生健康、民政' },
    ],
  },
})

const training: Template = (scene) => ({
  kind: 'training',
  catalogue: '20-15',
  title: `${scene.area}举办政务公开业务培训`,
  body: p('培训讲解了主动公开、依申请公开和年度报告编制的要求。'),
  extra: { heldOn: scene.on, place: '县委党校', attendees: 86, trainers: '县政务公开办公室' },
})

const coercion: Template = (scene) => {
  const month = scene.on.slice(0, 7)
  return {
    kind: 'coercion',
    catalogue: '20-06',
    title: `${scene.name}${scene.year}年${Number(month.slice(5))}月行政强制信息公示`,
    body: p('现将当月作出的行政强制决定公示如下。'),
    extra: {
      month,
      decisions: [
        {
          party: '周某某',
          partyKind: '自然人',
          number: `清政强〔${scene.year}〕1号`,
          content: '代为拆除逾期未拆的违法搭建',
          basis: '《中华人民共和国城乡规划法》第六十八条',
          decidedOn: plusDays(scene.on, -3),
          decidedBy: scene.name,
        },
      ],
    },
  }
}

/** The days are late in the last year, so that few index numbers come after. */
export const onceEach: readonly Once[] = [
  { on: '2026-10-12' as Day, template: workTasks },
  { on: '2026-10-13' as Day, template: topic },
  { on: '2026-10-14' as Day, template: interview },
  { on: '2026-10-15' as Day, template: conference },
  {
    on: '2026-10-15' as Day,
    template: question(
      '农村低保每年要重新申请吗？',
      '不用重新申请，但应当每年配合复核一次家庭情况。',
      '社会救助',
    ),
  },
  {
    on: '2026-10-15' as Day,
    template: question(
      '外地户口的孩子可以在县里上公办幼儿园吗？',
      '持居住证和监护人就业证明，可以在居住地学区申请。',
      '教育',
    ),
  },
  { on: '2026-10-16' as Day, template: appointed },
  { on: '2026-10-16' as Day, template: leaders },
  { on: '2026-10-19' as Day, template: training },
  { on: '2026-10-19' as Day, template: coercion },
]
