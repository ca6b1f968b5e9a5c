import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { axe, openPage, troubleOf, withBrowser } from './browser.ts'

const page = `<!doctype html><html lang="zh-CN"><head><title>公开</title><meta name="viewport" content="width=device-width">
  <style>h1{font-family:"Songti SC",serif}</style></head>
  <body><main><h1>政府信息公开</h1><noscript><p>没有脚本</p></noscript><img src="x.png"></main></body></html>`

async function serve(t: { after(work: () => void): void }): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    response.end(page)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

for (const javaScript of [true, false]) {
  test(`A page is checked by axe under a strict policy, with scripts ${javaScript ? 'on' : 'off'}`, async (t) => {
    const baseURL = await serve(t)
    await withBrowser(async (browser) => {
      const page = await openPage(browser, { baseURL, width: 375, javaScript })
      await page.goto('/')
      assert.equal(await page.locator('noscript p').isVisible(), !javaScript)
      assert.deepEqual(
        (await axe(page)).map(({ rule }) => rule),
        ['image-alt'],
      )
      assert.match(troubleOf(page).join(), /x\.png.*Content Security Policy/)
    })
  })
}

test('Chinese is drawn with a font of its own, on a machine without one', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser)
    await page.setContent('<span id="a">公</span><span id="b">开</span><span id="c">\u{10ffff}</span>')
    const drawn = await Promise.all(['#a', '#b', '#c'].map((id) => page.locator(id).screenshot()))
    const different = new Set(drawn.map((picture) => picture.toString('base64')))
    assert.equal(different.size, 3)
  })
})
