import { letterNumberOf } from '#duties/requests/numbers.ts'
import type { DecidedPart } from '#duties/requests/rules/facts.ts'
import { type OutcomeCode, outcomes } from '#duties/requests/rules/outcomes.ts'
import { type Day, inChinese, plusDays } from '#time/day.ts'
import type { Random } from '../random.ts'

/** What a decision is about, for the particulars that its letter must state. */
export interface Matter {
  readonly title: string
  readonly organName: string
  readonly shortName: string
  readonly area: string
  readonly on: Day
}

type Words = (matter: Matter, random: Random) => string

const withheldReasons: Readonly<Partial<Record<OutcomeCode, string>>> = {
  P1: '相关材料中的个人身份证件号码、银行账号和评审专家个人意见，公开会对他人合法权益造成损害，已作区分处理。',
  D1: '经审查，该信息已依法确定为国家秘密，尚在保密期限内。',
  D2: '所申请信息系依法采集的统计调查对象资料，法律规定应当予以保密。',
  D3: '所申请信息涉及重要基础设施的防护布局，公开后可能被用于破坏设施运行。',
  D4: '所申请信息含有企业投标报价构成和技术方案，经书面征求意见，权利人不同意公开，理由合理。',
  D5: '所申请信息系内部岗位分工和考勤安排，只关系内部管理，不影响公民、法人和其他组织的权利义务。',
  D6: '所申请信息系会议讨论中的发言记录和未定稿，属于决策过程中形成的材料；经核，没有法律、法规、规章规定其应当公开。',
  D7: '所申请信息属于行政处罚案件的案卷材料；经核，没有法律、法规、规章规定其应当公开。',
  U1b: '所申请信息由其他行政机关制作并保存，依照条例第十条不由本机关负责公开。',
  U2: '本机关保存的是逐笔登记的原始材料，所申请的汇总数据需要重新统计、分析才能形成。',
  R4: '申请人在说明理由时未能说明与其有关的具体事由，所列事项此前均已答复，理由不合理。',
  R5: '申请人已于此前以邮寄方式取得该信息的复制件，现要求加盖印章重新出具。',
  O3: '申请人于答复作出前以书面方式撤回申请。',
  C1: '经核对原始登记材料，申请人反映的情况属实，系录入时发生的差错。',
  C2: '经核对原始登记材料和申请人提供的证据，现有记录与材料一致，申请人反映的情况不能成立。',
  S1: '经查，被投诉单位未在法定期限内公开有关信息，投诉反映的情况属实。',
  S2: '经查，被投诉单位已依法公开有关信息，投诉反映的情况不属实。',
  E1: '经查，该单位未按照规定公开服务收费标准，申诉反映的情况属实。',
  E2: '经查，该单位已在营业场所和网站公开有关信息，申诉反映的情况不属实。',
}

const texts: Readonly<Record<string, Words>> = {
  where: ({ organName }, random) =>
    random.pick([
      `${organName}政府信息公开专栏“法定主动公开内容”，可以直接查阅、下载`,
      '县政务服务大厅信息查询窗口，凭本人身份证件查询',
      '县档案馆查阅室，或者县图书馆政府信息查阅点',
    ]),
  enclosures: ({ title }, random) => `1.${title}（复制件，共${random.whole(2, 26)}页）；2.相关附件一份`,
  given: ({ title }) => `${title}的正文及可以公开的附件`,
  withheld: () => '材料中的个人身份证件号码、银行账号，以及评审专家的个人意见',
  law: () => '《中华人民共和国统计法》第九条',
  proof: () => '定密审批材料存县保密室',
  weighing: () => '该信息不涉及公共安全和公众重大利益，不公开不会对公共利益造成重大影响',
  access: () => '案件当事人可以凭身份证件到办案机构依法查阅案卷',
  search: ({ on }) =>
    `${inChinese(plusDays(on, -3))}检索了办公系统和综合档案室卷宗，检索词为所申请信息的名称和主要特征，未检索到该信息`,
  organ: ({ area }, random) =>
    `${area}${random.pick(['自然资源局', '住房和城乡建设局', '财政局', '人力资源和社会保障局'])}`,
  contact: ({ area }) => `${area}政务服务大厅，0980-5550100`,
  unclear: () => '经补正，仍未写明所申请信息的名称、形成年份或者其他能够据以检索的特征',
  channel: () => '可以向信访接待窗口提出，或者拨打政务服务便民热线',
  previousNumber: ({ shortName, on }, random) =>
    letterNumberOf(shortName, Number(on.slice(0, 4)), random.whole(1, 30)),
  work: ({ area }) => `《${area}年鉴》`,
  figures: ({ on }) =>
    `自${on.slice(0, 4)}年以来，申请人就同类事项向本机关提出申请三十余件，明显超过合理范围`,
  measure: () => '责令在15个工作日内整改到位，并将整改结果书面报告',
}

/** One decided part with everything that its letter must state. */
export function partOf(
  outcome: OutcomeCode,
  matter: Matter,
  random: Random,
  basis?: OutcomeCode,
): DecidedPart {
  const states = outcomes[outcome].states.map(({ key, kind, choices, label }): [string, string] => {
    if (key === 'basis') return [key, basis ?? 'D5']
    if (kind === 'choice') return [key, random.pick(choices ?? []).value]
    if (kind === 'day') return [key, plusDays(matter.on, -40)]
    if (key === 'why') return [key, withheldReasons[outcome] ?? `经研究，${matter.title}不符合公开条件。`]
    return [key, texts[key]?.(matter, random) ?? label]
  })
  return { what: matter.title, outcome, states: Object.fromEntries(states) }
}
