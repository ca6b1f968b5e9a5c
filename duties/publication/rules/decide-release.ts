import { dayInShanghai, inChinese } from '#time/day.ts'
import type { Deciders } from './decide.ts'
import { due } from './due.ts'
import type { ItemCase } from './item.ts'
import { itemKind } from './kinds.ts'
import { refused } from './refusals.ts'
import { validityAfter } from './register.ts'
import { done, invalid, type StepContext } from './step.ts'
import type { releaseSteps } from './steps-release.ts'
import type { Validity } from './vocabulary.ts'
import { type Warning, warned } from './warnings.ts'

/** A wall-clock time in Beijing, 2026-03-09 09:00, as an instant; undefined where there is none such. */
export function instantOf(typed: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})$/.exec(typed.trim())
  if (!match) return undefined
  const instant = new Date(`${match[1]}T${match[2]}:${match[3]}:00+08:00`)
  if (Number.isNaN(instant.getTime())) return undefined
  const iso = instant.toISOString()
  return dayInShanghai(iso) === match[1] ? iso : undefined
}

function lateness(c: ItemCase, context: StepContext): Warning | undefined {
  const { calendar, settings, documentOn, today } = context
  const { interpretationWorkingDays } = settings
  const answer = due(c, { calendar, interpretationWorkingDays, ...(documentOn ? { documentOn } : {}) })
  if (answer.kind !== 'due' || answer.on >= today) return undefined
  return c.working?.content.kind === 'interpretation' && documentOn
    ? warned('interpretationLate', { n: interpretationWorkingDays })
    : warned('releasedLate', { on: inChinese(answer.on) })
}

const wantsInterpretation = (c: ItemCase, { settings }: StepContext): Warning | undefined =>
  c.working?.content.kind === 'normative' && !c.shown
    ? warned('interpretationMissing', { n: settings.interpretationWorkingDays })
    : undefined

/** 发布、定时、修改、有效性、撤下: one function per step. */
export const releaseDeciders: Deciders<keyof typeof releaseSteps> = {
  release: (_, { c, context }) => {
    if (!c.working?.approved) return refused('reviewNone')
    const { hash } = c.working.approved
    const version = c.versions.length + 1
    const findings = context.findings ?? []
    return done(
      context,
      [{ type: 'released', version, hash, at: context.now, findings, files: [] }],
      [lateness(c, context), wantsInterpretation(c, context)],
    )
  },
  schedule: ({ releaseAt }, { context }) => {
    const instant = instantOf(releaseAt)
    if (!instant) return invalid({ field: 'releaseAt', code: 'notAnInstant' })
    if (instant <= context.now) return invalid({ field: 'releaseAt', code: 'releaseNotLater' })
    return done(context, [{ type: 'scheduled', releaseAt: instant }])
  },
  unschedule: ({ reason }, { context }) => done(context, [{ type: 'unscheduled', reason }]),
  amend: ({ reason, changedOn = undefined }, { context }) => {
    const on = changedOn ?? context.today
    if (on > context.today)
      return invalid({ field: 'changedOn', code: 'dayInFuture', params: { label: '变更之日' } })
    return done(context, [{ type: 'amended', reason, changedOn: on }])
  },
  dropAmendment: ({ reason }, { context }) => done(context, [{ type: 'amendmentDropped', reason }]),
  markValidity: ({ validity, basis }, { c, context }) =>
    c.shown && itemKind(c.shown.content.kind)?.holds
      ? done(context, [{ type: 'validityMarked', validity: validity as Validity, basis }])
      : refused('noValidity'),
  cleanUp: ({ result, basis }, { context }) => {
    const validity = validityAfter[result]
    return done(context, [
      { type: 'cleanedUp', result, basis },
      ...(validity ? [{ type: 'validityMarked', validity, basis } as const] : []),
    ])
  },
  checkKept: (_, { context }) => {
    const findings = context.findings ?? []
    const n = findings.filter(({ severity }) => severity === 'blocks').length
    return done(
      context,
      [{ type: 'keptFilesChecked', findings }],
      [n > 0 ? warned('keptFound', { n }) : undefined],
    )
  },
  withdraw: ({ reason, note }, { context }) =>
    done(context, [{ type: 'withdrawn', reason, note, at: context.now }]),
  // The places are asked by a job after this is recorded: the step itself leaves only that it was asked for.
  checkWithdrawal: (_, { context }) => done(context, [{ type: 'noted', text: '要求核验已经撤下' }]),
  note: ({ text }, { context }) => done(context, [{ type: 'noted', text }]),
}
