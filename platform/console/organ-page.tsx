import { Form, Input } from 'antd'
import { type Contact, contactLabels, type OrganPage } from '#platform/organs/contract.ts'
import { call } from './api.ts'
import { LongText } from './long-text.tsx'
import type { ScreenProps } from './page.ts'
import { useStanding } from './session.tsx'
import { SettingsForm } from './settings-form.tsx'
import { SettingsPart } from './settings-part.tsx'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}`
const names = Object.keys(contactLabels) as (keyof Contact)[]
const nothing = Object.fromEntries(names.map((name) => [name, ''])) as Contact

/** 机关信息: the office, its functions and where to turn to, as the public pages and the letters say them. */
export function OrganSettingsPage(_: ScreenProps) {
  return (
    <SettingsPart<OrganPage>
      root={useRoot()}
      title="机关信息"
      note="公开指南、机关公开专页和文书按此写明，保存后立即生效。"
    >
      {({ contact, organ }) => <ContactForm contact={contact ?? nothing} code={organ.code} />}
    </SettingsPart>
  )
}

function ContactForm({ contact, code }: { contact: Contact; code: string }) {
  const root = useRoot()
  return (
    <SettingsForm
      name="organ"
      values={contact}
      root={root}
      save={async (entered) => {
        await call('PUT', `${root}/contact`, entered)
        return entered
      }}
      saved={
        <>
          已保存。<a href={`/organs/${code}`}>查看机关公开专页</a>
        </>
      }
    >
      {names.map((name) => (
        <Form.Item key={name} name={name} label={contactLabels[name]}>
          {name === 'functions' ? <LongText /> : <Input autoComplete="off" />}
        </Form.Item>
      ))}
    </SettingsForm>
  )
}
