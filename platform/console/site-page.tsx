import { Form, Input } from 'antd'
import { type SiteFilled, siteFieldNames, siteFields } from '#platform/pages/site-fields.ts'
import { call } from './api.ts'
import type { ScreenProps } from './page.ts'
import { useStanding } from './session.tsx'
import { SettingsForm } from './settings-form.tsx'
import { SettingsPart } from './settings-part.tsx'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/site`

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
  return (
    <SettingsForm
      name="site"
      values={filled}
      root={root}
      save={(entered) => call<SiteFilled>('PUT', root, entered)}
      saved="已保存。"
    >
      {siteFieldNames.map((name) => (
        <Form.Item key={name} name={name} label={siteFields[name].label} extra={siteFields[name].hint}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      ))}
    </SettingsForm>
  )
}
