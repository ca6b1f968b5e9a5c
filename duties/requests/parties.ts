import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { readSealed } from '#platform/files/sealed.ts'
import type { Platform } from '#platform/platform.ts'
import type { Consultation } from './rules/request-parts.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Whom an organ consulted, and where the letter is served. */
export interface Party {
  name: string
  contact?: string | undefined
}

/** The consulted party by name and contact, opened where it is sealed; 第三方 where it was erased. */
export async function partyOf(
  db: Db,
  platform: Platform,
  organId: string,
  consultation: Pick<Consultation, 'with' | 'party' | 'contact'>,
): Promise<Party> {
  const { with: kind, party: sealedId, contact } = consultation
  if (kind !== 'thirdParty') return { name: sealedId, contact }
  const sealed = (await readSealed(db, platform.seal, { organId, sealedId })) as Party | undefined
  return sealed ?? { name: '第三方' }
}
