import type { Contact } from '#platform/organs/contract.ts'

/** What 第十二条 asks of a guide: the office, its address, hours, telephone, fax and mailbox. */
export function ContactTable({ contact, caption }: { contact: Contact; caption: string }) {
  const rows: [string, string][] = [
    ['公开工作机构', contact.office],
    ['办公地址', contact.address],
    ['邮政编码', contact.postcode],
    ['办公时间', contact.hours],
    ['联系电话', contact.telephone],
    ['传真号码', contact.fax],
    ['电子邮箱', contact.email],
  ]
  return (
    <table class="contact">
      <caption class="unseen">{caption}</caption>
      <tbody>
        {rows
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{label === '电子邮箱' ? <a href={`mailto:${text}`}>{text}</a> : text}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
