import type { Day } from '#time/day.ts'
import type { Deciders } from './decide.ts'
import type { ItemFact, Remark } from './facts.ts'
import type { ItemCase, Review, Working } from './item.ts'
import { wholeText } from './labels.ts'
import { paragraphsOf } from './paragraphs.ts'
import { refused } from './refusals.ts'
import {
  consultationBars,
  gateBars,
  openFindings,
  openStages,
  pendingStages,
  rolesOfStage,
} from './review.ts'
import { type ReviewStage, reviewLevels } from './settings.ts'
import { type Answer, done, type Ground, invalid, type StepContext } from './step.ts'
import type { reviewSteps } from './steps-review.ts'
import { type Warning, warned } from './warnings.ts'

/** The day of the month so many months later; the last of the month where it has no such day. */
export function plusMonths(on: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = on.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const last = [
    31,
    toYear % 4 === 0 && (toYear % 100 !== 0 || toYear % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  const day = Math.min(dayOfMonth, last[toMonth - 1] ?? 28)
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day
}

// What the last review, or 定稿, comes to: frozen, or settled as not to be published.
function conclusion(working: Working, context: StepContext): ItemFact {
  const { attribute } = working.content
  if (attribute !== 'active') {
    const reviewOn = plusMonths(context.today, context.settings.withheldReviewMonths)
    return { type: 'withheld', attribute, reviewOn }
  }
  return { type: 'approved', hash: context.hashOf(working.content), findings: context.findings ?? [] }
}

function waits(c: ItemCase, working: Working, { findings }: StepContext): Warning | undefined {
  if (consultationBars(c)) return warned('consultationWaits')
  const open = openFindings(working, findings ?? [])
  return gateBars(working, findings) ? warned('gateWaits', { n: open.length }) : undefined
}

type Reviewed = Extract<ItemFact, { type: 'reviewed' }>

// A passing review that leaves nothing pending freezes the text at once, unless something else is waited for.
function reviewed(fact: Reviewed, { c, context }: Ground): Answer {
  const { working } = c
  if (!working || !fact.passed) return done(context, [fact])
  const review: Review = { ...fact, remarks: fact.remarks ?? [], on: context.today, by: context.by }
  const after = { ...working, reviews: [...working.reviews, review] }
  if (pendingStages(after, context.settings).length > 0) return done(context, [fact])
  const waiting = waits(c, after, context)
  return waiting ? done(context, [fact], [waiting]) : done(context, [fact, conclusion(after, context)])
}

const wrongRemark = (working: Working, remarks: readonly Remark[]) => {
  const n = paragraphsOf(working.content.body).length
  return remarks.find(({ paragraph }) => paragraph < 1 || paragraph > n)
}

interface Asked {
  readonly passed: boolean
  readonly opinion: string
  readonly remarks?: readonly Remark[]
}

function review(wanted: readonly ReviewStage[], { passed, opinion, remarks }: Asked, ground: Ground): Answer {
  const { working } = ground.c
  const { settings, roles } = ground.context
  const stage =
    working &&
    openStages(working, settings).find(
      (one) => wanted.includes(one) && rolesOfStage(one).some((role) => roles.includes(role)),
    )
  if (!working || !stage) return refused('reviewNone')
  const wrong = wrongRemark(working, remarks ?? [])
  if (wrong) return invalid({ field: 'remarks', code: 'paragraphNone', params: { n: wrong.paragraph } })
  return reviewed(
    { type: 'reviewed', stage, passed, opinion, ...(remarks?.length ? { remarks: [...remarks] } : {}) },
    ground,
  )
}

/** 审核、保密审查、合法性审核、定稿、重新评估: one function per step. */
export const reviewDeciders: Deciders<keyof typeof reviewSteps> = {
  secrecyReview: ({ passed, opinion, checked }, ground) => {
    const wanted = [wholeText, ...(ground.c.working?.content.files.map(({ fileId }) => fileId) ?? [])]
    const ticked = checked ?? []
    if (passed && wanted.some((one) => !ticked.includes(one)))
      return invalid({ field: 'checked', code: 'uncheckedSecrecy' })
    return reviewed({ type: 'reviewed', stage: 'secrecy', passed, opinion, checked: [...ticked] }, ground)
  },
  legalReview: (ask, ground) => review(['legal'], ask, ground),
  review: (ask, ground) => review(reviewLevels, ask, ground),
  approve: (_, { c, context }) =>
    c.working ? done(context, [conclusion(c.working, context)]) : refused('reviewNone'),
  reviewWithheld: ({ stays, opinion }, { context }) => {
    const reviewOn = plusMonths(context.today, context.settings.withheldReviewMonths)
    return done(context, [{ type: 'withheldReviewed', stays, opinion, ...(stays ? { reviewOn } : {}) }])
  },
}
