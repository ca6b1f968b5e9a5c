import { type Static, Type } from 'typebox'

/** The settings of the check before publication, on the wire. */

const Lines = (most: number) => Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: most })
const Kept = Type.Tuple([Type.Integer({ minimum: 0, maximum: 8 }), Type.Integer({ minimum: 0, maximum: 8 })])

export const GateSettingsSchema = Type.Object({
  /** What a finding does, by its code; those left out stop. */
  severities: Type.Record(Type.String({ maxLength: 40 }), Type.Enum(['blocks', 'warns', 'off'])),
  officePhones: Lines(500),
  findLandlines: Type.Boolean(),
  addressReach: Type.Enum(['village', 'full']),
  caseNames: Lines(500),
  wording: Type.Array(
    Type.Object({
      word: Type.String({ minLength: 1, maxLength: 40 }),
      instead: Type.Optional(Type.String({ maxLength: 40 })),
      severity: Type.Enum(['blocks', 'warns']),
    }),
    { maxItems: 500 },
  ),
  allowedAuthors: Lines(100),
  innerHosts: Lines(100),
  nameMask: Type.Enum(['twoMou', 'oneEach']),
  numberMasks: Type.Object({ identity: Kept, phone: Kept, card: Kept }),
})
export type GateSettingsSent = Static<typeof GateSettingsSchema>

export const GateSettingsAnswer = Type.Object({
  settings: GateSettingsSchema,
  defaults: GateSettingsSchema,
  /** Everything the check looks for; most can be lowered to a warning, not left out. */
  codes: Type.Array(
    Type.Object({
      code: Type.String(),
      label: Type.String(),
      place: Type.String(),
      mayBeOff: Type.Boolean(),
    }),
  ),
})
export type GateSettingsShown = Static<typeof GateSettingsAnswer>
