import { plusDays } from '#time/day.ts'
import type { RawAsk } from './fields.ts'
import { between, type Dice, idOf, inventedPart, pick } from './histories-words.ts'
import { type OutcomeCode, outcomesFor } from './outcomes.ts'
import { excludes } from './parts.ts'
import type { RequestCase } from './request.ts'
import type { StepContext } from './step.ts'
import type { StepName } from './steps.ts'

/** What an invented person looks at to fill in a form. */
interface Desk {
  readonly roll: Dice
  readonly c: RequestCase
  readonly context: StepContext
}

const some = <T>(roll: Dice, from: readonly T[]): T | undefined =>
  from.length > 0 ? pick(roll, from) : undefined

const isOpen = (one: RequestCase['consultations'][number]): boolean => !one.answeredOn && !one.endedOn

// What only waiting or asking makes possible is taken most of the time, so that invented years have some of each.
const rare = ['O1', 'O2', 'R4', 'U3', 'D4'] as const

const inventedDraft = ({ roll, c, context }: Desk): RawAsk => {
  const isOpenTo = (code: OutcomeCode): boolean => !excludes(code, c, context, context.today, [])
  const chance = rare.find(isOpenTo)
  const codes = outcomesFor(c.intake.kind).filter(isOpenTo)
  const usual = roll() < 0.5 ? pick(roll, ['G1', 'G2', 'P1'] as const) : pick(roll, codes)
  return { parts: [inventedPart(roll, chance && roll() < 0.7 ? chance : usual, c.title)] }
}

/** Entries for each step such as an office would make; some of them the rules refuse. */
export const asks: Readonly<Record<StepName, (desk: Desk) => RawAsk>> = {
  claim: () => ({}),
  recordCorrectionServed: () => ({}),
  recordFeeServed: () => ({}),
  decide: () => ({}),
  archive: () => ({}),
  confirmReceipt: () => ({ confirmation: '与申请人电话确认' }),
  assign: ({ context }) => ({ to: context.by, unit: '办公室' }),
  handBack: () => ({ reason: '不属于本科室职责' }),
  handOver: ({ roll }) => ({ to: idOf(roll), reason: '该职权已划转' }),
  split: ({ c }) => ({ titles: [`${c.title}（批复）`, `${c.title}（附件）`] }),
  addFile: ({ roll }) => ({ file: idOf(roll), what: '申请人来信扫描件' }),
  addProof: ({ roll }) => ({ what: pick(roll, ['identity', 'authority']), file: idOf(roll) }),
  note: () => ({ text: '已与申请人电话沟通' }),
  amend: ({ roll }) => ({
    seq: 1,
    category: pick(roll, ['naturalPerson', 'company']),
    reason: '类别登记有误',
  }),
  askCorrection: ({ roll }) => ({
    items: ['请写明所指文件的名称或者年份'],
    workingDays: between(roll, 5, 15),
  }),
  recordCorrected: ({ c }) => ({
    title: `${c.title}（2025年）`,
    description: '补充年份：2025年。',
  }),
  consult: ({ roll }) => ({
    with: pick(roll, ['thirdParty', 'thirdParty', 'coMaker', 'otherOrgan']),
    party: '清溪县某建设公司',
    about: '投标文件中的报价构成',
  }),
  recordConsultationServed: ({ roll, c }) => ({
    consultationId: some(
      roll,
      c.consultations.filter(isOpen).filter((one) => !one.servedOn),
    )?.consultationId,
  }),
  recordConsultationAnswered: ({ roll, c }) => ({
    consultationId: some(roll, c.consultations.filter(isOpen))?.consultationId,
    answer: pick(roll, ['agrees', 'objects']),
    reason: '涉及商业秘密',
    reasonable: roll() < 0.6,
  }),
  endConsultation: ({ roll, c }) => ({
    consultationId: some(roll, c.consultations.filter(isOpen))?.consultationId,
    why: pick(roll, ['expired', 'expired', 'unservable', 'withdrawn']),
  }),
  overruleObjection: ({ roll, c }) => ({
    consultationId: some(
      roll,
      c.consultations.filter((one) => one.answer === 'objects' && !one.overruledOn),
    )?.consultationId,
    publicInterest: '涉及饮用水安全，不公开将影响公众重大利益',
  }),
  extend: ({ roll }) => ({ workingDays: between(roll, 5, 20), reason: '涉及多个单位，需要核实' }),
  askReasons: ({ roll, context }) => ({
    figures: '三个月内提出申请36件',
    answerBy: plusDays(context.today, between(roll, 5, 15)),
  }),
  recordReasons: () => ({ reasons: '因征收补偿需要' }),
  weighReasons: ({ roll }) => ({ reasonable: roll() < 0.4, why: '同一事项已多次答复' }),
  setLaterDay: ({ roll, context }) => ({
    dueOn: plusDays(context.today, between(roll, 30, 90)),
    why: '数量较多，需要逐件核对',
  }),
  noticeFee: ({ roll }) => ({
    by: pick(roll, ['piece', 'page']),
    quantity: between(roll, 5, 120),
    why: '数量明显超过合理范围',
  }),
  recordFeePaid: ({ c }) => ({
    yuan: c.fee ? c.fee.yuan - c.fee.paid : 0,
    receipt: '99000001',
  }),
  askMaterial: ({ roll, context }) => ({
    unit: '规划股',
    what: '项目卷宗',
    answerBy: plusDays(context.today, between(roll, 2, 6)),
  }),
  recordMaterial: ({ roll, c }) => ({
    materialId: some(
      roll,
      c.materials.filter((one) => !one.givenOn),
    )?.materialId,
    answer: '已提供卷宗复印件',
  }),
  logSearch: () => ({
    where: '综合档案室、办公系统',
    words: ['征收', '补偿'],
    by: '档案员',
    found: '未检索到',
  }),
  draft: inventedDraft,
  review: ({ roll }) => ({ passed: roll() < 0.9, opinion: '同意' }),
  serve: ({ roll }) => ({
    method: pick(roll, ['handedOver', 'post', 'email', 'online']),
    proof: 'EMS99000000001CN',
  }),
  withdraw: () => ({ statement: '申请人书面撤回' }),
  reopen: () => ({ order: '清复决〔2026〕5号' }),
}
