import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { roles } from '#law/roles.ts'
import { call } from '#platform/console/api.ts'
import { useDraft } from '#platform/console/draft.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { SettingsTabs } from '#platform/console/settings-tabs.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { SettingsAnswer, SettingsSaved } from '../contract-settings.ts'
import type { RequestSettings } from '../rules/settings.ts'
import {
  clockWords,
  decisionLabels,
  otherWords,
  reviewWords,
  settingsKeepers,
} from '../rules/settings-words.ts'
import { MovedDays } from './moved-days.tsx'
import { Ground, ReviewItem, SettingItem } from './setting-item.tsx'
import './request-settings.css'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/request-settings`

/** 依申请公开的设置: what the law leaves open, each with its default and ground; which cases moved after a change. */
export function RequestSettingsPage(_: ScreenProps) {
  const root = useRoot()
  const query = useQuery({ queryKey: [root], queryFn: () => call<SettingsAnswer>('GET', root) })
  const keepers = settingsKeepers.map((role) => roles[role].label).join('、')
  return (
    <>
      <PageHead
        title="依申请公开设置"
        note={`条文没有写明的，由本机关设定。${keepers}可以修改，修改记入操作记录；在办件的期限随即重算。`}
      />
      <SettingsTabs />
      <Answered query={query}>{(answer) => <SettingsForm answer={answer} />}</Answered>
    </>
  )
}

const formName = 'request-settings'

function SettingsForm({ answer: { settings, defaults } }: { answer: SettingsAnswer }) {
  const root = useRoot()
  const client = useQueryClient()
  const [form] = Form.useForm<RequestSettings>()
  const [draft, keep, drop] = useDraft<RequestSettings>(root)
  const [saved, tell] = useState<SettingsSaved | null>(null)
  const { submit, busy, problem } = useSending(form, async (values: RequestSettings) => {
    tell(null)
    const answer = await call<SettingsSaved>('PUT', root, counted(values))
    drop()
    tell(answer)
    await client.invalidateQueries({ queryKey: [root] })
  })
  const takeDefaults = () => {
    form.setFieldsValue(defaults)
    keep(defaults)
  }
  return (
    <Form
      form={form}
      name={formName}
      layout="vertical"
      className="request-settings"
      initialValues={draft ?? settings}
      onValuesChange={(_, all) => keep(all)}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <SendingProblem problem={problem} form={formName} />
      {saved === null ? null : <MovedDays moved={saved.moved} />}
      <Fields defaults={defaults} />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          保存设置
        </Button>
        <Button onClick={takeDefaults}>填入默认值</Button>
      </p>
    </Form>
  )
}

/** The numbers as numbers: a field gives what was typed. */
const counted = (values: RequestSettings): RequestSettings => ({
  ...values,
  clock: { ...values.clock, otherOrganWorkingDays: Number(values.clock.otherOrganWorkingDays) },
  severalApplicants: Number(values.severalApplicants),
  frequentFrom: Number(values.frequentFrom),
})

const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(table) as Name[]

function Fields({ defaults }: { defaults: RequestSettings }) {
  return (
    <>
      <section className="sheet" aria-labelledby="settings-clock">
        <h2 id="settings-clock">期限的计算</h2>
        {namesOf(clockWords).map((name) => (
          <SettingItem
            key={name}
            path={['clock', name]}
            words={clockWords[name]}
            first={defaults.clock[name]}
          />
        ))}
      </section>
      <section className="sheet" aria-labelledby="settings-review">
        <h2 id="settings-review">{reviewWords.label}</h2>
        <Ground words={reviewWords} />
        {namesOf(decisionLabels).map((kind) => (
          <ReviewItem
            key={kind}
            path={['review', kind]}
            label={decisionLabels[kind]}
            first={defaults.review[kind]}
          />
        ))}
      </section>
      <section className="sheet" aria-labelledby="settings-other">
        <h2 id="settings-other">其他</h2>
        {namesOf(otherWords).map((name) => (
          <SettingItem key={name} path={[name]} words={otherWords[name]} first={defaults[name]} />
        ))}
      </section>
    </>
  )
}
