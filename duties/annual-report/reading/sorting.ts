/**
 * For a page that stands alone in a folder: every heading of a table of class `sorted` becomes a button that sorts by
 * its column, down first where the column holds numbers; without scripts the tables keep their order.
 */
export const sortingScript = `
const words = new Intl.Collator('zh-CN', { numeric: true })
const valueOf = (row, at) => row.cells[at].textContent.trim()
const isNumber = (text) => /^\\d+$/.test(text)
function sort(table, head) {
  const at = head.cellIndex
  const rows = [...table.tBodies[0].rows]
  const numbers = rows.some((row) => isNumber(valueOf(row, at)))
  const now = head.getAttribute('aria-sort')
  const down = now === 'none' ? numbers : now === 'ascending'
  rows.sort((one, other) => words.compare(valueOf(one, at), valueOf(other, at)) * (down ? -1 : 1))
  for (const each of table.tHead.rows[0].cells) each.setAttribute('aria-sort', 'none')
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
  table.tBodies[0].append(...rows)
}
for (const table of document.querySelectorAll('table.sorted'))
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    head.setAttribute('aria-sort', 'none')
    button.addEventListener('click', () => sort(table, head))
  }
`

/** How the buttons in the headings look, and which way a column is sorted. */
export const sortingStyle = `th button{all:unset;cursor:pointer;display:block;width:100%;min-height:1.75rem;text-decoration:underline dotted}
th button:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
th[aria-sort=ascending] button::after{content:" ▲" / ""}th[aria-sort=descending] button::after{content:" ▼" / ""}
.sorted td,.sorted th{white-space:nowrap}.sorted td.words{white-space:normal;min-width:8rem;overflow-wrap:anywhere}`
