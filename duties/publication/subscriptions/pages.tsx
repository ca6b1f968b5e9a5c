import type { Organ } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { FieldTrouble } from '#platform/pages/errors.ts'
import { ErrorSummary, Hidden, Radios, Refusal, TextField } from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { feedPath, openDataPath, subscribePath } from '../addresses.ts'
import { headings } from '../rules/catalogue.ts'
import { kindLabels } from '../rules/vocabulary.ts'
import type { Filled } from './choices.ts'
import type { Followed, Subscription } from './store.ts'

const column = otherColumn('订阅更新', '按信息类别、机关和体裁订阅新公开的信息')

interface FormProps {
  frame: Frame
  token: string
  organs: readonly Organ[]
  filled: Filled
  errors: readonly FieldTrouble[]
  refusal?: string
}

/** The form: what to follow, and by which way to be told. Nothing ticked means everything. */
export function SubscribePage({ frame, token, organs, filled, errors, refusal }: FormProps) {
  return (
    <Page frame={frame} title="订阅更新" meta={{ level: 'list', column }} trail={[]}>
      <div class="measure">
        <ErrorSummary errors={errors} />
        <Refusal words={refusal} />
        <h1>订阅更新</h1>
        <p>
          选定您关心的信息，有新公开的会告诉您。也可以不留联系方式，用阅读软件订阅
          <a href={feedPath}>Atom 订阅源</a>
          ，每个列表的下方都有。
        </p>
      </div>
      <Choices token={token} organs={organs} filled={filled} errors={errors} />
    </Page>
  )
}

