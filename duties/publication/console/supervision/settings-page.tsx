import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '#platform/console/api.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { SettingsPart } from '#platform/console/settings-part.tsx'
import { organKinds } from '#platform/organs/contract.ts'
import { columnChoices, columnsGround, keepingKinds } from '../../rules/supervision/kept-columns.ts'
import { type LimitName, limitNames, limitProblem, limits } from '../../rules/supervision/settings.ts'
import type { InspectionSettingsShown } from '../../supervision/contract.ts'
import '../publication.css'

const formName = 'inspection-settings'
type Typed = Record<LimitName, number | string> & Pick<InspectionSettingsShown['settings'], 'columns'>

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/publication-inspection-settings`

/** 公开检查的期限和栏目: every number of the inspection with its default and where that stands; the columns by kind of organ. */
export function InspectionSettingsPage(_: ScreenProps) {
  return (
    <SettingsPart<InspectionSettingsShown>
      root={useRoot()}
      title="公开检查设置"
      note="公开检查按这些期限和栏目判断是否达标，适用于本机关和下级机关；国家规定了期限的，只能更严。"
    >
      {(answer) => <Limits answer={answer} />}
    </SettingsPart>
  )
}

function Limits({ answer }: { answer: InspectionSettingsShown }) {
  const root = useRoot()
  const { organ } = useStanding()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const [saved, setSaved] = useState<InspectionSettingsShown | null>(null)
  const { submit, busy, problem } = useSending(form, async (typed: Typed) => {
    setSaved(null)
    const numbers = Object.fromEntries(limitNames.map((name) => [name, Number(typed[name])]))
    const settings = { ...numbers, columns: typed.columns }
    setSaved(await call<InspectionSettingsShown>('PUT', root, settings))
    await client.invalidateQueries({ queryKey: [organ.organId] })
  })
  return (
    <Form
      form={form}
      name={formName}
      layout="vertical"
      className="sheet"
      initialValues={answer.settings}
      onFinish={submit}
    >
      <SendingProblem problem={problem} form={formName} />
      {saved === null ? null : <Alert type="success" showIcon role="status" title="已保存。" />}
      <p className="note">{whose((saved ?? answer).setBy)}</p>
      {limitNames.map((name) => (
        <Limit key={name} name={name} />
      ))}
      <Columns />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          保存设置
        </Button>
        <Button onClick={() => form.setFieldsValue(answer.usual)}>填入默认值</Button>
      </p>
    </Form>
  )
}

function Columns() {
  return (
    <>
      <h2>应当设置的栏目</h2>
      <p className="note">{columnsGround}</p>
      {keepingKinds.map((kind) => (
        <Form.Item key={kind} name={['columns', kind]} label={organKinds[kind]} htmlFor="">
          <Checkbox.Group options={columnOptions} aria-label={organKinds[kind]} role="group" />
        </Form.Item>
      ))}
    </>
  )
}

const columnOptions = columnChoices.map(({ code, label }) => ({ value: code, label }))

function whose(setBy: InspectionSettingsShown['setBy']): string {
  if (setBy === null) return '现在按默认的期限和栏目检查。'
  return setBy.isOwn
    ? '现在按本机关设定的期限和栏目检查。'
    : `现在按${setBy.name}设定的期限和栏目检查，本机关可以设定得更严。`
}

// The rule that the server decides by, while it is being typed.
const within = (name: LimitName) => (_: unknown, typed: unknown) => {
  const problem = limitProblem(name, Number(typed))
  return problem === undefined ? Promise.resolve() : Promise.reject(new Error(problem))
}

function Limit({ name }: { name: LimitName }) {
  const { label, unit, usual, ground, confidence } = limits[name]
  const source = confidence === 'verified' ? `默认${usual}${unit}，来源：${ground}。` : ground
  return (
    <Form.Item name={name} label={label} extra={source} rules={[{ validator: within(name) }]}>
      <Input className="number" inputMode="numeric" autoComplete="off" suffix={unit} />
    </Form.Item>
  )
}
