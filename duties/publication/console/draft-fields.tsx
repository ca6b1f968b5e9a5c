import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { DayInput } from '#platform/console/day-input.tsx'
import { LongText } from '#platform/console/long-text.tsx'
import { FieldItem, type PlainField } from '#platform/console/plain-field.tsx'
import { attributes, withheldGrounds } from '../rules/attribute.ts'
import { headings } from '../rules/catalogue.ts'
import type { KindField } from '../rules/kind-field.ts'
import { itemKind, usualKind } from '../rules/kinds.ts'
import { terms } from '../rules/terms.ts'
import { kindLabels } from '../rules/vocabulary.ts'
import type { ContentValues } from './content-form.ts'
import { DocumentInput, ItemsInput } from './document-input.tsx'
import { EntryField } from './entry-input.tsx'
import { RowsInput } from './rows-input.tsx'

const headingOptions = headings.map(({ code, short, label }) => ({
  value: code,
  label: `${short}：${label}`,
}))
const kindOptions = Object.entries(kindLabels).map(([value, label]) => ({ value, label }))
const choices = (table: Readonly<Record<string, { label: string }>>) =>
  Object.entries(table).map(([value, { label }]) => ({ value, label }))

/** The four entries that are typed: title, text, day of forming, heading of the catalogue. */
export function FirstFields({ editor }: { editor: ReactElement }) {
  return (
    <>
      <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name="formedOn" label="成文日期">
          <DayInput />
        </Form.Item>
        <Form.Item name="catalogue" label="栏目" extra="《条例》第二十条的事项">
          <Select
            options={headingOptions}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="请选择栏目"
          />
        </Form.Item>
      </div>
      <div className="editor-field">
        <span className="field-label">正文</span>
        {editor}
      </div>
    </>
  )
}

/** The rest, with its defaults: kind and number, attribute with its ground, another period, the fields of the kind. */
export function MoreFields() {
  const values = (Form.useWatch([], Form.useFormInstance<ContentValues>()) ?? {}) as Partial<ContentValues>
  const kind = values.kind ?? usualKind(values.catalogue ?? '')
  const row = itemKind(kind)
  const withheld = values.attribute !== undefined && values.attribute !== 'active'
  const isOpen = withheld || values.entry !== undefined || Object.keys(row?.fields ?? {}).length > 0
  return (
    <details className="more" open={isOpen || undefined}>
      <summary>更多：体裁、公开属性、概述、期限</summary>
      <div className="two-fields">
        <Form.Item
          name="kind"
          label="体裁"
          extra={`不选则按栏目定为“${kindLabels[usualKind(values.catalogue ?? '')]}”`}
        >
          <Select options={kindOptions} allowClear showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        {row?.numbered ? (
          <Form.Item name="documentNumber" label="文号">
            <Input autoComplete="off" placeholder="如 清政规〔2026〕1号" />
          </Form.Item>
        ) : null}
      </div>
      <EntryField />
      {row?.interprets ? (
        <Form.Item name="interprets" label="所解读的文件">
          <DocumentInput />
        </Form.Item>
      ) : null}
      {Object.entries(row?.fields ?? {}).map(([name, field]) => (
        <ExtraField key={name} name={name} field={field} />
      ))}
      <FieldItem
        field={{
          name: 'attribute',
          label: '公开属性',
          kind: 'choice',
          required: true,
          choices: choices(attributes),
        }}
      />
      {withheld ? <GroundFields /> : null}
      <Form.Item name="summary" label="内容概述" extra="不填则取正文开头150字">
        <LongText />
      </Form.Item>
      <PeriodFields isSpecial={Boolean(values.periodDays)} />
    </details>
  )
}

/** 第二十六条: another period than the usual one, with the law that sets it. */
function PeriodFields({ isSpecial }: { isSpecial: boolean }) {
  return (
    <div className="two-fields">
      <Form.Item
        name="periodDays"
        label="另有规定的公开期限（工作日）"
        extra={`没有另外规定的，为${terms.publication.workingDays}个工作日`}
      >
        <Input inputMode="numeric" autoComplete="off" />
      </Form.Item>
      {isSpecial ? (
        <Form.Item name="periodBasis" label="期限的依据">
          <Input autoComplete="off" placeholder="法律、法规的名称和条款" />
        </Form.Item>
      ) : null}
    </div>
  )
}

function GroundFields() {
  return (
    <>
      <FieldItem
        field={{
          name: 'ground',
          label: '不予公开的条款',
          kind: 'choice',
          required: true,
          choices: choices(withheldGrounds),
        }}
      />
      <FieldItem field={{ name: 'groundWords', label: '理由', kind: 'longtext', required: true }} />
    </>
  )
}

function ExtraField({ name, field }: { name: string; field: KindField }) {
  const { label, type, required, hint, choices: options, columns } = field
  const plain: PlainField = {
    name: name,
    label,
    kind: type,
    required,
    ...(hint ? { hint } : {}),
    ...(options ? { choices: options } : {}),
  }
  const shown = { ...plain, name: ['extra', name] as unknown as string }
  if (type === 'items')
    return (
      <Form.Item name={['extra', name]} label={label} extra={hint}>
        <ItemsInput />
      </Form.Item>
    )
  if (type === 'rows')
    return <FieldItem field={shown} input={<RowsInput label={label} columns={columns ?? {}} />} />
  return <FieldItem field={shown} />
}
