import { Type } from 'typebox'
import type { Field } from './fields.ts'

const Value = (about: string) =>
  Type.Union([Type.String(), Type.Integer(), Type.Null()], about === '' ? {} : { description: about })

/** The shape of a row: its fields, each with what it means. */
export const rowSchema = <Row>(fields: readonly Field<Row>[]) =>
  Type.Object(Object.fromEntries(fields.map(({ name, about }) => [name, Value(about)])))

/** A page of rows with the key of the next. */
export const pageSchema = <Row>(fields: readonly Field<Row>[]) =>
  Type.Object({
    items: Type.Array(rowSchema(fields)),
    next: Type.Union([Type.String(), Type.Null()], { description: '下一页的 after；没有下一页的为空' }),
    licence: Type.String({ description: '使用条件的网址' }),
  })

export const ItemsQuery = Type.Object({
  organ: Type.Optional(Type.String({ maxLength: 40, description: '机关代码' })),
  entry: Type.Optional(
    Type.String({ maxLength: 20, description: '该机关基层政务公开标准目录的事项编码，含其下级公开的' }),
  ),
  catalogue: Type.Optional(Type.String({ maxLength: 20, description: '信息类别代码' })),
  kind: Type.Optional(Type.String({ maxLength: 30, description: '体裁代码' })),
  year: Type.Optional(Type.String({ maxLength: 4, description: '发布年份（北京时间）' })),
  after: Type.Optional(Type.String({ maxLength: 80, description: '上一页给出的 next' })),
})

export const DocumentsQuery = Type.Object({
  organ: Type.Optional(Type.String({ maxLength: 40, description: '机关代码' })),
  state: Type.Optional(Type.String({ maxLength: 20, description: 'inForce、amended、repealed、expired' })),
  year: Type.Optional(Type.String({ maxLength: 4, description: '成文年份' })),
  words: Type.Optional(Type.String({ maxLength: 100, description: '名称、文号或者登记编号含有的字' })),
  after: Type.Optional(Type.String({ maxLength: 80, description: '上一页给出的 next' })),
})

export const ChangesQuery = Type.Object({
  since: Type.String({
    maxLength: 80,
    description: 'UTC 时刻（如 2026-11-21T00:00:00Z），或者上一次得到的 next',
  }),
})

export const changesSchema = <Row>(fields: readonly Field<Row>[]) =>
  Type.Object({
    changes: Type.Array(
      Type.Object({
        change: Type.Enum(['published', 'withdrawn'], {
          description: 'published：新公开或者有变更，以本条覆盖；withdrawn：已经撤下，请删除',
        }),
        at: Type.String({ description: '变更的 UTC 时刻' }),
        itemId: Type.String(),
        indexNumber: Type.String(),
        organCode: Type.String(),
        address: Type.String(),
        item: Type.Union([rowSchema(fields), Type.Null()], { description: '撤下的为空' }),
      }),
    ),
    next: Type.String({ description: '下一次请求的 since' }),
    isLast: Type.Boolean({ description: '为 false 的，请立即以 next 继续取' }),
  })
