import { setTimeout as pause } from 'node:timers/promises'

/** A person at the portal for the kill test: fills in the form, and tries again where the server is gone. */

/** What the receipt page printed. */
export type Receipt = { number: string; queryCode: string }

const answers: [string, Record<string, string>][] = [
  ['applicant', { category: 'naturalPerson' }],
  ['identity', { name: '骆小满', idKind: 'passport', idNumber: 'E99000001' }],
  ['content', { title: '2025年城市低保标准的文件', description: '' }],
  ['receive', { formWanted: 'electronic', wayWanted: 'online' }],
  ['contact', { telephone: '099-8800123', email: 'luo@example.test', address: '云泽省清溪县栀子巷9号' }],
]

/** Files one request from the first question to the receipt, however often the server is killed meanwhile. */
export async function fileOne(server: string, organCode: string): Promise<Receipt> {
  const browser = new Browser(server)
  const form = `/requests/new/${organCode}`
  let page = await browser.get(form)
  for (const [question, typed] of answers) {
    page = await browser.post(form, { ...hiddenIn(page), question, ...typed, go: 'next' })
  }
  const receipt = await browser.post(form, { ...hiddenIn(page), go: 'file' })
  const number = /申请编号<\/dt><dd>([^<]+)</.exec(receipt)?.[1]
  const queryCode = /class="code">([^<]+)</.exec(receipt)?.[1]
  if (!number || !queryCode) throw new Error(`no receipt: ${receipt.slice(0, 2000)}`)
  return { number, queryCode }
}

function hiddenIn(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

/** The server asks to come back later: what was sent was not taken. */
class Busy extends Error {}

class Browser {
  readonly server: string
  readonly cookies = new Map<string, string>()

  constructor(server: string) {
    this.server = server
  }

  get(path: string): Promise<string> {
    return this.ask(path, {})
  }

  post(path: string, fields: Record<string, string>): Promise<string> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  // Who gets no answer, or is told that the server is busy, presses the button again: the same form, with the same id.
  private async ask(path: string, init: RequestInit): Promise<string> {
    for (;;) {
      try {
        return await this.once(path, init)
      } catch (fault) {
        if (!(fault instanceof TypeError || fault instanceof Busy)) throw fault
        await pause(fault instanceof Busy ? 500 : 50)
      }
    }
  }

  private async once(path: string, init: RequestInit): Promise<string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${this.server}${path}`, { ...init, headers: { cookie }, redirect: 'manual' })
    const text = await answer.text()
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next) return this.once(next, {})
    if (answer.status === 503) throw new Busy(path)
    if (answer.status !== 200) throw new Error(`${answer.status} at ${path}: ${text.slice(0, 2000)}`)
    return text
  }
}
