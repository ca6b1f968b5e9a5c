import { plusDays } from '#time/day.ts'
import { firm } from './lists.ts'
import { callAt, p, parts, type Scene, shortDay, signed, type Template, table, wan } from './scene.ts'

const shareOut = (scene: Scene, total: number, names: readonly string[]): [string, string][] => {
  const weights = names.map(() => 0.2 + scene.random.real())
  const sum = weights.reduce((a, b) => a + b, 0)
  return names.map((name, i) => [name, ((total * (weights[i] ?? 0)) / sum).toFixed(2)])
}

const spending = [
  '一般公共服务支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '住房保障支出',
  '农林水支出',
] as const

const totalOf = (scene: Scene): number => scene.random.whole(40_000, 980_000) / 100

const sumOf = (rows: readonly [string, string][]): string =>
  rows.reduce((sum, [, money]) => sum + Number(money), 0).toFixed(2)

/** 部门预算, for the year at hand. */
export const budget: Template = (scene) => {
  const rows = shareOut(scene, totalOf(scene), spending)
  const total = sumOf(rows)
  const guests = wan(scene.random, 0.2, 3.6)
  const cars = wan(scene.random, 1, 14)
  const body = parts([
    ['部门职责和机构设置', [`${scene.name}内设机构和所属单位情况见机构职能栏目。`]],
    [
      '收支预算总体情况',
      [
        `${scene.year}年收入预算${total}万元，支出预算${total}万元，收支平衡。与上年相比${scene.random.pick(['增加', '减少'])}${wan(scene.random, 5, 120)}万元，主要是人员经费和项目安排变化。`,
      ],
    ],
    [
      '“三公”经费预算',
      [
        `因公出国（境）费0万元；公务接待费${guests}万元；公务用车购置及运行维护费${cars}万元，厉行节约，从严控制。`,
      ],
    ],
    ['政府采购和绩效目标', ['预算项目均已编制绩效目标，随预算同步公开。']],
  ])
  return {
    kind: 'budget',
    catalogue: '20-07',
    title: `${scene.name}${scene.year}年度部门预算`,
    body: body + table(['功能分类科目', '预算数（万元）'], [...rows, ['合计', total]]),
  }
}

/** 部门决算, of the year before. */
export const finalAccounts: Template = (scene) => {
  const rows = shareOut(scene, totalOf(scene), spending)
  const total = sumOf(rows)
  const body = parts([
    [
      '收入支出决算总体情况',
      [`${scene.year - 1}年度收入总计${total}万元，支出总计${total}万元（含结转结余）。`],
    ],
    [
      '“三公”经费支出决算',
      [
        `${scene.year - 1}年度“三公”经费支出决算${wan(scene.random, 1, 16)}万元，完成预算的${scene.random.whole(71, 100)}%，未超预算。`,
      ],
    ],
    ['预算绩效管理', [`组织对${scene.random.whole(2, 12)}个项目开展绩效自评，自评结果均为“良”以上。`]],
    [
      '名词解释',
      [
        '基本支出：为保障机构正常运转、完成日常工作任务而发生的支出。项目支出：在基本支出之外为完成特定任务发生的支出。',
      ],
    ],
  ])
  return {
    kind: 'budget',
    catalogue: '20-07',
    title: `${scene.name}${scene.year - 1}年度部门决算`,
    body: body + table(['功能分类科目', '决算数（万元）'], [...rows, ['合计', total]]),
  }
}

/** 行政事业性收费目录, once a year; an organ that charges nothing says so. */
export const feeList: Template = (scene) => {
  const charges = (scene.department?.volume.fees ?? 0) > 0
  const rows = [
    ['信息处理费', '依申请公开政府信息数量、频次明显超过合理范围', '按件或者按量，超额累进', '缴入国库'],
  ]
  const own = charges
    ? [[`${scene.department?.short ?? ''}业务收费`, '见物价、财政部门批准文件', '按核定标准', '缴入国库']]
    : []
  return {
    kind: 'budget',
    catalogue: '20-08',
    title: `${scene.name}${scene.year}年行政事业性收费目录清单`,
    body:
      p(`${scene.us}执行的行政事业性收费项目及其依据、标准如下，目录以外一律不得收费：`) +
      table(['项目名称', '依据', '标准', '资金管理方式'], [...own, ...rows]) +
      p(callAt(scene)),
  }
}

const goods = [
  '办公设备',
  '信息系统运行维护',
  '物业管理服务',
  '专用检测设备',
  '法律服务',
  '印刷服务',
  '车辆租赁服务',
  '规划编制服务',
  '应急物资',
] as const

/** 政府采购意向、成交结果 */
export const procurement: Template = (scene) => {
  const { random } = scene
  const what = random.pick(goods)
  const money = wan(random, 12, 480)
  const number = `${scene.mark}采〔${scene.year}〕${scene.issue('采购')}号`
  const isResult = random.chance(0.55)
  const body = isResult
    ? [
        p(
          `项目名称：${scene.name}${what}采购项目。采购方式：${random.pick(['竞争性磋商', '公开招标', '询价', '竞争性谈判'])}。`,
        ),
        table(['供应商', '成交金额（万元）', '评审得分'], [[firm(scene), money, wan(random, 78, 96)]]),
        p('自本公告发布之日起1个工作日内，供应商对成交结果有异议的，可以依法提出质疑。'),
      ]
    : [
        p(`为便于供应商及时了解政府采购信息，现将${scene.name}${scene.year}年采购意向公开如下：`),
        table(
          ['项目名称', '需求概况', '预算金额（万元）', '预计采购时间'],
          [
            [
              `${what}采购项目`,
              '满足日常履职需要，具体以采购文件为准',
              money,
              `${shortDay(plusDays(scene.on, 45)).split('月')[0]}月`,
            ],
          ],
        ),
        p('本次公开的采购意向是初步安排，具体以最终发布的采购公告和采购文件为准。'),
      ]
  return {
    kind: 'procurement',
    catalogue: '20-09',
    title: `${scene.name}${what}采购项目${isResult ? '成交结果公告' : '采购意向公开'}`,
    documentNumber: number,
    body: body.join('') + signed(scene),
  }
}
