import type { Block, Column, FormId, Row, Table } from './form.ts'

/** Columns of table three; the middle five stand under 法人或其他组织. */
export const applicantColumns: readonly Column[] = [
  { id: 'naturalPerson', label: '自然人', unit: 'count' },
  { id: 'company', label: '商业企业', variants: ['企业'], unit: 'count' },
  { id: 'research', label: '科研机构', variants: ['科研院所'], unit: 'count' },
  { id: 'welfare', label: '社会公益组织', variants: ['公益组织'], unit: 'count' },
  { id: 'legalService', label: '法律服务机构', variants: ['法律机构'], unit: 'count' },
  { id: 'otherOrg', label: '其他', unit: 'count' },
  { id: 'total', label: '总计', variants: ['合计'], unit: 'count' },
]

export const applicantHeadings = { all: '申请人情况', organisations: '法人或其他组织' } as const

const corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
const results = '三、本年度办理结果'
const denied = [results, '（三）不予公开'] as const
const unable = [results, '（四）无法提供'] as const
const refused = [results, '（五）不予处理'] as const
const otherHandling = '（六）其他处理'

const row = (
  name: string,
  under: readonly string[],
  label: string,
  counts: string,
  variants: readonly string[] = [],
): Row => ({ key: `requests.${name}`, under, label, counts, variants })

const before: readonly Row[] = [
  row(
    'new_received',
    [],
    '一、本年新收政府信息公开申请数量',
    '本年1月1日至12月31日收到的申请件数，补正不另计',
  ),
  row('carried_over', [], '二、上年结转政府信息公开申请数量', '上年收到、上年末尚未办结的申请件数'),
  row('granted', [results], '（一）予以公开', '告知已主动公开的，和提供所申请信息的'),
  row(
    'partial',
    [results],
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '区分处理后公开一部分的，只计这一情形',
    ['（二）部分公开'],
  ),
  row('denied_state_secret', denied, '1.属于国家秘密', '依第十四条，属于国家秘密'),
  row('denied_law_forbidden', denied, '2.其他法律行政法规禁止公开', '依第十四条，法律、行政法规禁止公开'),
  row(
    'denied_safety_stability',
    denied,
    '3.危及“三安全一稳定”',
    '依第十四条，公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    ['3.危及三安全一稳定'],
  ),
  row('denied_third_party', denied, '4.保护第三方合法权益', '依第十五条，涉及商业秘密、个人隐私等第三方权益'),
  row(
    'denied_internal',
    denied,
    '5.属于三类内部事务信息',
    '依第十六条第一款，人事管理、后勤管理、内部工作流程',
  ),
  row(
    'denied_process',
    denied,
    '6.属于四类过程性信息',
    '依第十六条第二款，讨论记录、过程稿、磋商信函、请示报告',
  ),
  row('denied_enforcement_case', denied, '7.属于行政执法案卷', '依第十六条第二款，行政执法案卷信息'),
  row(
    'denied_admin_query',
    denied,
    '8.属于行政查询事项',
    '依第三十六条第七项，法律、行政法规对获取另有规定的',
  ),
  row('unable_not_held', unable, '1.本机关不掌握相关政府信息', '经检索不存在的，和不属于本机关负责公开的'),
  row('unable_need_creation', unable, '2.没有现成信息需要另行制作', '依第三十八条，需要加工、分析的'),
  row('unable_unclear', unable, '3.补正后申请内容仍不明确', '经补正，申请内容仍不明确的'),
  row('refused_petition', refused, '1.信访举报投诉类申请', '依第三十九条第一款，信访、投诉、举报等'),
  row('refused_repeat', refused, '2.重复申请', '依第三十六条第六项，已作出答复又重复申请'),
  row('refused_publication', refused, '3.要求提供公开出版物', '依第三十九条第二款，要求提供公开出版物'),
  row(
    'refused_mass',
    refused,
    '4.无正当理由大量反复申请',
    '依第三十五条，数量、频次明显超过合理范围且理由不合理',
  ),
  row(
    'refused_confirm',
    refused,
    '5.要求行政机关确认或重新出具已获取信息',
    '要求确认或者重新出具已经获取的信息',
  ),
]

/** The last row, without its number. */
export const carriedForwardLabel = '结转下年度继续办理'

const after: readonly Row[] = [
  row('total_processed', [results], '（七）总计', '本年办结的申请件数，等于以上各项之和', ['（七）合计']),
  row('carried_forward', [], `四、${carriedForwardLabel}`, '本年末尚未办结的申请件数'),
]

/** 2019: 其他处理 is one row. */
export const otherHandlingOne: readonly Row[] = [
  row('other_total', [results], otherHandling, '以上情形以外的处理，含逾期不补正、逾期不缴费、申请人撤回'),
]

const otherRows = [results, otherHandling] as const

/** 2021: 其他处理 is three rows. */
export const otherHandlingThree: readonly Row[] = [
  row(
    'other_overdue_correction',
    otherRows,
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '依第三十条，无正当理由逾期不补正，视为放弃申请',
    ['1.申请人无正当理由逾期不补正'],
  ),
  row(
    'other_overdue_fee',
    otherRows,
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '逾期未按收费通知要求缴纳信息处理费',
    ['2.申请人逾期未按收费通知要求缴纳费用'],
  ),
  row('other_other', otherRows, '3.其他', '其他情形，含申请人主动撤回', ['3.其他处理']),
]

/** Table three with the rows of 其他处理 as the form has them. */
export function requestsTable(form: FormId, other: readonly Row[]): Table {
  const block: Block = {
    id: 'requests',
    titles: [],
    columns: applicantColumns,
    rows: [...before, ...other, ...after],
  }
  return { id: 'requests', form, corner, blocks: [block] }
}

/** Rows of table three that are not results: everything else adds up to 总计. */
export const balanceRows = {
  left: ['requests.new_received', 'requests.carried_over'],
  total: 'requests.total_processed',
  carriedForward: 'requests.carried_forward',
} as const
