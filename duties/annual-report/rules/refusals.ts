import type { Citation } from '#law/citation.ts'
import { articles } from './articles.ts'

interface RefusalWords {
  readonly httpStatus: 403 | 404 | 409 | 422
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

export type Params = Readonly<Record<string, string | number>>

/** Every way in which the law or the report as it stands says no, with its sentence. */
export const reportRefusals = {
  notFound: { httpStatus: 404, say: () => '没有找到这份年度报告' },
  changedMeanwhile: {
    httpStatus: 409,
    say: () => '其他人刚刚修改了这份报告，请查看后再保存；您填写的内容没有丢失',
  },
  roleWrong: { httpStatus: 403, say: ({ step, roles }) => `${step}由${roles}办理` },
  statusWrong: { httpStatus: 409, say: ({ step, status }) => `报告${status}，不能${step}` },
  yearNotOver: {
    httpStatus: 409,
    say: ({ year }) => `${year}年尚未结束，现在是全年预览，不能报送`,
    cites: { article: 49, quote: '上一年度政府信息公开工作年度报告' },
  },
  cellHeldByCases: {
    httpStatus: 422,
    say: ({ cell }) => `${cell}由台账计算，不能填写；数字有误的，请更正相应的申请或者登记`,
    cites: articles.content,
  },
  cellUnknown: { httpStatus: 422, say: ({ cell }) => `这种格式没有“${cell}”一格` },
  findingsStand: {
    httpStatus: 422,
    say: ({ n, first }) => `还有${n}个问题需要改正或者说明理由，第一个是：${first}`,
    cites: articles.content,
  },
  wordsMissing: { httpStatus: 422, say: ({ label }) => `请填写${label}` },
  figureWrong: { httpStatus: 422, say: ({ why }) => `${why}` },
  reportUnread: { httpStatus: 422, say: ({ why }) => `这份报告不能收下：${why}` },
  wrongAccepted: {
    httpStatus: 422,
    say: ({ n, first }) => `报告还有${n}个须改的问题，第一个是：${first}请退回修改；确需照收的，请写明理由`,
    cites: articles.content,
  },
  nothingBelow: { httpStatus: 409, say: () => '没有下级机关，不需要汇总；请报送并公布本机关的报告' },
  lowerMissing: {
    httpStatus: 422,
    say: ({ n, names }) => `还有${n}个机关的报告没有审核：${names}；不等它们的，请写明理由`,
    cites: { article: 49, quote: '上一年度政府信息公开工作年度报告' },
  },
  correctionReasonMissing: { httpStatus: 422, say: () => '更正已公布的报告，请写明更正的理由' },
} as const satisfies Record<string, RefusalWords>

export type ReportRefusalCode = keyof typeof reportRefusals

/** The law or the report says no: a value, never thrown. */
export interface ReportRefusal {
  readonly kind: 'refused'
  readonly code: ReportRefusalCode
  readonly params: Params
}

/** A refusal as a value. */
export const refused = (code: ReportRefusalCode, params: Params = {}): ReportRefusal => ({
  kind: 'refused',
  code,
  params,
})

/** The sentence for people. */
export const sayReportRefusal = ({ code, params }: ReportRefusal): string => reportRefusals[code].say(params)

/** The article that stands behind it; undefined where only the state of the report does. */
export function citeReportRefusal({ code }: ReportRefusal): Citation | undefined {
  const words: RefusalWords = reportRefusals[code]
  return words.cites
}
