import type { GateCode } from '../findings.ts'

/** Something found in a text: from and to in UTF-16 units, end excluded. */
export interface Hit {
  readonly code: Extract<
    GateCode,
    'identityNumber' | 'phoneNumber' | 'bankCard' | 'privateAddress' | 'caseName' | 'wording'
  >
  readonly from: number
  readonly to: number
  /** For a wording: what should stand instead, and whether it only warns. */
  readonly instead?: string
  readonly warns?: boolean
}

/** What stands around a text that the text itself does not say: the heading of its column, a row about a person. */
export interface Around {
  readonly heading?: string
  readonly aboutPerson?: boolean
}
