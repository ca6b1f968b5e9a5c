import type { Params } from '#duties/requests/rules/problems.ts'
import type { Citation } from '#law/citation.ts'
import { articles } from './articles.ts'
import { terms } from './terms.ts'

interface WarningWords {
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

/** What a step lets pass but a careful officer should know. Said beside the facts, never instead of them. */
export const warnings = {
  releasedLate: {
    say: ({ on }) => `公开期限已于${on}届满，本次公开逾期`,
    cites: terms.publication.cites,
  },
  interpretationLate: { say: ({ n }) => `解读应当在文件公开后${n}个工作日内发布，本次已经超过` },
  gateWaits: {
    say: ({ n }) => `审核已全部通过，发布前检查还有${n}处没有处理，处理后才能定稿`,
    cites: articles.thirdParty,
  },
  keptFound: {
    say: ({ n }) => `旧附件有${n}处需要处理：请修改后重新发布；涉及隐私、秘密的，先撤下`,
    cites: articles.thirdParty,
  },
  consultationWaits: { say: () => '审核已全部通过，会商确认以后才能定稿', cites: articles.coordinated },
  interpretationMissing: {
    say: ({ n }) => `这份文件还没有解读，请在公开后${n}个工作日内发布`,
  },
} as const satisfies Record<string, WarningWords>

export type WarningCode = keyof typeof warnings

export interface Warning {
  readonly code: WarningCode
  readonly params?: Params
}

/** A warning as a value. */
export const warned = (code: WarningCode, params?: Params): Warning => ({
  code,
  ...(params ? { params } : {}),
})

/** The sentence for people. */
export const sayWarning = ({ code, params }: Warning): string => warnings[code].say(params ?? {})
