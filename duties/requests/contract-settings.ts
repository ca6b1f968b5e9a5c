import { type Static, Type } from 'typebox'
import type { RequestSettings } from './rules/settings.ts'

/** Shapes that cross the wire for what an organ sets of its requests; browser-safe. */

const Stages = Type.Array(Type.Enum(['legal', 'secrecy', 'officeHead', 'leader']), {
  minItems: 1,
  maxItems: 4,
  uniqueItems: true,
})

const strict = { additionalProperties: false } as const

const ClockSettingsSchema = Type.Object(
  {
    feePaymentRestarts: Type.Boolean(),
    consultationRunsFrom: Type.Enum(['sent', 'served']),
    consultationEndsWithTerm: Type.Boolean(),
    otherOrganWorkingDays: Type.Integer({ minimum: 1, maximum: 60 }),
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
    severalApplicants: Type.Integer({ minimum: 2, maximum: 100 }),
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

/** The settings as kept, and how many open cases got another due day from them. */
export const SettingsSaved = Type.Object({ settings: SettingsSchema, moved: Type.Integer() })
