import { inChinese } from '#time/day.ts'
import { replyDueOn, termEndedOn } from './case-terms.ts'
import {
  type AskFor,
  type Deciders,
  done,
  type Ground,
  invalid,
  letterToCome,
  mustFollow,
} from './decider.ts'
import { refused } from './refusals.ts'
import type { Answer } from './step.ts'
import { extensionLeft, type extensionSteps } from './steps-extension.ts'

const extend = (ask: AskFor<'extend'>, { c, facts, context, on }: Ground): Answer => {
  const left = extensionLeft(c)
  if (ask.workingDays > left) return refused('extensionTooLong', { left })
  const ended = termEndedOn(facts, context, on)
  if (ended) return refused('extensionAfterTerm', { on: ended })
  const { workingDays, reason } = ask
  return done(
    on,
    [{ type: 'extended', workingDays, reason, approvedBy: context.by, letter: letterToCome('extension') }],
    { letter: { kind: 'extension' } },
  )
}

const askReasons = ({ figures, answerBy }: AskFor<'askReasons'>, { on }: Ground): Answer => {
  if (answerBy <= on) {
    return invalid({
      field: 'answerBy',
      code: 'dayNotLater',
      params: { label: '请于此日前说明', on: inChinese(on) },
    })
  }
  return done(on, [{ type: 'reasonsAsked', figures, answerBy, letter: letterToCome('reasons') }], {
    letter: { kind: 'reasons' },
  })
}

const setLaterDay = ({ dueOn, why }: AskFor<'setLaterDay'>, { facts, context, on }: Ground): Answer => {
  const now = replyDueOn(facts, context)
  if (dueOn <= (now ?? on)) return refused('laterDayNotLater', { on: inChinese(now ?? on) })
  return done(on, [{ type: 'laterDaySet', dueOn, why, letter: letterToCome('laterDay') }], {
    letter: { kind: 'laterDay' },
  })
}

/** 延长、说明理由、延迟答复 (第三十三条第二款、第三十五条): one function per step. */
export const extensionDeciders: Deciders<keyof typeof extensionSteps> = {
  extend,
  askReasons,
  recordReasons: ({ reasons }, { c, on }) =>
    (c.reasons && mustFollow(on, c.reasons.askedOn, '告知书发出之日', 'on', '收到之日')) ||
    done(on, [{ type: 'reasonsGiven', reasons }]),
  weighReasons: ({ reasonable, why }, { c, on }) =>
    (c.reasons && mustFollow(on, c.reasons.givenOn ?? c.reasons.askedOn, '说明理由之日', 'on', '判断之日')) ||
    done(on, [{ type: 'reasonsWeighed', reasonable, why }]),
  setLaterDay,
}
