import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { keepSealed } from '#platform/files/sealed.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { caseNumberOf, caseSeries } from './numbers.ts'
import type { CaseKind, Channel, Intake } from './rules/facts.ts'
import type { CheckedIntake } from './rules/intake.ts'
import type { Proof } from './rules/proofs.ts'
import { nextNumber } from './store.ts'

/** Letters and digits that are not mistaken for one another when read aloud or written down. */
const codeSigns = 'ACDEFGHJKLMNPQRTUVWXY34679'

/**
 * The query code of a receipt, eight signs (about 37 bits; wrong tries are slowed down). It follows from the
 * unguessable id of the form, so that a form sent twice gets the same receipt though only a hash is kept.
 */
export function queryCodeFor(platform: Platform, organId: string, askId: string): string {
  const bytes = Buffer.from(platform.seal.blindIndex(`query code ${organId} ${askId}`), 'base64url')
  return [...bytes.subarray(0, 8)].map((byte) => codeSigns[byte % codeSigns.length]).join('')
}

/** The code as a person may type it: small letters, spaces and dashes forgiven. */
const readQueryCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')

/** The keyed hash under which a query code is kept. */
export const queryCodeHash = (platform: Platform, code: string): string =>
  platform.seal.blindIndex(`query ${readQueryCode(code)}`)

/** The public number of a case, e.g. 清民公申〔2026〕12号; without gaps per organ, kind and year. */
export async function caseNumber(
  tx: Transaction<Database>,
  organ: { organId: string; shortName: string },
  kind: CaseKind,
  on: Day,
): Promise<string> {
  const year = Number(on.slice(0, 4))
  const n = await nextNumber(tx, organ.organId, caseSeries(kind), year)
  return caseNumberOf(organ.shortName, kind, year, n)
}

/** The keyed hash by which the same person is recognised. */
export const identityIndex = (
  platform: Platform,
  { idKind, idNumber }: Pick<CheckedIntake, 'idKind' | 'idNumber'>,
): string => platform.seal.blindIndex(`identity ${idKind} ${idNumber}`)

export interface NewCase {
  organ: { organId: string; shortName: string }
  caseId: string
  kind: CaseKind
  channel: Channel
  checked: CheckedIntake
  on: Day
  queryCode?: string
  writtenDownBy?: string
  proofs?: readonly Proof[]
}

/**
 * Seals what the applicant said of themselves and makes the intake that the first fact holds.
 * The identity is recognised by a keyed hash of its number, never by the name.
 */
export async function sealedIntake(
  tx: Transaction<Database>,
  platform: Platform,
  one: NewCase,
): Promise<Intake> {
  const { checked } = one
  const { category, title, description, formWanted, wayWanted, help, ...particulars } = checked
  const number = await caseNumber(tx, one.organ, one.kind, one.on)
  const applicant = await keepSealed(tx, platform.seal, {
    organId: one.organ.organId,
    caseId: one.caseId,
    value: { category, ...particulars },
  })
  return {
    kind: one.kind,
    number,
    channel: one.channel,
    category,
    applicant,
    applicantIndex: identityIndex(platform, checked),
    title,
    description,
    formWanted,
    wayWanted,
    ...(help ? { help } : {}),
    ...(one.proofs && one.proofs.length > 0 ? { proofs: [...one.proofs] } : {}),
    ...(one.writtenDownBy ? { writtenDownBy: one.writtenDownBy } : {}),
    ...(one.queryCode ? { queryCodeHash: queryCodeHash(platform, one.queryCode) } : {}),
  }
}
