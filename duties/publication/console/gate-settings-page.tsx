import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { call } from '#platform/console/api.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { SettingsPart } from '#platform/console/settings-part.tsx'
import type { GateSettingsSent, GateSettingsShown } from '../contract-gate.ts'
import './publication.css'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/gate-settings`
const formName = 'gate-settings'

/** 发布前检查的设置: what stops, what warns, the words of the organ, how names and numbers are masked. */
export function GateSettingsPage(_: ScreenProps) {
  return (
    <SettingsPart<GateSettingsShown>
      root={useRoot()}
      title="发布前检查设置"
      note="发布前，正文和附件逐项检查。各项默认阻止发布；本机关可以按实际调整，修改记入操作记录。"
    >
      {(answer) => <SettingsForm answer={answer} />}
    </SettingsPart>
  )
}

/** The form as it stands: lists as lines of text. */
interface Values {
  officePhones: string
  caseNames: string
  allowedAuthors: string
  innerHosts: string
  wording: GateSettingsSent['wording']
  findLandlines: boolean
  addressReach: GateSettingsSent['addressReach']
  nameMask: GateSettingsSent['nameMask']
  numberMasks: GateSettingsSent['numberMasks']
  severities: GateSettingsSent['severities']
}

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function valuesOf({ severities, ...settings }: GateSettingsSent, codes: GateSettingsShown['codes']): Values {
  return {
    ...settings,
    officePhones: settings.officePhones.join('\n'),
    caseNames: settings.caseNames.join('\n'),
    allowedAuthors: settings.allowedAuthors.join('\n'),
    innerHosts: settings.innerHosts.join('\n'),
    severities: Object.fromEntries(codes.map(({ code }) => [code, severities[code] ?? 'blocks'])),
  }
}

const settingsOf = (values: Values): GateSettingsSent => ({
  ...values,
  officePhones: linesOf(values.officePhones),
  caseNames: linesOf(values.caseNames),
  allowedAuthors: linesOf(values.allowedAuthors),
  innerHosts: linesOf(values.innerHosts),
  wording: (values.wording ?? []).map(({ word, instead, severity }) => ({
    word: word.trim(),
    severity,
    ...(instead?.trim() ? { instead: instead.trim() } : {}),
  })),
  severities: Object.fromEntries(
    Object.entries(values.severities).filter(([, severity]) => severity !== 'blocks'),
  ),
})

function SettingsForm({ answer }: { answer: GateSettingsShown }) {
  const root = useRoot()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const [saved, setSaved] = useState(false)
  const { submit, busy, problem } = useSending(form, async (values: Values) => {
    setSaved(false)
    await call<GateSettingsShown>('PUT', root, settingsOf(values))
    setSaved(true)
    await client.invalidateQueries({ queryKey: [root] })
  })
  return (
    <Form
      form={form}
      name={formName}
      layout="vertical"
      className="sheet"
      initialValues={valuesOf(answer.settings, answer.codes)}
      onFinish={submit}
    >
      <SendingProblem problem={problem} form={formName} />
      {saved ? <Alert type="success" showIcon role="status" title="已保存。" /> : null}
      <Wording />
      <Lists />
      <Choices />
      <Severities codes={answer.codes} />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          保存设置
        </Button>
        <Button onClick={() => form.setFieldsValue(valuesOf(answer.defaults, answer.codes))}>
          填入默认值
        </Button>
      </p>
    </Form>
  )
}

const wordingSeverities = [
  { value: 'warns', label: '提醒' },
  { value: 'blocks', label: '阻止' },
]

function Wording() {
  return (
    <fieldset className="gate-words">
      <legend>不规范用语</legend>
      <Form.List name="wording">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <div className="gate-word" key={key}>
                <Form.Item
                  name={[name, 'word']}
                  rules={[{ required: true, message: '请填写用语，或者删除这一行' }]}
                >
                  <Input aria-label={`第${index + 1}条用语`} placeholder="用语" maxLength={40} />
                </Form.Item>
                <Form.Item name={[name, 'instead']}>
                  <Input aria-label={`第${index + 1}条应当改为`} placeholder="应当改为" maxLength={40} />
                </Form.Item>
                <Form.Item name={[name, 'severity']}>
                  <Radio.Group options={wordingSeverities} aria-label={`第${index + 1}条如何处理`} />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={`删除第${index + 1}条用语`}>
                  删除
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ word: '', severity: 'warns' })}>添加用语</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

const lists = [
  { name: 'officePhones', label: '办公电话', extra: '每行一个，只写数字；名单上的号码不作为个人电话。' },
  { name: 'caseNames', label: '需要查找的姓名', extra: '每行一个；正文和附件里出现的，提示遮盖。' },
  { name: 'allowedAuthors', label: '可以作为文件作者的名称', extra: '每行一个；本机关的名称不用写。' },
  { name: 'innerHosts', label: '内部网络的域名', extra: '每行一个；指向这些域名的链接公众打不开。' },
] as const

function Lists() {
  return lists.map(({ name, label, extra }) => (
    <Form.Item key={name} name={name} label={label} extra={extra}>
      <Input.TextArea rows={3} autoComplete="off" />
    </Form.Item>
  ))
}

const choices = [
  {
    name: 'findLandlines',
    label: '不在名单上的固定电话',
    options: [
      { value: false, label: '作为办公电话' },
      { value: true, label: '作为个人电话' },
    ],
  },
  {
    name: 'addressReach',
    label: '个人住址可以公开到',
    options: [
      { value: 'village', label: '村（社区）' },
      { value: 'full', label: '门牌' },
    ],
  },
  {
    name: 'nameMask',
    label: '姓名遮盖的写法',
    options: [
      { value: 'twoMou', label: '张某某' },
      { value: 'oneEach', label: '一字一某' },
    ],
  },
] as const

const masks = [
  { name: 'identity', label: '居民身份证号码' },
  { name: 'phone', label: '电话号码' },
  { name: 'card', label: '银行卡号' },
] as const

const kept = Array.from({ length: 9 }, (_, n) => ({ value: n, label: `${n}位` }))

function Choices() {
  return (
    <>
      {choices.map(({ name, label, options }) => (
        <Form.Item key={name} name={name} label={label} htmlFor="">
          <Radio.Group options={[...options]} aria-label={label} />
        </Form.Item>
      ))}
      {masks.map(({ name, label }) => (
        <div className="gate-mask" key={name}>
          <span>{label}遮盖后，前面保留</span>
          <Form.Item name={['numberMasks', name, 0]} noStyle>
            <Select options={kept} aria-label={`${label}前面保留`} />
          </Form.Item>
          <span>后面保留</span>
          <Form.Item name={['numberMasks', name, 1]} noStyle>
            <Select options={kept} aria-label={`${label}后面保留`} />
          </Form.Item>
        </div>
      ))}
    </>
  )
}

const severityChoices = [
  { value: 'blocks', label: '阻止' },
  { value: 'warns', label: '提醒' },
]
const off = { value: 'off', label: '不查' }

function Severities({ codes }: Pick<GateSettingsShown, 'codes'>) {
  return (
    <fieldset className="gate-severities">
      <legend>各项如何处理</legend>
      {codes.map(({ code, label, place, mayBeOff }) => (
        <div key={code} className="gate-severity">
          <span>
            {label}
            <small className="note">{place}</small>
          </span>
          <Form.Item name={['severities', code]} noStyle>
            <Radio.Group
              options={mayBeOff ? [...severityChoices, off] : severityChoices}
              aria-label={label}
            />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  )
}
