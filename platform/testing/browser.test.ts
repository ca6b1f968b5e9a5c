import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { axe, faultsOf, openPage, scrolledBy, tidy, troubleOf, wider, withBrowser } from './browser.ts'

const page = `<!doctype html><html lang="zh-CN"><head><title>公开</title><meta name="viewport" content="width=device-width">
  <style>h1{font-family:"Songti SC",serif}</style></head>
  <body><main><h1>政府信息公开</h1><noscript><p>没有脚本</p></noscript><img src="x.png"></main></body></html>`

async function serve(t: { after(work: () => void): void }, status = 200): Promise<string> {
  const server = createServer((_, response) => {
    response.statusCode = status
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

const note = (attributes: string) => `<!doctype html><html lang="zh-CN"><head><title>公开</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><style>body { margin: 0 }</style></head>
  <body><main><h1>公开</h1><div ${attributes}><p style="width: 600px">很宽的一段</p></div></main></body></html>`

for (const width of [375, 500, 1280])
  test(`What is wider than a screen of ${width} pixels is told, though the page says that it fits`, async () => {
    await withBrowser(async (browser) => {
      const page = await openPage(browser, { width })
      await page.setContent(note(''))
      const tooWide = Math.max(0, 600 - width)
      assert.equal(await wider(page), tooWide)
      const told = tooWide > 0 ? [`about:blank at ${width}: ${tooWide} pixels wider than the screen`] : []
      assert.deepEqual(await faultsOf(page), told)
      await (tooWide > 0 ? assert.rejects(tidy(page), /pixels wider/) : tidy(page))
      await page.setContent(note('style="overflow-x: auto" tabindex="0"'))
      assert.equal(await scrolledBy(page.locator('div')), tooWide)
      await tidy(page)
    })
  })

test('What the server refuses in the story is no trouble, and everything else is', async (t) => {
  const baseURL = await serve(t, 422)
  await withBrowser(async (browser) => {
    for (const refused of [[], [422]]) {
      const page = await openPage(browser, { baseURL, refused })
      await page.goto('/')
      const answers = troubleOf(page).filter((each) => each.includes('status of 422'))
      assert.equal(answers.length, refused.length === 0 ? 1 : 0)
      assert.match(troubleOf(page).join(), /Content Security Policy/)
    }
  })
})
