import type { Generated } from 'kysely'

export interface FileRow {
  organ_id: string
  file_id: string
  case_id: string | null
  name: string
  media_type: string
  size: number
  sha256: string
  sealed: boolean
  stored_at: string
  stored_by: string
}

export interface SealedRow {
  organ_id: string
  sealed_id: string
  case_id: string
  ciphertext: Buffer | null
  erased_at: Generated<string | null>
}

declare module '#platform/database/schema.ts' {
  interface Database {
    file: FileRow
    sealed: SealedRow
  }
}
