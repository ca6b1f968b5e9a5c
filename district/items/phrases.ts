/** Sentences of official documents, to be drawn from. {x} is filled in by `fill`. */

export const openings = [
  '为进一步做好{subject}，根据上级有关部署，结合{area}实际，现将有关事项通知如下。',
  '为贯彻落实{upper}关于{subject}的工作要求，切实维护人民群众切身利益，现就有关工作通知如下。',
  '按照{upper}统一安排，为确保{subject}有序推进、取得实效，经研究，现将有关事项通知如下。',
  '为巩固前期工作成果，解决工作中存在的突出问题，推动{subject}提质增效，现将有关要求通知如下。',
] as const

export const aims = [
  '坚持问题导向和目标导向相统一，全面摸清底数，压实工作责任，推动{subject}制度化、规范化。',
  '通过集中开展工作，使突出问题得到有效解决，工作机制更加健全，群众满意度明显提升。',
  '到{year}年底，{all}{subject}各项任务基本完成，长效机制初步建立。',
  '坚持以人民为中心，把{subject}作为服务民生、优化环境的重要抓手，做到底数清、情况明、措施实。',
] as const

export const measures = [
  '全面开展摸底排查。各单位要逐村（社区）、逐户、逐项登记造册，建立问题清单、责任清单和整改清单，做到不漏一处、不留死角。',
  '强化信息公开。政策依据、办理条件、办理程序和办理结果要在政府信息公开平台和村（社区）公示栏同步公开，接受群众监督。',
  '畅通咨询和投诉渠道。公布咨询电话，明确专人负责，对群众反映的问题即接即办、限时反馈。',
  '加强部门协同。建立信息共享、线索移送和联合检查机制，形成工作合力。',
  '规范资金管理。严格按照有关规定使用资金，专账核算、专款专用，严禁截留、挤占、挪用。',
  '注重宣传引导。充分利用广播、宣传栏、微信公众号等载体，采取群众喜闻乐见的形式解读政策。',
  '严格工作程序。坚持个人申请、审核公示、审批确认，做到程序到位、材料齐全、结果公正。',
  '完善档案资料。按照一事一档要求，及时收集、整理、归档有关材料，确保有据可查。',
  '加强培训指导。组织业务人员开展专题培训，统一口径、统一标准，提高政策执行能力。',
  '开展督促检查。采取随机抽查、实地走访等方式，对工作推进情况进行检查，对发现的问题限期整改。',
] as const

export const demands = [
  '加强组织领导。各单位要高度重视，主要负责同志亲自抓，分管负责同志具体抓，明确一名联络员。',
  '压实工作责任。按照“谁主管、谁负责”的原则，细化任务分工，确保各项措施落到实处。',
  '严肃工作纪律。对弄虚作假、推诿扯皮、失职失责的，依规依纪依法处理。',
  '及时报送情况。请于{deadline}前将工作开展情况和总结报{name}{office}。',
  '总结推广经验。注意发现和培育典型，及时总结好经验、好做法，健全长效机制。',
  '减轻基层负担。凡可通过数据共享获取的材料，不得要求乡镇和群众重复提供。',
] as const

export const publicPeriods = [
  '公示期为{days}个工作日。公示期内，如有异议，请以书面形式实名向{name}反映。',
  '公示期为自发布之日起{days}个工作日。任何单位和个人对公示内容有异议的，可以在公示期内提出。',
] as const

/** Puts words into the braces of a sentence. Throws RangeError where a word is not given. */
export const fill = (text: string, words: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name]
    if (word === undefined) throw new RangeError(`nothing for {${name}} in: ${text}`)
    return String(word)
  })
