import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import { type Due, due } from './rules/due.ts'
import type { Content, Recorded } from './rules/facts.ts'
import { contentOf, fold, type ItemCase } from './rules/item.ts'
import { itemKind } from './rules/kinds.ts'
import type { PublicationSettings } from './rules/settings.ts'
import { isOpen, stageOf, waitingFor } from './rules/stage.ts'
import { standingOf } from './rules/standing.ts'
import type { DeskColumns, ItemRow } from './tables.ts'

/** What a row is folded with. */
export interface ProjectGiven {
  calendar: Calendar
  settings: PublicationSettings
  /** The day on which the document that the item interprets was released. */
  documentOn?: Day
}

type Plain<T> = { [K in keyof T]: T[K] extends { readonly __select__: infer S } ? S : T[K] }

/** A row as it is read: every column there. */
export type FoldedRow = ItemRow & Plain<DeskColumns>

/** Where the clock of an item stands. */
export const dueOfItem = (c: ItemCase, { calendar, settings, documentOn }: ProjectGiven): Due =>
  due(c, {
    calendar,
    interpretationWorkingDays: settings.interpretationWorkingDays,
    ...(documentOn ? { documentOn } : {}),
  })

// The facts that change what the public sees; the rest is the desk's own.
const seen = new Set(['takenOver', 'released', 'validityMarked', 'withdrawn'])

const statusOf = (c: ItemCase): string => {
  if (c.discarded) return 'discarded'
  if (c.shown) return c.withdrawal ? 'withdrawn' : 'published'
  if (c.withheld) return 'withheld'
  return c.working?.state === 'draft' ? 'draft' : 'inReview'
}

const written = (content: Content) => ({
  kind: content.kind,
  catalogue_code: content.catalogue,
  entry: content.entry ?? '',
  title: content.title,
  document_number: content.documentNumber,
  summary: content.summary,
  body: content.body,
  formed_on: content.formedOn,
  validity: content.validity,
  interprets: content.interprets ?? null,
  attribute: content.attribute,
  extra: content.extra,
})

const inRegister = (c: ItemCase, { kind, extra }: Content) => {
  const { registered, holds } = itemKind(kind) ?? {}
  return {
    register_number: registered && typeof extra.registerNumber === 'string' ? extra.registerNumber : '',
    expires_on: holds && typeof extra.expiresOn === 'string' ? extra.expiresOn : null,
    ended_on: c.endedOn ?? null,
    cleaned_on: c.cleaned?.on ?? null,
    cleanup: c.cleaned?.result ?? '',
  }
}

const onDesk = (c: ItemCase, given: ProjectGiven) => {
  const answer = dueOfItem(c, given)
  const worked = c.shown && c.working && c.working.content.title !== c.shown.content.title
  return {
    stage: stageOf(c),
    open: isOpen(c),
    waiting: [...waitingFor(c, given.settings)],
    stands_at: [...standingOf(c, given.settings)],
    due_on: answer.kind === 'none' ? null : answer.on,
    provisional: answer.kind === 'none' ? false : answer.provisional,
    calendar: given.calendar.version,
    drafted_by: c.working?.by ?? c.draftedBy,
    worked_title: worked && c.working ? c.working.content.title : '',
    release_at: c.working?.releaseAt ?? null,
    review_on: c.withheld?.reviewOn ?? null,
    version: c.versions.length,
  }
}

/**
 * The row of an item that the portal and the lists read, folded from its facts: what is shown, else what is worked on,
 * else what is withheld. Throws for facts in which nothing was drafted or taken over.
 */
export function projectItem(
  organId: string,
  itemId: string,
  facts: readonly Recorded[],
  given: ProjectGiven,
): FoldedRow {
  const c = fold(facts)
  const content = c && (c.shown?.content ?? contentOf(c))
  if (!c || !content) throw new Error(`item ${itemId} holds no draft`)
  const last = facts.at(-1)?.recordedAt ?? ''
  const changed = c.shown ? facts.findLast(({ fact }) => seen.has(fact.type))?.recordedAt : undefined
  return {
    organ_id: organId,
    item_id: itemId,
    seq: c.seq,
    index_number: c.indexNumber,
    ...written(content),
    ...inRegister(c, content),
    status: statusOf(c),
    published_at: c.firstReleasedAt || null,
    ...onDesk(c, given),
    amended_at: c.shown && c.shown.version > 1 ? c.shown.at : null,
    withdrawn_at: c.withdrawal?.at || null,
    note: c.withdrawal?.note ?? '',
    public_files: c.shown ? [...c.shown.files] : [],
    touched_at: last,
    updated_at: changed ?? last,
  }
}
