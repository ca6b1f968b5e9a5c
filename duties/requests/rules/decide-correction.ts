import { inChinese } from '#time/day.ts'
import { correctionDueOn, noticeDueOn } from './case-terms.ts'
import { type AskFor, type Deciders, done, type Ground, given, letterToCome, mustFollow } from './decider.ts'
import type { Answer } from './step.ts'
import type { correctionSteps } from './steps-correction.ts'
import { warned } from './warnings.ts'

const askCorrection = (ask: AskFor<'askCorrection'>, { c, context, on }: Ground): Answer => {
  const latest = c.state === 'open' ? noticeDueOn(c.receivedOn, context) : on
  return done(
    on,
    [
      {
        type: 'correctionAsked',
        items: [...ask.items],
        workingDays: ask.workingDays,
        letter: letterToCome('correction'),
      },
    ],
    {
      letter: { kind: 'correction' },
      warnings: on > latest ? [warned('correctionLate', { on: inChinese(latest) })] : [],
    },
  )
}

const recordCorrected = (ask: AskFor<'recordCorrected'>, { c, context, on }: Ground): Answer => {
  const wrong = c.correction && mustFollow(on, c.correction.askedOn, '补正通知发出之日', 'on', '收到补正之日')
  if (wrong) return wrong
  const dueOn = correctionDueOn(c, context)
  return done(on, [{ type: 'corrected', description: ask.description, ...given({ title: ask.title }) }], {
    warnings: dueOn && on > dueOn ? [warned('correctedLate', { on: inChinese(dueOn) })] : [],
  })
}

/** 补正 (第三十条): one function per step. */
export const correctionDeciders: Deciders<keyof typeof correctionSteps> = {
  askCorrection,
  recordCorrectionServed: ({ proof }, { c, on }) =>
    (c.correction && mustFollow(on, c.correction.askedOn, '补正通知发出之日', 'on', '送达之日')) ||
    done(on, [{ type: 'correctionNoticeServed', ...given({ proof }) }]),
  recordCorrected,
}
