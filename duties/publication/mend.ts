import type { Actor } from '#platform/identity/actor.ts'
import type { Platform } from '#platform/platform.ts'
import {
  type DeskAnswer,
  factsOf,
  gateOf,
  givenFor,
  officerContext,
  type Taken,
  takeItemStep,
} from './desk.ts'
import { keepItemFile } from './files.ts'
import type { GateFinding, Mend } from './gate/findings.ts'
import { maskHtml, maskText } from './gate/mask.ts'
import { mendFile, NotMended } from './gate/mend.ts'
import type { GateSettings } from './gate/settings.ts'
import { extraKey, extraTexts, isInExtra } from './gate-check.ts'
import { gateWithParties } from './parties.ts'
import type { Content } from './rules/facts.ts'
import { fold } from './rules/item.ts'
import { fromWords } from './rules/kind-field.ts'
import { itemKind } from './rules/kinds.ts'
import { refused } from './rules/refusals.ts'

interface MendAsk {
  askId: string
  seenSeq: number
  mends: readonly { key: string; mend: string }[]
}

interface Wanted {
  finding: GateFinding
  mend: Mend
}

const ofPart = (wanted: readonly Wanted[], part: GateFinding['where']['part']): GateFinding[] =>
  wanted.flatMap(({ finding, mend }) =>
    finding.where.part === part && mend === 'mask' && !isInExtra(finding) ? [finding] : [],
  )

const ofField = (wanted: readonly Wanted[], name: string): GateFinding[] =>
  wanted.flatMap(({ finding, mend }) =>
    mend === 'mask' && finding.key.startsWith(extraKey(name)) ? [finding] : [],
  )

// A field of lines or rows is masked as one text and taken apart again: a mask holds no sign that parts them.
const maskedExtra = (content: Content, wanted: readonly Wanted[], gate: GateSettings) => ({
  ...content.extra,
  ...Object.fromEntries(
    extraTexts(content).map(([name, text]) => {
      const masked = maskText(text, ofField(wanted, name), gate)
      return [name, fromWords(masked, content.extra[name], itemKind(content.kind)?.fields[name])]
    }),
  ),
})

interface Ground {
  organId: string
  itemId: string
  by: string
  gate: GateSettings
}

// The mended file is another file: the one that was uploaded stays with the item, sealed.
async function mendedFiles(
  platform: Platform,
  { organId, itemId, by, gate }: Ground,
  content: Content,
  wanted: readonly Wanted[],
): Promise<string[] | string> {
  const files: string[] = []
  for (const { fileId, name } of content.files) {
    const mends = wanted.filter(({ finding }) => finding.where.fileId === fileId).map(({ mend }) => mend)
    const opened = mends.length > 0 ? await platform.files.open(platform.db, organId, fileId) : undefined
    if (!opened) {
      files.push(fileId)
      continue
    }
    const bytes = await mendFile(name, opened.bytes, [...new Set(mends)], gate)
    const kept = await keepItemFile(platform, { organId, itemId, name, bytes, by })
    if (kept.kind !== 'kept') return kept.kind === 'refused' ? kept.sentence : name
    files.push(kept.fileId)
  }
  return files
}

const maskedWords = (content: Content, wanted: readonly Wanted[], gate: GateSettings) => ({
  title: maskText(content.title, ofPart(wanted, 'title'), gate),
  summary: maskText(content.summary, ofPart(wanted, 'summary'), gate),
  body: maskHtml(content.body, ofPart(wanted, 'body'), gate),
  extra: maskedExtra(content, wanted, gate),
})

/** Mends findings of the text at hand in the way chosen, as one edit of it: words masked, files made clean. */
export async function mendItem(
  platform: Platform,
  organId: string,
  itemId: string,
  actor: Actor,
  { askId, seenSeq, mends }: MendAsk,
): Promise<DeskAnswer<Taken>> {
  const given = await givenFor(platform, organId)
  const c = fold(await factsOf(platform.db, organId, itemId))
  const content = c?.working?.content
  if (!c || !content) return { kind: 'refused', refusal: refused('notFound') }
  if (c.seq !== seenSeq) return { kind: 'refused', refusal: refused('changedMeanwhile') }
  const gate = await gateWithParties(platform, organId, c, given.gate)
  const found = (await gateOf(platform, organId, c, gate)) ?? []
  const wanted = mends.flatMap(({ key, mend }) => {
    const finding = found.find((one) => one.key === key)
    return finding ? [{ finding, mend: mend as Mend }] : []
  })
  if (wanted.length < mends.length)
    return { kind: 'invalid', errors: [{ field: 'mends', message: '没有这一处提示，可能已经改正' }] }
  const ground = { organId, itemId, by: actor.personId, gate }
  const files = await orSentence(() => mendedFiles(platform, ground, content, wanted))
  if (typeof files === 'string') return { kind: 'invalid', errors: [{ field: 'mends', message: files }] }
  const ask = { ...content, ...maskedWords(content, wanted, gate), files }
  const context = officerContext(platform, given, actor, organId)
  const step = { askId, seenSeq, ask }
  return takeItemStep(platform, organId, itemId, 'edit', step, context, given.gate)
}

async function orSentence<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof NotMended) return fault.message || '文件不能自动改正，请在原来的程序中改好后重新上传'
    throw fault
  }
}
