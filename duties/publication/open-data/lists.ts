import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Day } from '#time/day.ts'
import { decisionAddress } from '../addresses.ts'
import { decisionPage } from '../decisions/store.ts'
import type { DecisionRow } from '../decisions/tables.ts'
import type { RegisterRow } from '../register/contract.ts'
import type { Field } from './fields.ts'

type Db = Kysely<Database>

/** A major decision as data. */
export interface OpenDecision {
  row: DecisionRow
  organCode: string
  organName: string
}

/** The fields of the data set of major decisions. */
export const decisionFields = (site: string): readonly Field<OpenDecision>[] => [
  {
    name: 'decisionId',
    heading: '事项标识',
    about: '不变的唯一标识（UUID）',
    of: ({ row }) => row.decision_id,
  },
  { name: 'organCode', heading: '机关代码', about: '见机关数据集', of: ({ organCode }) => organCode },
  { name: 'organName', heading: '决策机关', about: '', of: ({ organName }) => organName },
  { name: 'title', heading: '决策事项', about: '', of: ({ row }) => row.title },
  { name: 'drafter', heading: '承办单位', about: '', of: ({ row }) => row.drafter },
  { name: 'listedOn', heading: '列入目录日期', about: '', of: ({ row }) => row.listed_on },
  {
    name: 'opinionsFrom',
    heading: '征求意见开始',
    about: '没有征求的为空',
    of: ({ row }) => row.opinions_from,
  },
  { name: 'opinionsUntil', heading: '征求意见截止', about: '含当日', of: ({ row }) => row.opinions_until },
  { name: 'publishedOn', heading: '公布日期', about: '尚未公布的为空', of: ({ row }) => row.published_on },
  { name: 'endedOn', heading: '终止日期', about: '没有终止的为空', of: ({ row }) => row.ended_on },
  {
    name: 'address',
    heading: '网址',
    about: '每一步的进展见此页',
    of: ({ row, organCode }) => site + decisionAddress({ organCode, decisionId: row.decision_id }),
  },
]

const atOnce = 200

/** All major decisions, newest first. */
export async function* openDecisions(db: Db, today: Day): AsyncGenerator<OpenDecision> {
  let after: string | undefined
  do {
    const { rows, next } = await decisionPage(db, { after, limit: atOnce })
    const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today)
    const byId = new Map(organs.map((organ) => [organ.organId, organ]))
    for (const row of rows) {
      const organ = byId.get(row.organ_id)
      yield { row, organCode: organ?.code ?? '', organName: organ?.name ?? '' }
    }
    after = next ?? undefined
  } while (after !== undefined)
}

/** The fields of the data set of normative documents: the register as the portal shows it. */
export const documentFields = (site: string): readonly Field<RegisterRow>[] => [
  { name: 'itemId', heading: '信息标识', about: '同主动公开信息的标识', of: (row) => row.itemId },
  { name: 'registerNumber', heading: '登记编号', about: '统一登记的编号', of: (row) => row.registerNumber },
  { name: 'documentNumber', heading: '文号', about: '发文字号', of: (row) => row.documentNumber },
  { name: 'title', heading: '名称', about: '', of: (row) => row.title },
  { name: 'organCode', heading: '机关代码', about: '见机关数据集', of: (row) => row.organCode },
  { name: 'organName', heading: '制定机关', about: '', of: (row) => row.organName },
  { name: 'formedOn', heading: '成文日期', about: '公文落款的日期', of: (row) => row.formedOn },
  { name: 'publishedOn', heading: '公布日期', about: '最早公开的日期', of: (row) => row.publishedOn },
  { name: 'effectiveOn', heading: '施行日期', about: '没有写明的为空', of: (row) => row.effectiveOn || null },
  { name: 'expiresOn', heading: '有效期至', about: '没有规定的为空', of: (row) => row.expiresOn },
  { name: 'validity', heading: '有效性代码', about: '取用当日的有效性', of: (row) => row.validity },
  { name: 'validityLabel', heading: '有效性', about: '', of: (row) => row.validityLabel },
  { name: 'endedOn', heading: '废止、失效日期', about: '有效的为空', of: (row) => row.endedOn },
  { name: 'cleanedOn', heading: '最近清理', about: '没有清理过的为空', of: (row) => row.cleanedOn },
  { name: 'interpretations', heading: '解读', about: '解读的件数', of: (row) => row.interpretations },
  { name: 'address', heading: '网址', about: '', of: (row) => site + row.address },
]
