import { type Static, Type } from 'typebox'
import { Id } from '../http/contract.ts'

/** Shapes that cross the wire for organs. Days are 'YYYY-MM-DD'; `untilOn` is exclusive. */

/** 块 (by region) or 条 (by line of business): the two ways in which one organ stands above another. */
export const axisNames = ['region', 'vertical'] as const
export type Axis = (typeof axisNames)[number]

/** Whom a list of the organs below counts. */
export const belowLabels = {
  region: '按地区（下级政府和部门）',
  vertical: '按业务（上下级主管部门）',
} as const

export const organKinds = {
  government: '政府',
  department: '部门',
  town: '乡镇',
  street: '街道',
  village: '村（社区）',
  enterprise: '公共企事业单位',
  vertical: '垂直管理单位',
} as const
export type OrganKind = keyof typeof organKinds

export const organLevels = {
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡级',
  village: '村级',
} as const
export type OrganLevel = keyof typeof organLevels

/** How an organ came to have a successor. */
export const successions = { merged: '并入', abolished: '撤销后由其承接', succeeded: '改设' } as const
export type Succession = keyof typeof successions

const keysOf = <Name extends string>(table: Record<Name, string>): Name[] => Object.keys(table) as Name[]

const Day = Type.String({ format: 'date' })
const Name = Type.String({ minLength: 2, maxLength: 80 })
const ShortName = Type.String({ minLength: 2, maxLength: 20 })
const Basis = Type.String({ maxLength: 200, description: '文号或决定' })

export const AxisSchema = Type.Enum([...axisNames])
export const OrganParams = Type.Object({ organId: Id })

export const OrganSchema = Type.Object({
  organId: Id,
  code: Type.String(),
  creditCode: Type.String(),
  kind: Type.Enum(keysOf(organKinds)),
  level: Type.Enum(keysOf(organLevels)),
  regionCode: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  /** The first day on which it was no more; null while it is. */
  endedOn: Type.Union([Day, Type.Null()]),
})
export type Organ = Static<typeof OrganSchema>

/** An entry of the tree; `children` says whether it opens further. */
export const TreeEntrySchema = Type.Object({ ...OrganSchema.properties, children: Type.Integer() })
export type TreeEntry = Static<typeof TreeEntrySchema>

export const TreeQuery = Type.Object({ parent: Type.Optional(Id), axis: Type.Optional(AxisSchema) })
export const TreeAnswer = Type.Object({ organs: Type.Array(TreeEntrySchema) })

const Text = Type.String({ maxLength: 500 })
export const ContactSchema = Type.Object({
  office: Text,
  address: Text,
  postcode: Type.String({ maxLength: 10 }),
  hours: Text,
  telephone: Type.String({ maxLength: 60 }),
  fax: Type.String({ maxLength: 60 }),
  email: Type.String({ maxLength: 120 }),
  functions: Type.String({ maxLength: 5000 }),
  leader: Type.String({ maxLength: 60 }),
  reconsiderationOrgan: Type.String({ maxLength: 80 }),
  court: Type.String({ maxLength: 80 }),
})
export type Contact = Static<typeof ContactSchema>

/** What each entry of a contact is called, on the public pages and where it is kept. */
export const contactLabels = {
  office: '公开工作机构',
  address: '办公地址',
  postcode: '邮政编码',
  hours: '办公时间',
  telephone: '联系电话',
  fax: '传真号码',
  email: '电子邮箱',
  functions: '机关职能',
  leader: '负责人',
  reconsiderationOrgan: '行政复议机关',
  court: '有管辖权的法院',
} as const satisfies Record<keyof Contact, string>

export const PeriodSchema = Type.Object({
  fromOn: Day,
  untilOn: Type.Union([Day, Type.Null()]),
  name: Type.String(),
  basis: Type.String(),
})

/** Everything that the page of one organ shows. */
export const OrganPageSchema = Type.Object({
  organ: OrganSchema,
  contact: Type.Union([ContactSchema, Type.Null()]),
  above: Type.Array(Type.Object({ axis: AxisSchema, organ: OrganSchema })),
  names: Type.Array(PeriodSchema),
  successors: Type.Array(OrganSchema),
  predecessors: Type.Array(OrganSchema),
})
export type OrganPage = Static<typeof OrganPageSchema>

export const NewOrganSchema = Type.Object({
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,30}$' }),
  creditCode: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
  kind: Type.Enum(keysOf(organKinds)),
  level: Type.Enum(keysOf(organLevels)),
  regionCode: Type.String({ pattern: '^[0-9]{6,12}$' }),
  name: Name,
  shortName: ShortName,
  fromOn: Day,
  basis: Basis,
})
export type NewOrgan = Static<typeof NewOrganSchema>

export const RenameSchema = Type.Object({ name: Name, shortName: ShortName, fromOn: Day, basis: Basis })
export const MoveSchema = Type.Object({ parentId: Id, axis: AxisSchema, fromOn: Day })
export const MergeSchema = Type.Object({
  successorId: Id,
  onDay: Day,
  how: Type.Enum(keysOf(successions)),
  basis: Basis,
})
export const OrganAnswer = Type.Object({ organ: OrganSchema })
