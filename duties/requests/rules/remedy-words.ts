import { citeInFull } from '#law/citation.ts'
import { remedyTerms } from '#law/remedy-terms.ts'
import type { Day } from '#time/day.ts'
import type { DecidedPart } from './facts.ts'
import { reconsiderationFirst } from './outcome.ts'
import { isOutcomeCode, outcomes } from './outcomes.ts'
import type { RequestSettings } from './settings.ts'

/** To whom a person turns against this organ's decision. */
export interface RemedyAddress {
  /** 复议机关, as 行政复议法第二十四至二十八条 make it. */
  readonly reconsiderationOrgan: string
  readonly court: string
  /** Where reconsideration can be asked for online; must be told where the decision is served online (行政复议法第二十二条). */
  readonly reconsiderationOnline?: string
}

type Settings = Pick<RequestSettings, 'partlyReconsideredFirst'>

/** Whether reconsideration must come before a suit about this part, decided on this day. */
function isReconsideredFirst(part: DecidedPart, on: Day, settings: Settings): boolean {
  if (on < reconsiderationFirst.sinceOn) return false
  const { reconsiderationFirst: rule } = outcomes[part.outcome]
  if (rule !== 'asWithheld') return rule
  const basis = part.states.basis ?? ''
  return (
    settings.partlyReconsideredFirst && isOutcomeCode(basis) && outcomes[basis].reconsiderationFirst === true
  )
}

const { reconsideration, suitAfterReconsideration, directSuit } = remedyTerms

const online = ({ reconsiderationOnline }: RemedyAddress): string =>
  reconsiderationOnline ? `，也可以通过${reconsiderationOnline}在线申请` : ''

const first = (what: string, to: RemedyAddress): string =>
  `${what}可以自收到本文书之日起${reconsideration.length}内向${to.reconsiderationOrgan}申请行政复议${online(to)}。` +
  `依据${citeInFull(reconsiderationFirst.cites)}，应当先申请行政复议；对行政复议决定不服的，` +
  `可以自收到行政复议决定书之日起${suitAfterReconsideration.length}内向${to.court}提起行政诉讼。`

const direct = (what: string, to: RemedyAddress): string =>
  `${what}可以自收到本文书之日起${reconsideration.length}内向${to.reconsiderationOrgan}申请行政复议${online(to)}，` +
  `或者自收到本文书之日起${directSuit.length}内直接向${to.court}提起行政诉讼。`

/**
 * The remedy paragraphs of a decision: reconsideration first for what rests on 第十四、十五、十六条 since 2024-01-01,
 * reconsideration or suit elsewhere, both sentences where the parts differ. Says 有管辖权的 where no address is set.
 */
export function remedyOf(
  parts: readonly DecidedPart[],
  on: Day,
  given: RemedyAddress,
  settings: Settings,
): string[] {
  const to = {
    ...given,
    reconsiderationOrgan: given.reconsiderationOrgan || '有管辖权的行政复议机关',
    court: given.court || '有管辖权的人民法院',
  }
  const before = parts.filter((part) => isReconsideredFirst(part, on, settings))
  if (before.length === 0) return [direct('如对本决定不服，', to)]
  if (before.length === parts.length) return [first('如对本决定不服，', to)]
  const named = before.map(({ what }) => `“${what}”`).join('、')
  return [first(`如对其中关于${named}的决定不服，`, to), direct('如对其他决定不服，', to)]
}
