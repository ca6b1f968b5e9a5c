import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { axisNames } from '#platform/organs/contract.ts'
import { channelNames } from '../rules/channels/channels.ts'

/** Shapes of the channels on the wire. Days are 'YYYY-MM-DD'. */

const Words = (most: number) => Type.String({ maxLength: most })
const ChannelSchema = Type.Enum([...channelNames])
/** Made by the screen once per form: sent twice, it is recorded once. */
const once = { askId: Id, seenSeq: Type.Integer({ minimum: 0 }) }

const PlaceBody = {
  channel: ChannelSchema,
  name: Type.String({ minLength: 1, maxLength: 80 }),
  address: Words(300),
  supervising: Words(80),
  keeper: Words(80),
  frequency: Words(40),
}

export const PlaceSchema = Type.Object({
  placeId: Id,
  seq: Type.Integer(),
  channelLabel: Type.String(),
  ...PlaceBody,
  isAccount: Type.Boolean(),
  openedOn: Day,
  /** The later of the last update noted and the last item sent. */
  lastOn: Nullable(Day),
  /** Of an account: the last day on which an update is in time. */
  by: Nullable(Day),
  state: Type.Enum(['fails', 'soon', 'well', 'closed']),
})
export type PlaceShown = Static<typeof PlaceSchema>
export const PlacesSchema = Type.Object({ rows: Type.Array(PlaceSchema), mayKeep: Type.Boolean() })
export type Places = Static<typeof PlacesSchema>

export const PlaceAskSchema = Type.Object({ ...once, ...PlaceBody, openedOn: Day })
export type PlaceAsk = Static<typeof PlaceAskSchema>
export const PlaceUpdateSchema = Type.Object({ ...once, on: Day, about: Words(200) })
export const ReasonSchema = Type.Object({ ...once, reason: Type.String({ minLength: 1, maxLength: 200 }) })

export const SentSchema = Type.Object({
  sentId: Id,
  seq: Type.Integer(),
  itemId: Id,
  title: Type.String(),
  kindLabel: Type.String(),
  /** The item's page on the portal. */
  itemAddress: Type.String(),
  channel: Type.String(),
  channelLabel: Type.String(),
  place: Type.String(),
  address: Type.String(),
  files: Type.Array(Type.Object({ fileId: Id, name: Type.String() })),
  sentOn: Day,
  struckOn: Nullable(Day),
  why: Type.String(),
})
export type SentShown = Static<typeof SentSchema>
export const SentPageSchema = Type.Object({
  rows: Type.Array(SentSchema),
  next: Nullable(Type.String()),
  mayRecord: Type.Boolean(),
})
export type SentPage = Static<typeof SentPageSchema>

export const SentQuery = Type.Object({
  item: Type.Optional(Id),
  channel: Type.Optional(ChannelSchema),
  month: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
  after: Type.Optional(Words(60)),
})
export type SentQuery = Static<typeof SentQuery>

export const SendAskSchema = Type.Object({
  askId: Id,
  itemId: Id,
  channel: ChannelSchema,
  placeId: Type.Optional(Id),
  place: Words(100),
  address: Words(500),
  files: Type.Array(Id, { maxItems: 9 }),
  on: Day,
})
export type SendAsk = Static<typeof SendAskSchema>

export const ListSchema = Type.Object({
  listId: Id,
  seq: Type.Integer(),
  list: Type.Enum(['transfer', 'gazette']),
  label: Type.String(),
  numberLabel: Type.String(),
  from: Day,
  until: Day,
  recipient: Type.String(),
  items: Type.Integer(),
  madeOn: Day,
  receivedOn: Nullable(Day),
  receivedBy: Type.String(),
})
export type ListShown = Static<typeof ListSchema>
export const ListsSchema = Type.Object({
  rows: Type.Array(ListSchema),
  next: Nullable(Type.String()),
  mayMake: Type.Boolean(),
})
export type Lists = Static<typeof ListsSchema>
export const ListsQuery = Type.Object({ after: Type.Optional(Words(60)) })

export const ListAskSchema = Type.Object({
  askId: Id,
  list: Type.Enum(['transfer']),
  from: Day,
  until: Day,
  recipient: Words(80),
})
export type ListAsk = Static<typeof ListAskSchema>
export const ReceivedSchema = Type.Object({
  ...once,
  by: Type.String({ minLength: 1, maxLength: 80 }),
  on: Day,
})

export const ChannelDoneSchema = Type.Object({ id: Id })
export type ChannelDone = Static<typeof ChannelDoneSchema>

/** How much went out in a year by channel, kind and month; `months` has twelve numbers. */
export const CountsSchema = Type.Object({
  year: Type.Integer(),
  years: Type.Array(Type.Integer()),
  months: Type.Array(Type.Integer()),
  rows: Type.Array(
    Type.Object({
      channel: Type.String(),
      channelLabel: Type.String(),
      kind: Type.String(),
      kindLabel: Type.String(),
      months: Type.Array(Type.Integer()),
      items: Type.Integer(),
      late: Type.Integer(),
    }),
  ),
})
export type PublicationCounts = Static<typeof CountsSchema>
/** Whom a figure counts: the organ, or it and all below it along an axis. */
const Scope = Type.Enum(['own', ...axisNames])
export type CountScope = Static<typeof Scope>
export const CountsQuery = Type.Object({
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2060 })),
  scope: Type.Optional(Scope),
})

/** What one figure counted. */
export const CountedQuery = Type.Object({
  channel: Type.String({ maxLength: 20 }),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }),
  after: Type.Optional(Words(60)),
})
export type CountedQuery = Static<typeof CountedQuery>
export const CountedSchema = Type.Object({
  rows: Type.Array(
    Type.Object({ on: Day, title: Type.String(), place: Type.String(), address: Type.String() }),
  ),
  next: Nullable(Type.String()),
})
export type CountedItems = Static<typeof CountedSchema>

/** The organs that a figure over several of them adds up. */
export const CountedOrgansQuery = Type.Object({
  channel: Type.String({ maxLength: 20 }),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }),
  scope: Scope,
})
export type CountedOrgansQuery = Static<typeof CountedOrgansQuery>
export const CountedOrgansSchema = Type.Object({
  /** Those with the most first. */
  rows: Type.Array(
    Type.Object({
      organId: Id,
      name: Type.String(),
      items: Type.Integer(),
      /** Its public list, for what stands on the site; else empty. */
      address: Type.String(),
    }),
  ),
})
export type CountedOrgans = Static<typeof CountedOrgansSchema>
