import type { ScreenProps } from './page.ts'
import { PageHead } from './page-head.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import './settings.css'

/** 我的账号: one's own password and second factor. */
export function AccountPage(_: ScreenProps) {
  return (
    <>
      <PageHead title="设置" />
      <SettingsTabs />
      <div className="narrow">
        <section className="sheet" aria-labelledby="password-head">
          <h2 id="password-head">修改密码</h2>
          <PasswordForm />
        </section>
        <section className="sheet" aria-labelledby="factor-head">
          <h2 id="factor-head">动态验证码</h2>
          <SecondFactor />
        </section>
      </div>
    </>
  )
}
