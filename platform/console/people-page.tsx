import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Person } from '#platform/identity/contract.ts'
import { CoverForm } from './cover-form.tsx'
import { GrantForm } from './grant-form.tsx'
import { overlay } from './overlay.ts'
import type { ScreenProps } from './page.ts'
import { PageHead } from './page-head.tsx'
import { type HandedOut, usePeople } from './people-api.ts'
import { PersonForm } from './person-form.tsx'
import { PersonRow } from './person-row.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import { Answered } from './states.tsx'
import { WideTable } from './wide-table.tsx'
import './settings.css'

type Asked = 'person' | 'role' | 'cover' | null

const titles = { person: '新建人员', role: '授予角色', cover: '设置代理' } as const

/** 人员和角色: who works here, what they may do, and who stands in for whom. */
export function PeoplePage(_: ScreenProps) {
  const query = usePeople()
  const [asked, ask] = useState<Asked>(null)
  const [handedOut, handOut] = useState<HandedOut | null>(null)
  const close = () => ask(null)
  return (
    <>
      <PageHead title="设置" actions={<Actions ask={ask} />} />
      <SettingsTabs />
      {handedOut === null ? null : <PasswordOnce handedOut={handedOut} close={() => handOut(null)} />}
      <Answered query={query}>
        {(people) => (
          <>
            <PeopleTable people={people} handOut={handOut} />
            <Modal
              title={asked === null ? '' : titles[asked]}
              open={asked !== null}
              onCancel={close}
              footer={null}
              destroyOnHidden
              {...overlay}
            >
              {asked === 'person' ? <PersonForm close={close} handOut={handOut} /> : null}
              {asked === 'role' ? <GrantForm close={close} people={people} /> : null}
              {asked === 'cover' ? <CoverForm close={close} people={people} /> : null}
            </Modal>
          </>
        )}
      </Answered>
    </>
  )
}

function Actions({ ask }: { ask(asked: Asked): void }) {
  return (
    <>
      <Button type="primary" onClick={() => ask('person')}>
        {titles.person}
      </Button>
      <Button onClick={() => ask('role')}>{titles.role}</Button>
      <Button onClick={() => ask('cover')}>{titles.cover}</Button>
    </>
  )
}

function PeopleTable({
  people,
  handOut,
}: {
  people: readonly Person[]
  handOut(handedOut: HandedOut): void
}) {
  return (
    <WideTable label="人员和角色">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">用户名</th>
            <th scope="col">角色</th>
            <th scope="col">账号</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.personId} person={person} people={people} handOut={handOut} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function PasswordOnce({ handedOut, close }: { handedOut: HandedOut; close(): void }) {
  return (
    <div className="sheet" role="status">
      <h2>临时密码，只显示这一次</h2>
      <p>
        <code className="password">{handedOut.temporaryPassword}</code>
      </p>
      <p>请当面或者通过电话告诉本人。本人第一次登录后须换成自己的密码。</p>
      <Button onClick={close}>已经告诉本人</Button>
    </div>
  )
}
