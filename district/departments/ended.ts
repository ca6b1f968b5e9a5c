import type { Department } from './department.ts'

const none = { licences: 0, penalties: 0, coercions: 0, fees: 0 }

/** Departments that ended within the three years; others answer for them. */
export const endedDepartments: readonly Department[] = [
  {
    key: 'xczx',
    name: '乡村振兴局',
    short: '乡村振兴局',
    mark: '乡振',
    functions: ['巩固拓展脱贫攻坚成果', '统筹推进乡村振兴具体工作', '管理衔接推进乡村振兴补助资金项目'],
    offices: ['办公室', '项目股', '监测帮扶股'],
    vocabulary: {
      campaigns: ['防止返贫监测帮扶集中排查', '驻村帮扶走访'],
      tasks: ['衔接资金项目库建设', '小额信贷贴息', '雨露计划补助'],
      lists: ['衔接推进乡村振兴补助资金项目计划', '雨露计划补助对象名单'],
      rules: ['驻村工作队管理办法'],
      licences: [],
      offences: [],
      asked: ['帮扶项目的资金使用情况', '雨露计划补助发放名单'],
    },
    volume: { items: 40, requests: 6, ...none },
  },
  {
    key: 'dzj',
    name: '地震局',
    short: '地震局',
    mark: '震',
    functions: ['管理地震监测预报和震害防御', '监管建设工程抗震设防要求', '开展防震减灾科普宣传'],
    offices: ['办公室', '监测预报股', '震害防御股'],
    vocabulary: {
      campaigns: ['防震减灾宣传周活动'],
      tasks: ['地震应急演练', '地震监测台站维护'],
      lists: ['地震应急避难场所名单'],
      rules: ['建设工程抗震设防要求管理办法'],
      licences: ['建设工程抗震设防要求审批'],
      offences: [],
      asked: ['学校抗震设防检查结果'],
    },
    volume: { items: 16, requests: 1, ...none, licences: 4 },
  },
]
