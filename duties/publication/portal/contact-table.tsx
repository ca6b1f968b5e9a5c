import { type Contact, contactLabels } from '#platform/organs/contract.ts'

const shown = ['office', 'address', 'postcode', 'hours', 'telephone', 'fax', 'email'] as const

/** What 第十二条 asks of a guide: the office, its address, hours, telephone, fax and mailbox. */
export function ContactTable({ contact, caption }: { contact: Contact; caption: string }) {
  return (
    <table class="contact">
      <caption class="unseen">{caption}</caption>
      <tbody>
        {shown
          .filter((name) => contact[name] !== '')
          .map((name) => (
            <tr key={name}>
              <th scope="row">{contactLabels[name]}</th>
              <td>
                {name === 'email' ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : contact[name]}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
