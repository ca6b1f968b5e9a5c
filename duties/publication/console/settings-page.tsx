import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { citedOf } from '#law/citation.ts'
import { call } from '#platform/console/api.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { SettingsPart } from '#platform/console/settings-part.tsx'
import type { PublicationSettingsShown } from '../contract-desk.ts'
import { levelChoices, type SettingWords, settingWords } from '../rules/settings-words.ts'
import './publication.css'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/publication-settings`
const formName = 'publication-settings'

type Values = PublicationSettingsShown['settings']

/** 主动公开的设置: what the law leaves open, each with its default and ground. */
export function PublicationSettingsPage(_: ScreenProps) {
  return (
    <SettingsPart<PublicationSettingsShown>
      root={useRoot()}
      title="主动公开设置"
      note="条文没有写明的，由本机关设定；修改记入操作记录，在办的稿件随即按新的设置办理。"
    >
      {(answer) => <SettingsForm answer={answer} />}
    </SettingsPart>
  )
}

function SettingsForm({ answer }: { answer: PublicationSettingsShown }) {
  const root = useRoot()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [saved, setSaved] = useState<PublicationSettingsShown | null>(null)
  const { submit, busy, problem } = useSending(form, async (values: Values) => {
    setSaved(null)
    const { withheldReviewMonths: months, interpretationWorkingDays: days, cleanupYears } = values
    const numbers = {
      withheldReviewMonths: Number(months),
      interpretationWorkingDays: Number(days),
      cleanupYears: Number(cleanupYears),
    }
    setSaved(await call<PublicationSettingsShown>('PUT', root, { ...values, ...numbers }))
    await client.invalidateQueries({ queryKey: [root] })
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
      {(saved ?? answer).warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
      <Fields />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          保存设置
        </Button>
        <Button onClick={() => form.setFieldsValue(answer.defaults)}>填入默认值</Button>
      </p>
    </Form>
  )
}

const answers = [
  { value: false, label: '可以为同一人' },
  { value: true, label: '不得为同一人' },
]

const listForms = [
  { value: 'month', label: '每月一条信息' },
  { value: 'decision', label: '每个决定一条信息' },
]
const nameForms = [
  { value: true, label: '隐去名字' },
  { value: false, label: '照清单公开' },
]

function KindFields() {
  const { registerPattern, cleanupYears, listItems, maskListNames } = settingWords
  return (
    <>
      <Form.Item
        name="registerPattern"
        label={registerPattern.label}
        extra={<Ground words={registerPattern} />}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <NumberField name="cleanupYears" words={cleanupYears} />
      <Form.Item name="listItems" label={listItems.label} htmlFor="" extra={<Ground words={listItems} />}>
        <Radio.Group options={listForms} aria-label={listItems.label} />
      </Form.Item>
      <Form.Item
        name="maskListNames"
        label={maskListNames.label}
        htmlFor=""
        extra={<Ground words={maskListNames} />}
      >
        <Radio.Group options={nameForms} aria-label={maskListNames.label} />
      </Form.Item>
    </>
  )
}

// Not `required`: that would mark a group of boxes with an attribute that only fields may bear.
const atLeastOne = (_: unknown, levels: readonly unknown[] = []): Promise<void> =>
  levels.length > 0 ? Promise.resolve() : Promise.reject(new Error('请至少选择一级'))

function Fields() {
  const { levels, fourEyes, indexPattern, withheldReviewMonths, interpretationWorkingDays } = settingWords
  return (
    <>
      <Form.Item
        name="levels"
        label={levels.label}
        htmlFor=""
        extra={<Ground words={levels} />}
        rules={[{ validator: atLeastOne }]}
      >
        <Checkbox.Group options={[...levelChoices]} />
      </Form.Item>
      <Form.Item name="fourEyes" label={fourEyes.label} htmlFor="" extra={<Ground words={fourEyes} />}>
        <Radio.Group options={answers} aria-label={fourEyes.label} />
      </Form.Item>
      <Form.Item name="indexPattern" label={indexPattern.label} extra={<Ground words={indexPattern} />}>
        <Input autoComplete="off" />
      </Form.Item>
      <NumberField name="withheldReviewMonths" words={withheldReviewMonths} />
      <NumberField name="interpretationWorkingDays" words={interpretationWorkingDays} />
      <KindFields />
    </>
  )
}

function NumberField({ name, words }: { name: string; words: SettingWords }) {
  const { least = 0, most = 0 } = words
  const validator = (_: unknown, value: unknown): Promise<void> => {
    const n = Number(value)
    return Number.isInteger(n) && n >= least && n <= most
      ? Promise.resolve()
      : Promise.reject(new Error(`请填写${least}至${most}之间的整数`))
  }
  return (
    <Form.Item name={name} label={words.label} extra={<Ground words={words} />} rules={[{ validator }]}>
      <Input className="number" inputMode="numeric" autoComplete="off" suffix={words.unit} />
    </Form.Item>
  )
}

function Ground({ words }: { words: SettingWords }) {
  const { ground, cites } = words
  return (
    <>
      {ground}
      {cites ? <CitedPlace cited={citedOf(cites)} /> : null}
    </>
  )
}
