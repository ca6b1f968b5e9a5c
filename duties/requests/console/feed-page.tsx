import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '#platform/console/api.ts'
import { minuteInChinese } from '#platform/console/day-text.tsx'
import { overlay } from '#platform/console/overlay.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { SettingsTabs } from '#platform/console/settings-tabs.tsx'
import { Answered } from '#platform/console/states.tsx'
import './feed.css'

const root = '/api/calendar-feed'

/** 日历订阅: a secret address that puts one's due days into the calendar of a phone or a desk. */
export function FeedPage(_: ScreenProps) {
  const query = useQuery({
    queryKey: [root],
    queryFn: () => call<{ madeAt: string | null }>('GET', root),
  })
  return (
    <>
      <PageHead
        title="日历订阅"
        note="把您承办的申请的期限放进手机或者电脑的日历。日历里只有编号和日期，没有申请内容和申请人。"
      />
      <SettingsTabs />
      <div className="narrow-form">
        <section className="sheet" aria-labelledby="feed-own">
          <h2 id="feed-own">我的订阅地址</h2>
          <Answered query={query}>{({ madeAt }) => <Own madeAt={madeAt} />}</Answered>
        </section>
        <HowTo />
      </div>
    </>
  )
}

function useFeed() {
  const client = useQueryClient()
  const [gone, setGone] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: [root] })
  const make = useMutation({
    mutationFn: () => call<{ url: string }>('POST', root),
    onMutate: () => setGone(false),
    onSuccess: refresh,
  })
  const revoke = useMutation({
    mutationFn: () => call('DELETE', root),
    onSuccess: () => {
      make.reset()
      setGone(true)
      return refresh()
    },
  })
  return { make, revoke, gone, error: make.error ?? revoke.error }
}

function Own({ madeAt }: { madeAt: string | null }) {
  const { modal } = App.useApp()
  const { make, revoke, gone, error } = useFeed()
  const confirmed = async (title: string, doIt: () => void) => {
    const content = '正在使用的日历将不再更新。'
    if (await modal.confirm({ title, content, okText: '确认', cancelText: '再看看', ...overlay })) doIt()
  }
  const makeAnew = () => confirmed('重新生成？原地址随即失效', () => make.mutate())
  return (
    <>
      {error === null ? null : <ProblemAlert error={error} />}
      <p>{madeAt === null ? '还没有订阅地址。' : `订阅地址生成于${minuteInChinese(madeAt)}。`}</p>
      {make.data === undefined ? null : <Address url={make.data.url} />}
      {gone ? <p role="status">已停用，原地址不再有效。</p> : null}
      <p className="form-actions">
        <Button
          type="primary"
          loading={make.isPending}
          onClick={() => (madeAt === null ? make.mutate() : void makeAnew())}
        >
          {madeAt === null ? '生成订阅地址' : '重新生成'}
        </Button>
        {madeAt === null ? null : (
          <Button
            loading={revoke.isPending}
            onClick={() => void confirmed('停用订阅地址？', () => revoke.mutate())}
          >
            停用
          </Button>
        )}
      </p>
    </>
  )
}

/** The address, shown this once. */
function Address({ url }: { url: string }) {
  const field = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => field.current?.querySelector('input')?.focus(), [])
  const copy = async () => {
    field.current?.querySelector('input')?.select()
    await navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="feed-address" ref={field}>
      <label htmlFor="feed-url">订阅地址（只显示这一次，请现在复制；得到它的人可以看到编号和期限）</label>
      <div>
        <Input id="feed-url" readOnly value={url} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>复制</Button>
      </div>
      <p role="status" className="note">
        {copied ? '已复制。' : ''}
      </p>
    </div>
  )
}

const ways = [
  ['苹果手机', '在日历的“添加账户”中选择“其他”，再选“添加已订阅的日历”，粘贴地址。'],
  ['安卓手机', '在电脑上用日历账号添加订阅，手机随后同步；或者使用支持 ICS 订阅的日历应用。'],
  ['Outlook', '在日历中选择“添加日历”，再选“从 Internet”（从网络订阅），粘贴地址。'],
  ['其他日历程序', '选择“订阅网络日历”或者“新建网络日历”，粘贴地址。'],
] as const

function HowTo() {
  return (
    <section className="sheet" aria-labelledby="feed-how">
      <h2 id="feed-how">怎样订阅</h2>
      <dl className="ways">
        {ways.map(([where, how]) => (
          <div key={where}>
            <dt>{where}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        请选择“订阅”，不要选择“导入”：导入的日历不会更新。日历程序每隔一段时间读取一次，期限以本系统显示的为准。
        设备须能连通本系统所在的网络。手机遗失或者地址外泄的，请在此停用。
      </p>
    </section>
  )
}
