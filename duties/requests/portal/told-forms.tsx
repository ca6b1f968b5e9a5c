import { type Filled, Hidden, TextField } from '#platform/pages/form.tsx'
import type { TrackView } from '../contract-track.ts'

interface ToldProps {
  view: TrackView
  /** Token and step id of the forms on the page. */
  hidden: Readonly<Record<string, string>>
  filled: Filled
}

/** How one is told that there is news: by mail; an institution's own system by a signed call. */
export function Told(props: ToldProps) {
  return (
    <section class="measure">
      <ByMail {...props} />
      {props.view.mayHook && <ByCall {...props} />}
    </section>
  )
}

function ByMail({ view, hidden, filled }: ToldProps) {
  return (
    <>
      <h2>邮件提醒</h2>
      <form method="post" action="/requests/track/notices" novalidate>
        <Hidden fields={hidden} />
        {view.noticed ? (
          <p>已开启：有新进展时，向您留下的邮箱发出提醒。</p>
        ) : (
          <TextField
            name="email"
            label="电子邮箱"
            hint="有新进展时发邮件提醒您来这里查看。邮件只写申请编号，不写办理内容，也不代替送达。"
            type="email"
            autocomplete="email"
            filled={filled}
            maxLength={100}
            size="middle"
          />
        )}
        <div class="actions">
          <button class="second" type="submit" name="notices" value={view.noticed ? 'off' : 'on'}>
            {view.noticed ? '停止提醒' : '开启提醒'}
          </button>
        </div>
      </form>
    </>
  )
}

function ByCall({ view: { hook }, hidden, filled }: ToldProps) {
  return (
    <>
      <h2>通知本单位的信息系统</h2>
      <form method="post" action="/requests/track/hook" novalidate>
        <Hidden fields={hidden} />
        {hook ? (
          <HookKept hook={hook} />
        ) : (
          <TextField
            name="hook"
            label="接收地址"
            hint="以 https:// 开头。有新进展时，本站向这个地址发出带签名的通知，只含申请编号，不含办理内容，也不代替送达。"
            filled={filled}
            maxLength={300}
          />
        )}
        <div class="actions">
          <button class="second" type="submit" name="hooked" value={hook ? 'off' : 'on'}>
            {hook ? '停止通知' : '开启通知'}
          </button>
        </div>
      </form>
    </>
  )
}

/** Where the calls go, and the key by which the receiver knows them. */
export function HookKept({ hook }: { hook: NonNullable<TrackView['hook']> }) {
  return (
    <dl class="answers">
      <div>
        <dt>接收地址</dt>
        <dd class="break">{hook.address}</dd>
      </div>
      <div>
        <dt>验证密钥</dt>
        <dd class="break">{hook.key}</dd>
      </div>
      <div>
        <dt>怎样验证</dt>
        <dd>
          请求头 X-Gongkai-Signature 的值是“sha256=”加上以验证密钥对请求正文计算的
          HMAC-SHA256（十六进制）。接收后请回复 2 开头的状态码；没有接收的，本站会再次通知。
        </dd>
      </div>
    </dl>
  )
}
