import type { DecisionStepName } from '#duties/publication/rules/decisions/steps.ts'
import type { RawAsk } from '#duties/requests/rules/fields.ts'
import { type Day, dayInShanghai, plusDays } from '#time/day.ts'
import type { Item } from '../items.ts'
import { lastName, type Organ } from '../organ.ts'
import { fullName } from '../places.ts'

/** A step of a decision with the day on which it was taken and what was entered. */
export interface ScriptStep {
  readonly step: DecisionStepName
  readonly on: Day
  readonly ask: RawAsk
}

const ways = (organ: Organ): string =>
  `可以登录${lastName(organ)}门户网站留言，发送电子邮件至${organ.contact.email}，或者致电${organ.contact.telephone}`

/** A matter about which opinions may be handed in: opened twenty days ago, open for twelve more. */
export function underWay(organ: Organ, today: Day): ScriptStep[] {
  const area = fullName(organ.area)
  const on = (days: number): Day => plusDays(today, -days)
  return [
    {
      step: 'list',
      on: on(62),
      ask: {
        title: `${area}城区公交线网优化调整方案`,
        drafter: `${area}交通运输局`,
        agreedOn: on(65),
        basis: '《重大行政决策程序暂行条例》第三条',
      },
    },
    { step: 'propose', on: on(55), ask: { reason: '城区新建学校和安置小区没有公交覆盖，群众反映较多。' } },
    {
      step: 'draft',
      on: on(30),
      ask: { about: '新增支线3条，调整线路5条，首末班车时间延长，换乘一小时内免费。' },
    },
    {
      step: 'coordinate',
      on: on(25),
      ask: { whom: '财政局、公安局、教育局', result: '对运营补贴测算和校园周边站点设置达成一致。' },
    },
    { step: 'openSolicitation', on: on(20), ask: { until: plusDays(today, 12), how: ways(organ) } },
  ]
}

const subjectOf = ({ title }: Item): string => /《(.+?)》/.exec(title)?.[1] ?? title

/** A matter taken through every statutory step until its document was published and the papers went to the archive. */
export function adopted(organ: Organ, document: Item): ScriptStep[] {
  const area = fullName(organ.area)
  const out = dayInShanghai(document.publishedAt ?? '')
  const on = (days: number): Day => plusDays(out, -days)
  return [
    {
      step: 'list',
      on: on(170),
      ask: { title: `制定《${subjectOf(document)}》`, drafter: `${area}司法局`, agreedOn: on(175) },
    },
    { step: 'propose', on: on(160), ask: { reason: '原有规定施行期满，执行中的问题需要统一规范。' } },
    { step: 'draft', on: on(140), ask: { about: '明确适用范围、办理程序、责任分工和监督措施。' } },
    { step: 'openSolicitation', on: on(130), ask: { until: on(96), how: ways(organ) } },
    {
      step: 'closeSolicitation',
      on: on(88),
      ask: {
        received: '26',
        adopted: '9',
        explanation: '采纳关于简化材料、缩短办理时间的意见；与上位法不一致的意见没有采纳，已逐条说明理由。',
      },
    },
    {
      step: 'hearExperts',
      on: on(80),
      ask: { who: '县法学会、县委党校教师共5人', opinion: '草案内容可行，建议细化过渡期的安排。' },
    },
    {
      step: 'assessRisk',
      on: on(72),
      ask: { level: 'low', report: '涉及面可控，配套措施到位，风险等级为低。' },
    },
    {
      step: 'submitLegality',
      on: on(65),
      ask: { materials: ['草案及说明', '征求意见采纳情况', '专家论证意见', '风险评估报告'] },
    },
    {
      step: 'passLegality',
      on: on(40),
      ask: { result: 'lawful', opinion: '符合法定权限和程序，内容与上位法不抵触。' },
    },
    {
      step: 'discuss',
      on: on(14),
      ask: {
        meeting: `${area}人民政府常务会议`,
        materials: ['草案及说明', '公众参与情况', '专家论证意见', '风险评估报告', '合法性审查意见'],
        headLast: true,
        result: 'adopted',
      },
    },
    { step: 'report', on: on(7), ask: { answer: '同意' } },
    {
      step: 'publish',
      on: out,
      ask: {
        item: document.indexNumber,
        channels: ['政府网站', '政务微信'],
        adoption: '收到公众意见26条，采纳9条；专家意见已吸收。没有采纳的意见和理由随文件一并公布。',
      },
    },
    { step: 'archive', on: plusDays(out, 20), ask: { number: `JC-${out.slice(0, 4)}-001` } },
  ]
}
