import assert from 'node:assert/strict'
import type { App } from '#platform/http/app.ts'

/** Somebody at a browser without script: keeps cookies, fills in the form of the last page, follows redirects. */
export function visitor(app: App) {
  const cookies = new Map<string, string>()
  let last = ''

  const keep = (headers: string | string[] | undefined): void => {
    for (const header of [headers ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      if (value === '' || /max-age=0/i.test(header)) cookies.delete(name)
      else cookies.set(name, value)
    }
  }

  const ask = async (method: 'GET' | 'POST', url: string, payload?: string) => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    keep(answer.headers['set-cookie'])
    last = answer.payload
    const { location } = answer.headers
    return {
      status: answer.statusCode,
      html: last,
      location: String(location ?? ''),
      headers: answer.headers,
    }
  }

  /** Sends the first form of the last page whose address begins so, with these entries. */
  const send = async (url: string, entries: Record<string, string>) => {
    const form = last.split('<form').find((each) => each.includes(`action="${url}`))
    assert.ok(form, `no form to ${url}`)
    const action = plain(/action="([^"]*)"/.exec(form)?.[1] ?? url)
    return ask('POST', action, new URLSearchParams({ ...hiddenIn(form), ...entries }).toString())
  }

  return { open: (url: string) => ask('GET', url), send, cookies, hidden: () => hiddenIn(last) }
}

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function hiddenIn(form: string): Record<string, string> {
  const found = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, plain(value)]))
}
