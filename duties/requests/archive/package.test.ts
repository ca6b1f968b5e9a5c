import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Role } from '#law/roles.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { openPage, tidy, withBrowser } from '#platform/testing/browser.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { factsOf, givenFor } from '../case-ground.ts'
import { takeStep } from '../desk.ts'
import { caseFileUnchecked, keepFile } from '../files.ts'
import { fileRequest } from '../public-desk.ts'
import type { StepName } from '../rules/steps.ts'
import { archivePackage } from './package.ts'

const intake = {
  category: 'naturalPerson',
  name: '陈禾',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13800000000',
  email: '',
  address: '',
  title: '2019年低保听证会录音<b>',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

/** A request that was searched for, not found, answered and archived. */
async function archived(t: Parameters<typeof testPlatform>[0]) {
  const { platform, at } = await testPlatform(t, '2026-03-02T01:00:00Z')
  const organId = await testOrgan(platform.db, 'MZ', null, { name: '清溪县民政局', shortName: '民政局' })
  const roles: Role[] = ['handler', 'officeHead', 'leader']
  const by = await testPerson(platform.db, { username: 'u', organId, roles })
  await fileRequest(platform, organId, intake, { askId: randomUUID(), channel: 'online' })
  const { case_id: caseId } = await platform.db
    .selectFrom('request_row')
    .selectAll()
    .executeTakeFirstOrThrow()
  const step = async (name: StepName, ask: Record<string, unknown> = {}) => {
    const seenSeq = (await factsOf(platform, organId, caseId)).at(-1)?.seq ?? 0
    const context = { ...(await givenFor(platform, organId)), by, roles, newId: randomUUID }
    const sent = { askId: randomUUID(), seenSeq, ask }
    const answer = await takeStep(platform, organId, caseId, name, sent, context)
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
  }
  await step('claim')
  const bytes = Buffer.from('检索截图')
  const kept = await keepFile(platform, { organId, caseId, name: '检索:截图?.txt', bytes, by })
  await step('addFile', { file: kept.kind === 'kept' ? kept.fileId : '', what: '检索截图' })
  await step('logSearch', { where: '局档案室', words: ['低保', '听证'], by: '周禾', found: '没有录音' })
  const search = '检索局档案室2019年全宗，检索词为低保、听证，没有录音'
  await step('draft', { parts: [{ outcome: 'U1a', what: intake.title, states: { search } }] })
  await step('review', { passed: true, opinion: '同意' })
  await step('review', { passed: true, opinion: '同意' })
  at('2026-03-20T01:00:00Z')
  await step('decide')
  await step('serve', { method: 'online', proof: '系统发送成功' })
  await step('archive')
  return { platform, organId, caseId }
}

function unpack(t: { after(work: () => void): void }, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-archive-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

test('第四十五条: archiving keeps one package, sealed, and every link of its index leads to a file', async (t) => {
  const { platform, organId, caseId } = await archived(t)
  const last = (await factsOf(platform, organId, caseId)).at(-1)?.fact
  const fileId = last?.type === 'archived' ? (last.package ?? '') : ''
  const kept = await caseFileUnchecked(platform, organId, caseId, fileId)
  assert.equal(kept?.name, '民政局公申〔2026〕1号档案包.zip')
  const folder = unpack(t, kept?.bytes ?? new Uint8Array())
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href))
  assert.deepEqual(
    links.filter((href) => !existsSync(join(folder, href))),
    [],
  )
  assert.deepEqual(
    links.filter((href) => href.startsWith('文书/')).map((href) => href.replace('民政局公开', '')),
    [
      '文书/01 政府信息公开申请登记表.docx',
      '文书/01 政府信息公开申请登记表.pdf',
      '文书/02 政府信息公开申请接收回执.docx',
      '文书/02 政府信息公开申请接收回执.pdf',
      '文书/03 政府信息公开申请答复书（〔2026〕1号）.docx',
      '文书/03 政府信息公开申请答复书（〔2026〕1号）.pdf',
      '文书/04 送达回证.docx',
      '文书/04 送达回证.pdf',
      '文书/05 政府信息公开审查呈批单.docx',
      '文书/05 政府信息公开审查呈批单.pdf',
    ],
  )
  assert.ok(links.includes('附件/01 检索_截图_.txt'))
  assert.match(html, /陈禾（自然人）/)
  assert.match(html, /2019年低保听证会录音&lt;b/)
  assert.match(html, /计算20个工作日，至2026年3月30日届满/)
  assert.match(html, /<td>低保、听证<\/td>/)
})

test('the package verifies by itself, and tells a changed letter and a changed record', async (t) => {
  const { platform, organId, caseId } = await archived(t)
  const made = await archivePackage(platform, organId, caseId)
  const folder = unpack(t, made?.bytes ?? new Uint8Array())
  const verify = () => spawnSync(process.execPath, [join(folder, '台账/核验.mjs')], { encoding: 'utf8' })
  // Arrived, received, claimed, file, search, draft, two reviews, decision, service, archive.
  const good = verify()
  assert.match(good.stdout, /✔ 核验无误：14 个文件，11 条记录/)
  assert.equal(good.status, 0)
  execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS.txt'], { cwd: folder })
  const ledger = join(folder, '台账/facts.json')
  writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('没有录音', '有录音'))
  const bad = verify()
  assert.match(bad.stdout, /文件有改动：台账\/facts\.json[\s\S]*条记录有改动/)
  assert.equal(bad.status, 1)
  assert.doesNotMatch(readFileSync(ledger, 'utf8'), /Q99000001|陈禾/)
})

test('the index opens from the disk, at a desk and on a phone, and axe finds nothing', async (t) => {
  const { platform, organId, caseId } = await archived(t)
  const made = await archivePackage(platform, organId, caseId)
  const folder = unpack(t, made?.bytes ?? new Uint8Array())
  await withBrowser(async (browser) => {
    for (const width of [1280, 375]) {
      const page = await openPage(browser, { width })
      await page.goto(pathToFileURL(join(folder, 'index.html')).href)
      await tidy(page, `archive-index-${width}`)
    }
  })
})
