import { type Static, Type } from 'typebox'
import type { RequestSettings } from './rules/settings.ts'
import { clockWords, type NumberWords, otherWords } from './rules/settings-words.ts'

/** Shapes that cross the wire for what an organ sets of its requests; browser-safe. */

const Stages = Type.Array(Type.Enum(['legal', 'secrecy', 'officeHead', 'leader']), {
  minItems: 1,
  maxItems: 4,
  uniqueItems: true,
})

const whole = ({ least, most }: NumberWords) => Type.Integer({ minimum: least, maximum: most })

const strict = { additionalProperties: false } as const

const ClockSettingsSchema = Type.Object(
  {
    feePaymentRestarts: Type.Boolean(),
    consultationRunsFrom: Type.Enum(['sent', 'served']),
    consultationEndsWithTerm: Type.Boolean(),
    otherOrganWorkingDays: whole(clockWords.otherOrganWorkingDays),
    lateCorrectionRestarts: Type.Boolean(),
    repeatedCorrectionRestarts: Type.Boolean(),
    lateExtensionCounts: Type.Boolean(),
    reasonsAskedStops: Type.Boolean(),
    onlineConfirmsAtOnce: Type.Boolean(),
  },
  strict,
)

/** Everything that an organ may set where the law leaves it open. */
export const SettingsSchema = Type.Object(
  {
    clock: ClockSettingsSchema,
    review: Type.Object({ granting: Stages, partly: Stages, pointing: Stages, refusing: Stages }, strict),
    resultOn: Type.Enum(['served', 'decided']),
    partlyReconsideredFirst: Type.Boolean(),
    fourEyes: Type.Boolean(),
    severalApplicants: whole(otherWords.severalApplicants),
    frequentFrom: whole(otherWords.frequentFrom),
    /** Where and how a processing fee is paid: one sentence of the fee notice. */
    payment: Type.String({ minLength: otherWords.payment.least, maxLength: otherWords.payment.most }),
  },
  strict,
)

/** Holds where the schema and the rules name the same settings. */
type Same<A, B> = A extends B ? true : never
export const settingsAreWhole: Same<Static<typeof SettingsSchema>, RequestSettings> = true

export const SettingsAnswer = Type.Object({
  settings: SettingsSchema,
  /** The stated defaults, to go back to. */
  defaults: SettingsSchema,
  /** Names at the top level that differ from the default. */
  changed: Type.Array(Type.String()),
})

/** The settings as kept, and the open cases that got another due day from them: by number alone, for every keeper. */
export const SettingsSaved = Type.Object({
  settings: SettingsSchema,
  moved: Type.Array(
    Type.Object({
      caseId: Type.String({ format: 'uuid' }),
      number: Type.String(),
      fromOn: Type.Union([Type.String(), Type.Null()]),
      toOn: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})
export type SettingsSaved = Static<typeof SettingsSaved>
export type SettingsAnswer = Static<typeof SettingsAnswer>
export type MovedDay = SettingsSaved['moved'][number]
