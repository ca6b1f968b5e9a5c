import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { intakeFields } from '../rules/intake.ts'

const title = '政府信息公开申请表'

// A box stays on the line of its words.
const boxes = (choices: readonly { label: string }[]): string =>
  choices.map(({ label }) => `□\u2060${label}`).join('　')

const { category, name, idKind, idNumber, representative, agent, telephone, email, address } = intakeFields
const { title: asked, description, formWanted, wayWanted, help } = intakeFields

const rows: readonly (readonly [string, string])[] = [
  ['受理机关', ''],
  [category.label, boxes(category.choices)],
  [name.label, ''],
  [idKind.label, boxes(idKind.choices)],
  [idNumber.label, ''],
  [representative.label, ''],
  [agent.label, '（由他人代为提出的填写，并附授权委托书）'],
  [telephone.label, ''],
  [email.label, ''],
  [address.label, ''],
  [asked.label, ''],
  [description.label, ''],
  [formWanted.label, boxes(formWanted.choices)],
  [wayWanted.label, boxes(wayWanted.choices)],
  [help.label, '（阅读困难、视听障碍等，可以不填）'],
  ['申请人签名（盖章）', ''],
  ['申请日期', '　　　　年　　月　　日'],
]

/** The form on paper, to be printed and handed in or posted: what 第二十九条 asks and nothing more. */
export function PaperFormPage({ frame }: { frame: Frame }) {
  return (
    <Page
      frame={frame}
      section="requests"
      title={title}
      meta={{ level: 'list', column: columnOf('requests') }}
      trail={[{ label: '依申请公开', address: '/requests' }]}
    >
      <h1>{title}</h1>
      <p class="measure">
        打印以后填写，当面提交或者邮寄给受理机关。不需要说明用途。电话、电子邮箱、通信地址至少填写一项。
      </p>
      <table class="paper-form">
        <tbody>
          {rows.map(([label, filled]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{filled}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  )
}
