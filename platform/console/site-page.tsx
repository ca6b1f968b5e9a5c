import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type SiteFilled, siteFieldNames, siteFields } from '#platform/pages/site-fields.ts'
import { call } from './api.ts'
import type { ScreenProps } from './page.ts'
import { SendingProblem, useSending } from './sending.tsx'
import { useStanding } from './session.tsx'
import { SettingsPart } from './settings-part.tsx'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/site`
const formName = 'site'

/** 网站信息: what the foot of every page of the portal says. */
export function SitePage(_: ScreenProps) {
  return (
    <SettingsPart<SiteFilled>
      root={useRoot()}
      title="网站信息"
      note="门户每一页的页脚和页面标签按此显示，保存后立即生效；没有的可以不填。"
    >
      {(filled) => <SiteForm filled={filled} />}
    </SettingsPart>
  )
}

function SiteForm({ filled }: { filled: SiteFilled }) {
  const root = useRoot()
  const client = useQueryClient()
  const [form] = Form.useForm<SiteFilled>()
  const [saved, setSaved] = useState(false)
  const { submit, busy, problem } = useSending(form, async (values: SiteFilled) => {
    setSaved(false)
    form.setFieldsValue(await call<SiteFilled>('PUT', root, values))
    await client.invalidateQueries({ queryKey: [root] })
    setSaved(true)
  })
  return (
    <Form
      form={form}
      name={formName}
      layout="vertical"
      className="sheet"
      initialValues={filled}
      onFinish={submit}
    >
      <SendingProblem problem={problem} form={formName} />
      {saved ? <Alert type="success" showIcon role="status" title="已保存。" /> : null}
      {siteFieldNames.map((name) => (
        <Form.Item key={name} name={name} label={siteFields[name].label} extra={siteFields[name].hint}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        保存
      </Button>
    </Form>
  )
}
