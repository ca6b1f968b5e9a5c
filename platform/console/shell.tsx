import { Modal } from 'antd'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Me } from '#platform/identity/contract.ts'
import { whenSignedOut } from './api.ts'
import { KeyList, useKeys } from './keys.tsx'
import { fillPath, matchPath, type PathParams } from './match.ts'
import { Mishap } from './mishap.tsx'
import { overlay } from './overlay.ts'
import type { ConsolePage, ConsoleSearch, MenuEntry } from './page.ts'
import { PasswordForm } from './password-form.tsx'
import { asProblem, ProblemAlert } from './problem-alert.tsx'
import { Link, navigate, useLocation } from './router.tsx'
import { type HeldOrgan, StandingContext, useMeQuery } from './session.tsx'
import { Side } from './side.tsx'
import { SignIn } from './sign-in.tsx'
import { Loading } from './states.tsx'

interface ShellProps {
  pages: readonly ConsolePage[]
  search: ConsoleSearch
}

/** The console: who is signed in, at which organ, and the screen that the address names. */
export function Shell(props: ShellProps) {
  const me = useMeQuery()
  if (me.data !== undefined) return <SignedIn key={me.data.person.personId} me={me.data} {...props} />
  if (!me.isError) return <Opening />
  return (
    <main className="door">
      {asProblem(me.error).status === 401 ? (
        <SignIn />
      ) : (
        <ProblemAlert error={me.error} retry={() => void me.refetch()} />
      )}
    </main>
  )
}

const Opening = () => (
  <main className="door">
    <h1>公开工作台</h1>
    <p role="status">正在打开……</p>
  </main>
)

const lastOrganKey = 'gongkai-organ'

/** The organ that the address names, else the one used last, else the first. */
function standingOrgan(me: Me, path: string): HeldOrgan | undefined {
  const named = path.split('/')[1]
  const last = localStorage.getItem(lastOrganKey)
  const byId = (id: string | null | undefined) => me.organs.find((organ) => organ.organId === id)
  return byId(named) ?? (named === undefined || named === '' ? (byId(last) ?? me.organs[0]) : undefined)
}

function SignedIn({ me, pages, search }: ShellProps & { me: Me }) {
  const { path } = useLocation()
  const organ = standingOrgan(me, path)
  const standing = useMemo(() => (organ === undefined ? null : { me, organ }), [me, organ])
  if (me.person.mustChangePassword) return <FirstPassword />
  if (me.organs.length === 0) return <Stray words="您在任何单位都没有角色，请联系本单位管理员。" />
  if (standing === null) return <Stray words="没有这个页面，或者您在该单位没有角色。" home />
  return (
    <StandingContext value={standing}>
      <Desk me={me} organ={standing.organ} pages={pages} search={search} />
      <SessionOver key={me.csrf} />
    </StandingContext>
  )
}

/** A person who was handed a password replaces it before anything else. */
function FirstPassword() {
  return (
    <main className="door">
      <div className="sign-in">
        <h1>请先修改密码</h1>
        <p>您使用的是临时密码，换成自己的密码后才能继续。</p>
        <PasswordForm />
      </div>
    </main>
  )
}

function Stray({ words, home = false }: { words: string; home?: boolean }) {
  return (
    <main className="door">
      <h1>{words}</h1>
      {home ? <Link to="/">回到今日</Link> : null}
    </main>
  )
}

function Desk({ me, organ, pages, search }: ShellProps & { me: Me; organ: HeldOrgan }) {
  const { path } = useLocation()
  const mine = useMemo(() => pages.filter((page) => page.mayOpen(organ.roles)), [pages, organ])
  const entries = useMemo(() => mine.flatMap((page) => (page.menu === undefined ? [] : [page.menu])), [mine])
  const open = useCallback(
    (entry: MenuEntry) => navigate(fillPath(entry.to, { organId: organ.organId })),
    [organ.organId],
  )
  const keys = useKeys({ entries, open })
  const found = findPage(mine, path)
  const first = entries[0]
  useEffect(() => localStorage.setItem(lastOrganKey, organ.organId), [organ.organId])
  useEffect(() => {
    if (path.split('/').filter(Boolean).length < 2 && first !== undefined)
      navigate(fillPath(first.to, { organId: organ.organId }), 'replace')
  }, [path, first, organ.organId])
  return (
    <div className="desk">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <Side me={me} organ={organ} search={search} showKeys={() => keys.showList(true)}>
        <Menu entries={entries} organ={organ} current={found?.page.menu?.letter ?? found?.page.under} />
      </Side>
      <main id="content" tabIndex={-1}>
        <Screen found={found} organ={organ} />
      </main>
      <KeyList entries={entries} {...keys} />
    </div>
  )
}

interface Found {
  page: ConsolePage
  params: PathParams
}

function findPage(pages: readonly ConsolePage[], path: string): Found | undefined {
  for (const page of pages) {
    const params = matchPath(page.path, path)
    if (params !== null) return { page, params }
  }
  return undefined
}

function Screen({ found, organ }: { found: Found | undefined; organ: HeldOrgan }) {
  if (found === undefined) return <Missing />
  const { screen: Drawn } = found.page
  return (
    <Mishap key={`${organ.organId} ${found.page.path} ${JSON.stringify(found.params)}`}>
      <Suspense fallback={<Loading />}>
        <Drawn params={found.params} />
      </Suspense>
    </Mishap>
  )
}

function Missing() {
  return (
    <>
      <h1>没有这个页面</h1>
      <p>
        地址有误，或者您的角色不能查看。<Link to="/">回到首页</Link>
      </p>
    </>
  )
}

interface MenuShown {
  entries: readonly MenuEntry[]
  organ: HeldOrgan
  current: string | undefined
}

function Menu({ entries, organ, current }: MenuShown) {
  const menu = useRef<HTMLElement>(null)
  // On a phone the menu is a row that scrolls: the entry of the open screen is brought into it.
  useEffect(() => {
    const entry = current && menu.current?.querySelector('[aria-current]')
    if (entry) entry.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <nav className="menu" aria-label="主菜单" ref={menu}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.letter}>
            <Link to={fillPath(entry.to, { organId: organ.organId })} current={entry.letter === current}>
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** When the session runs out the person signs in over the open screen, and nothing typed is lost. */
function SessionOver() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    whenSignedOut(() => setOver(true))
    return () => whenSignedOut(() => {})
  }, [])
  return (
    <Modal title="登录已过期，请重新登录" open={over} footer={null} closable={false} {...overlay}>
      <p>已经填写的内容还在，登录后可以继续。</p>
      <SignIn again />
    </Modal>
  )
}
