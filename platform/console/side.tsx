import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { roles } from '#law/roles.ts'
import type { Me } from '#platform/identity/contract.ts'
import { call } from './api.ts'
import { dropDrafts } from './draft.ts'
import { searchId } from './keys.tsx'
import type { ConsoleSearch } from './page.ts'
import { Link, navigate } from './router.tsx'
import type { HeldOrgan } from './session.tsx'

interface SideProps {
  me: Me
  organ: HeldOrgan
  search: ConsoleSearch
  showKeys(): void
}

/** What stays beside every screen: the organ, always named at the top; the search; the menu; the person. */
export function Side({ me, organ, search, showKeys, children }: SideProps & { children: ReactNode }) {
  return (
    <header className="side">
      <Link to={`/${organ.organId}`} className="seal" label="公开工作台首页">
        公开
      </Link>
      <OrganName me={me} organ={organ} />
      {search.mayUse(organ.roles) ? <Search organ={organ} search={search} /> : null}
      {children}
      <PersonMenu me={me} organ={organ} showKeys={showKeys} />
    </header>
  )
}

function OrganName({ me, organ }: { me: Me; organ: HeldOrgan }) {
  if (me.organs.length < 2) return <strong className="organ">{organ.name}</strong>
  const items = me.organs.map((each) => ({ key: each.organId, label: each.name }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: [organ.organId], onClick: ({ key }) => navigate(`/${key}`) }}
    >
      <button type="button" className="organ" aria-haspopup="menu" aria-label={`${organ.name}，切换单位`}>
        {organ.name}
      </button>
    </Dropdown>
  )
}

function Search({ organ, search }: Pick<SideProps, 'organ' | 'search'>) {
  const [words, setWords] = useState('')
  return (
    <search className="side-search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          navigate(search.to(organ.organId, words.trim()))
        }}
      >
        <Input
          id={searchId}
          aria-label={search.label}
          placeholder={`${search.label}　/`}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
    </search>
  )
}

function PersonMenu({ me, organ, showKeys }: Pick<SideProps, 'me' | 'organ' | 'showKeys'>) {
  const client = useQueryClient()
  const signOut = async () => {
    await call('DELETE', '/api/session')
    dropDrafts()
    client.clear()
    window.location.assign('/console/')
  }
  const held = organ.roles.map((role) => roles[role].label).join('、')
  const items = [
    { key: 'roles', label: `角色：${held}`, disabled: true },
    { key: 'account', label: '我的账号', onClick: () => navigate(`/${organ.organId}/settings/account`) },
    { key: 'keys', label: '键盘操作', onClick: showKeys },
    { key: 'out', label: '退出登录', onClick: signOut },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" className="person" aria-haspopup="menu">
        {me.person.name}
      </Button>
    </Dropdown>
  )
}
