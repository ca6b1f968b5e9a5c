import type { Params } from '#duties/requests/rules/problems.ts'
import type { Citation } from '#law/citation.ts'
import { remedyPlaces } from './settings.ts'

interface RefusalWords {
  readonly httpStatus: 403 | 409 | 422
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

const state = (sentence: string, cites?: Citation): RefusalWords => ({
  httpStatus: 409,
  say: () => sentence,
  ...(cites ? { cites } : {}),
})

/** Every way in which a step of a remedy case is refused. */
export const remedyRefusals = {
  roleWrong: { httpStatus: 403, say: ({ step, roles }) => `${step}由${roles}办理` },
  stateWrong: { httpStatus: 409, say: ({ step, status }) => `本案${status}，不能${step}` },
  alreadyAnswered: state('书面答复已经提交', remedyPlaces.reviewAnswer),
  alreadySuspended: state('本案已经中止'),
  notSuspended: state('本案没有中止'),
  notLitigation: state('行政复议决定不能上诉；不服复议决定的，另登记复议后起诉', remedyPlaces.appeal),
  secondInstance: state('第二审裁判是终审裁判，不能再上诉', remedyPlaces.appeal),
  nothingOrdered: state('决定或者判决没有责令履行的内容'),
  alreadyComplied: state('履行情况已经登记'),
} as const satisfies Record<string, RefusalWords>

export type RemedyRefusalCode = keyof typeof remedyRefusals

/** The law or the case says no: a value, never thrown. */
export interface RemedyRefusal {
  readonly kind: 'refused'
  readonly code: RemedyRefusalCode
  readonly params?: Params
}

/** A refusal as a value. */
export const refusedRemedy = (code: RemedyRefusalCode, params?: Params): RemedyRefusal => ({
  kind: 'refused',
  code,
  ...(params ? { params } : {}),
})

/** The sentence for people. */
export const sayRemedyRefusal = ({ code, params }: RemedyRefusal): string =>
  remedyRefusals[code].say(params ?? {})
