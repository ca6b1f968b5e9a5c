import type { Page } from 'playwright-core'

/** Moves through a page as somebody does who has a keyboard and a screen reader, and nothing else. */

interface Focus {
  name: string
  role: string
  checked: boolean
}

// What a screen reader says of the focused element: its label before its words.
const focusScript = `(() => {
  const element = document.activeElement
  if (!element || element === document.body) return { name: '', role: '', checked: false }
  const byId = (element.getAttribute('aria-labelledby') ?? '').split(/\\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const labels = 'labels' in element && element.labels ? [...element.labels].map((each) => each.textContent).join(' ') : ''
  const own = element.getAttribute('aria-label') ?? ''
  const name = own || byId || labels || element.textContent || element.getAttribute('title') || ''
  const role = element.getAttribute('role') ?? (element.tagName === 'INPUT' ? element.type : element.tagName.toLowerCase())
  return { name: name.replace(/\\s+/g, ' ').trim(), role, checked: element.checked === true }
})()`

/** What has the focus. */
export const focused = (page: Page): Promise<Focus> => page.evaluate<Focus>(focusScript)

const matches = ({ name, role }: Focus, wanted: string, wantedRole?: string): boolean =>
  name.includes(wanted) && (wantedRole === undefined || role === wantedRole)

/** Presses Tab until the element of that name has the focus. Throws with the names met where none has it. */
export async function tabTo(page: Page, wanted: string, role?: string): Promise<void> {
  const met: string[] = []
  for (let presses = 0; presses < 250; presses++) {
    const focus = await focused(page)
    if (matches(focus, wanted, role)) return
    met.push(focus.name.slice(0, 24))
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by Tab: ${wanted}; met: ${[...new Set(met)].join(' | ')}`)
}

/** Goes to the field and types. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label)
  await page.keyboard.type(text)
}

/** Goes to the button or link and presses Enter. */
export async function press(page: Page, name: string, role?: string): Promise<void> {
  await tabTo(page, name, role)
  await page.keyboard.press('Enter')
}

/** Presses Enter and waits for the page that follows. */
export async function pressToPage(page: Page, name: string, role?: string): Promise<void> {
  await tabTo(page, name, role)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

/** Goes through the groups of radio buttons with Tab and the arrows, and chooses the option of that name. */
export async function choose(page: Page, option: string): Promise<void> {
  const met = new Set<string>()
  for (let presses = 0; presses < 120; presses++) {
    const focus = await focused(page)
    if (focus.role === 'radio' && (await chooseInGroup(page, option, met))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no such choice: ${option}; met: ${[...met].join(' | ')}`)
}

async function chooseInGroup(page: Page, option: string, met: Set<string>): Promise<boolean> {
  const first = (await focused(page)).name
  do {
    const focus = await focused(page)
    met.add(focus.name)
    if (focus.name === option || focus.name.includes(option)) {
      if (!focus.checked) await page.keyboard.press('Space')
      return true
    }
    await page.keyboard.press('ArrowDown')
  } while ((await focused(page)).name !== first)
  return false
}
