import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { takeDecisionStep } from '#duties/publication/decisions/desk.ts'
import { isDecisionStep } from '#duties/publication/rules/decisions/steps.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { openPage, tidy, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const site = await openSite({ after }, '2026-03-02T02:00:00Z')
const { platform, address, at } = site
const organId = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
const username = 'bangongshi'
const personId = await testPerson(platform.db, { username, organId, roles: ['officeHead', 'publisher'] })

async function take(
  decisionId: string,
  step: string,
  on: string,
  ask: Record<string, unknown>,
): Promise<void> {
  at(`${on}T02:00:00Z`)
  assert.ok(isDecisionStep(step))
  const facts = await platform.db.selectFrom('fact').select('seq').where('case_id', '=', decisionId).execute()
  const sent = { askId: randomUUID(), seenSeq: facts.length, ask }
  const clerk = { personId, roles: ['officeHead', 'legalReviewer', 'publisher', 'leader'] as const }
  const answer = await takeDecisionStep(platform, { organId, decisionId, step, sent, clerk })
  assert.equal(answer.kind, 'done', JSON.stringify(answer))
}

test('重大行政决策: listed at the desk, each step open or barred with its reason, and the public follows it to its publication', async () => {
  await withBrowser(async (browser) => {
    const page = await signedIn(browser, site, { username, path: `${organId}/decisions` })
    await page.getByRole('button', { name: '列入目录' }).click()
    await page.getByLabel('决策事项').fill('清溪县城区公交线网调整')
    await page.getByLabel('承办单位').fill('清溪县交通运输局')
    await page.getByLabel('同级党委同意之日').fill('2026-02-27')
    await page.getByRole('button', { name: '列入目录' }).click()
    await page.getByRole('heading', { name: '清溪县城区公交线网调整' }).waitFor()
    await page.getByText('拟订草案以前应当先启动').first().waitFor()
    await tidy(page)
    const decisionId = page.url().split('/').at(-1) ?? ''

    await take(decisionId, 'propose', '2026-03-09', { reason: '市民反映强烈' })
    await take(decisionId, 'draft', '2026-04-08', { about: '新增三条线路' })
    await take(decisionId, 'openSolicitation', '2026-04-15', { until: '2026-05-15', how: '清溪县政府网站' })
    const public1 = await openPage(browser, { width: 375, javaScript: false })
    await public1.goto(`${address}/decisions`)
    await public1.getByText('2026年5月15日截止（还有30日）').first().waitFor()
    await public1.getByRole('link', { name: '清溪县城区公交线网调整' }).first().click()
    await public1.getByText('现在可以提出意见').waitFor()
    await tidy(public1, 'decision-375')
    assert.match(
      await (await fetch(`${address}/feeds/decisions.atom`)).text(),
      /公交线网调整（2026年5月15日截止）/u,
    )

    await take(decisionId, 'closeSolicitation', '2026-05-18', {
      received: 43,
      adopted: 12,
      explanation: '末班车的意见已采纳',
    })
    await take(decisionId, 'hearExperts', '2026-05-20', { who: '省交通规划院', opinion: '可行' })
    await take(decisionId, 'waive', '2026-05-21', { what: 'risk', reason: '不涉及社会稳定' })
    await take(decisionId, 'submitLegality', '2026-05-22', { materials: ['草案'] })
    await take(decisionId, 'passLegality', '2026-06-02', { result: 'lawful', opinion: '合法' })
    await take(decisionId, 'discuss', '2026-06-08', {
      meeting: '常务会议',
      materials: ['草案'],
      headLast: true,
      result: 'adopted',
    })
    await take(decisionId, 'report', '2026-06-09', { answer: '同意' })
    await take(decisionId, 'publish', '2026-06-15', {
      item: '2026-00123',
      channels: ['政府网站'],
      adoption: '见附件',
    })
    const later = await signedIn(browser, site, { username, path: `${organId}/decisions/${decisionId}` })
    await later.getByText('已公布', { exact: true }).waitFor()
    await tidy(later, 'decision-console')
    const public2 = await openPage(browser)
    await public2.goto(`${address}/decisions/xzf/${decisionId}`)
    await public2.getByText('公布意见征集结果').waitFor()
    await public2.getByText('不涉及社会稳定').waitFor()
    await tidy(public2, 'decision-1280')
  })
})
