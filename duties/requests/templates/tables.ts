/** Rows of letter templates and of notices asked for: see migrations/0015, 0024. Instants are ISO strings. */
export interface LetterTemplateRow {
  organ_id: string
  kind: string
  version: number
  file_id: string
  uploaded_at: string
  uploaded_by: string
  retired_at: string | null
}

/** Where an applicant wants to be told of news: by mail, by a call. */
export interface RequestWishRow {
  organ_id: string
  case_id: string
  address: Buffer
  asked_at: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    letter_template: LetterTemplateRow
    request_notice: RequestWishRow
    request_hook: RequestWishRow
  }
}
