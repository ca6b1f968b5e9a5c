import type { FileId, Recorded, RequestFact } from '#duties/requests/rules/facts.ts'
import { channelLabels, methodLabels, stageLabels } from '#duties/requests/rules/labels.ts'
import type { LetterKind } from '#duties/requests/rules/letter.ts'
import { letters } from '#duties/requests/rules/letters.ts'
import { mended } from '#duties/requests/rules/mended.ts'
import type { Day } from '#time/day.ts'

/** One line of the evidence list (证据目录): what is handed in, of which day, and what it proves. */
export interface Evidence {
  readonly name: string
  readonly on: Day
  readonly proves: string
  readonly files: readonly FileId[]
}

type Told = Omit<Evidence, 'on'>
type FactOf<T extends RequestFact['type']> = Extract<RequestFact, { type: T }>
type Tell = { readonly [T in RequestFact['type']]?: (fact: FactOf<T>) => Told | undefined }

const titleOf = (kind: string): string =>
  Object.hasOwn(letters, kind) ? letters[kind as LetterKind].title : kind

const letter = (
  { letter: { kind, number, file } }: { letter: { kind: string; number: string; file?: FileId } },
  proves: string,
): Told => ({ name: `${titleOf(kind)}（${number}）`, proves, files: file ? [file] : [] })

const proof = (name: string, proves: string, file: FileId | undefined): Told => ({
  name,
  proves,
  files: file ? [file] : [],
})

const tell: Tell = {
  arrived: ({ intake }) => ({
    name: `政府信息公开申请（${channelLabels[intake.channel]}）`,
    proves: '申请的内容和送到的日期',
    files: intake.files ?? [],
  }),
  received: ({ intake, evidence, confirmation }) => ({
    name: intake ? `政府信息公开申请（${channelLabels[intake.channel]}）` : `确认记录：${confirmation ?? ''}`,
    proves: '收到申请的日期',
    files: [...(intake?.files ?? []), ...(evidence ?? [])],
  }),
  correctionAsked: (fact) => letter(fact, '已一次性告知补正事项和期限'),
  correctionNoticeServed: (fact) => proof('补正告知书送达凭证', '补正期限的起算之日', fact.proof),
  corrected: () => proof('申请人的补正材料', '收到补正的日期，答复期限自此重新计算', undefined),
  consultationSent: (fact) => letter(fact, '已书面征求意见，所需时间不计入答复期限'),
  consultationServed: (fact) => proof('征求意见书送达凭证', '意见期限的起算之日', fact.proof),
  consultationAnswered: ({ answer }) =>
    proof(
      '反馈意见',
      answer === 'agrees' ? '被征求意见方同意公开' : '被征求意见方不同意公开及其理由',
      undefined,
    ),
  objectionOverruled: (fact) => letter(fact, '已认定公共利益并书面告知第三方'),
  extended: (fact) => letter(fact, '经公开工作机构负责人同意延期并已告知'),
  reasonsAsked: (fact) => letter(fact, '已要求说明申请理由'),
  reasonsGiven: () => proof('申请人说明的理由', '申请人的说明', undefined),
  laterDaySet: (fact) => letter(fact, '已确定并告知延迟答复的期限'),
  feeNoticed: (fact) => letter(fact, '已通知缴费'),
  feeNoticeServed: (fact) => proof('收费通知书送达凭证', '缴费期限的起算之日', fact.proof),
  feePaid: ({ receipt }) => proof(`财政票据（${receipt}）`, '缴费的日期和金额', undefined),
  materialGiven: ({ answer, files }) => ({
    name: '有关单位提供的材料',
    proves: answer,
    files: files ?? [],
  }),
  searched: ({ where, words, found }) =>
    proof(`检索记录（${where}；检索词：${words.join('、')}）`, `已尽检索义务：${found}`, undefined),
  reviewed: ({ stage, passed }) =>
    passed ? proof(`${stageLabels[stage]}意见`, '答复经过审核', undefined) : undefined,
  decided: (fact) => letter(fact, '答复的内容、依据和救济告知'),
  served: ({ method, proof: number, files }) => ({
    name: `送达凭证（${methodLabels[method]}${number ? `，${number}` : ''}）`,
    proves: '答复作出的日期',
    files: files ?? [],
  }),
  withdrawn: () => proof('撤回申请的说明', '申请人撤回申请', undefined),
}

/**
 * The evidence list of a request for the reconsideration organ or the court, in the order of the days: every letter,
 * proof of service, search and review that the case holds.
 */
export function evidenceOf(facts: readonly Recorded[]): Evidence[] {
  return mended(facts)
    .flatMap(({ fact, happenedOn }) => {
      const say = tell[fact.type] as ((fact: RequestFact) => Told | undefined) | undefined
      const told = say?.(fact)
      return told ? [{ ...told, on: happenedOn }] : []
    })
    .sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
}