function Choices({ token, organs, filled, errors }: Omit<FormProps, 'frame' | 'refusal'>) {
  return (
    <form method="post" action={subscribePath} novalidate>
      <Hidden fields={{ _csrf: token }} />
      <Ticks
        name="headings"
        label="信息类别"
        chosen={filled.headings}
        choices={headings.map(({ code, short }) => ({ value: code, label: short }))}
      />
      <Ticks
        name="organs"
        label="机关"
        chosen={filled.organs}
        choices={organs.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Ticks
        name="kinds"
        label="体裁"
        chosen={filled.kinds}
        choices={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
      />
      <WayToTell filled={filled} errors={errors} />
      <div class="actions">
        <button type="submit">订阅</button>
      </div>
    </form>
  )
}

function WayToTell({ filled, errors }: Pick<FormProps, 'filled' | 'errors'>) {
  const shown = { values: { way: filled.way, address: filled.address }, errors }
  return (
    <>
      <Radios
        name="way"
        label="怎样告诉您"
        filled={shown}
        choices={[
          { value: 'mail', label: '电子邮件', hint: '每天早晨一封，没有新信息的日子不发' },
          {
            value: 'webhook',
            label: '程序接口（Webhook）',
            hint: '供单位的信息系统使用，几分钟内推送，附签名',
          },
        ]}
      />
      <TextField
        name="address"
        label="电子邮箱或者接收地址"
        hint="选电子邮件的填邮箱；选程序接口的填 https:// 开头的网址。只用于本订阅，加密保存，退订后即删除。"
        filled={shown}
        autocomplete="email"
        maxLength={300}
      />
    </>
  )
}

interface TicksProps {
  name: string
  label: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
}

// Long lists stay folded; what is ticked is told beside their name.
function Ticks({ name, label, choices, chosen }: TicksProps) {
  const says = chosen.length === 0 ? '全部' : `已选${chosen.length}项`
  return (
    <details class="ticks" open={chosen.length > 0}>
      <summary>
        {label}：{says}
      </summary>
      <fieldset class="field">
        <legend class="hint">一项都不勾选，就是全部{label}。</legend>
        <div class="tick-columns">
          {choices.map(({ value, label: words }) => (
            <div class="choice" key={value}>
              <input
                type="checkbox"
                id={`${name}-${value}`}
                name={name}
                value={value}
                checked={chosen.includes(value)}
              />
              <label for={`${name}-${value}`}>{words}</label>
            </div>
          ))}
        </div>
      </fieldset>
    </details>
  )
}

/** After the form: look into your mailbox, or note the secret of the webhook. */
export function AskedPage(props: { frame: Frame; webhook: { manage: string; secret: string } | null }) {
  const { frame, webhook } = props
  return (
    <Page frame={frame} title="订阅更新" meta={{ level: 'list', column }} trail={[]} personal>
      <div class="measure">
        <h1>{webhook ? '请保存密钥，并完成验证' : '请到邮箱确认'}</h1>
        {webhook ? <Secret {...webhook} /> : <LookIntoMail />}
      </div>
    </Page>
  )
}

function LookIntoMail() {
  return (
    <>
      <p>确认信已经发往您填写的邮箱。请在48小时内打开信中的网址，按“确认订阅”，订阅才会生效。</p>
      <p class="quiet">没有收到的，请看看垃圾邮件夹。为防止骚扰他人，同一邮箱一小时内最多发三封确认信。</p>
    </>
  )
}

function Secret({ manage, secret }: { manage: string; secret: string }) {
  return (
    <>
      <p>
        几分钟内，我们会访问您的接收地址，并附上参数 <code>challenge</code>
        。请把参数的值原样作为响应正文返回，验证通过后开始推送。48小时内没有通过的，订阅自动删除。
      </p>
      <p>
        推送为 POST 请求，正文是 JSON，请求头 <code>x-gongkai-signature</code> 的值是 <code>sha256=</code>
        加上用下面的密钥对正文计算的 HMAC-SHA-256（十六进制）。请核对签名，返回 2xx
        表示收到；没有收到的会再次推送。
      </p>
      <dl class="receipt-keys">
        <div>
          <dt>签名密钥</dt>
          <dd class="code small">{secret}</dd>
        </div>
      </dl>
      <p>
        查看和退订请用这个网址，请妥善保存：
        <br />
        <a href={manage}>{manage}</a>
      </p>
      <p>
        数据格式与<a href={openDataPath}>开放数据</a>一致。
      </p>
    </>
  )
}

interface ManageProps {
  frame: Frame
  token: string
  address: string
  subscription: Subscription
  organs: readonly Organ[]
}

/** One subscription: to be confirmed, looked at, ended; each with one press. */
export function ManagePage({ frame, token, address, subscription, organs }: ManageProps) {
  const { isConfirmed, isEnded, way } = subscription
  const title = isEnded ? '已经退订' : isConfirmed ? '您的订阅' : '确认订阅'
  return (
    <Page frame={frame} title={title} meta={{ level: 'list', column }} trail={[]} personal>
      <div class="measure">
        <h1>{title}</h1>
        {isEnded ? (
          <p>
            不会再收到本订阅的消息，您的联系方式已经删除。需要时可以<a href={subscribePath}>重新订阅</a>。
          </p>
        ) : (
          <>
            <FollowedList followed={subscription} organs={organs} />
            {!isConfirmed && way === 'mail' && (
              <Press to={`${address}/confirm`} token={token} words="确认订阅" />
            )}
            {!isConfirmed && way === 'webhook' && <p class="note">正在等待您的接收地址通过验证。</p>}
            <Press to={`${address}/end`} token={token} words="退订" second={!isConfirmed && way === 'mail'} />
          </>
        )}
      </div>
    </Page>
  )
}

function Press(props: { to: string; token: string; words: string; second?: boolean }) {
  const { to, token, words, second } = props
  return (
    <form method="post" action={to} class="press">
      <Hidden fields={{ _csrf: token }} />
      <button type="submit" class={second ? 'second' : undefined}>
        {words}
      </button>
    </form>
  )
}

function FollowedList({ followed, organs }: { followed: Followed; organs: readonly Organ[] }) {
  const namesOf = (chosen: readonly string[], names: readonly (readonly [string, string])[]): string =>
    chosen.length === 0
      ? '全部'
      : names
          .filter(([key]) => chosen.includes(key))
          .map(([, name]) => name)
          .join('、')
  const rows = [
    [
      '信息类别',
      namesOf(
        followed.headings,
        headings.map(({ code, short }) => [code, short]),
      ),
    ],
    [
      '机关',
      namesOf(
        followed.organs,
        organs.map(({ organId, name }) => [organId, name]),
      ),
    ],
    ['体裁', namesOf(followed.kinds, Object.entries(kindLabels))],
  ]
  return (
    <dl class="answers">
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
