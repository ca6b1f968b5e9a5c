/** Subscriptions: see migrations/0041-portal.sql. */
export interface SubscriptionRow {
  organ_id: string
  subscription_id: string
  way: string
  /** Sealed; null once ended. */
  address: Buffer | null
  address_index: string | null
  organs: string[]
  kinds: string[]
  headings: string[]
  asked_at: string
  confirmed_at: string | null
  ended_at: string | null
  told_until: string | null
  failures: number
  next_try_at: string | null
}

declare module '#platform/database/schema.ts' {
  interface Database {
    subscription: SubscriptionRow
  }
}
