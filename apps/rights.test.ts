import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { keepFile } from '#duties/annual-report/corpus/keep.ts'
import { draftItem } from '#duties/publication/draft-item.ts'
import { beginSite, newSiteId } from '#duties/publication/old-site/desk.ts'
import { givenFor } from '#duties/requests/case-ground.ts'
import { uploadRegister } from '#duties/requests/import/store.ts'
import { fileRequest } from '#duties/requests/public-desk.ts'
import type { Role } from '#law/roles.ts'
import { sessionOf, testOrgan, testPerson, testSecret } from '#platform/http/testing.ts'
import { walkRights } from '#platform/http/walk-rights.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { assemble } from './assemble.ts'

const intake = {
  category: 'naturalPerson',
  name: '陈禾',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13800000000',
  email: '',
  address: '',
  title: '2025年农村低保标准',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

test('role × route × organ: nobody finds a way to another organ’s case', async (t) => {
  const { platform } = await testPlatform(t, '2026-03-02T01:00:00Z')
  const http = { requestsPerMinute: 1_000_000, signInsPerMinute: 100_000, lagLimit: 0 }
  const app = await assemble(platform, { secret: testSecret, logger: false, http })
  t.after(() => app.close())
  const county = await testOrgan(platform.db, 'XZF', null, { kind: 'government' })
  const civil = await testOrgan(platform.db, 'MZ', county)
  const town = await testOrgan(platform.db, 'TOWN', county, { kind: 'town', level: 'town' })
  const organs = [county, civil, town]
  const ids = new Map<
    string,
    { caseId: string; itemId: string; fileId: string; importId: string; readId: string; siteId: string }
  >()
  for (const organId of organs) {
    await fileRequest(platform, organId, intake, { askId: randomUUID(), channel: 'online' })
    await givenFor(platform, organId)
    const row = await platform.db
      .selectFrom('request_row')
      .select('case_id')
      .where('organ_id', '=', organId)
      .executeTakeFirstOrThrow()
    const kept = await platform.files.store(platform.db, {
      organId,
      caseId: row.case_id,
      name: '说明.txt',
      bytes: Buffer.from('说明'),
      sealed: true,
      by: 'system',
      at: platform.now().toISOString(),
    })
    assert.equal(kept.kind, 'stored')
    const register = await uploadRegister(platform, {
      organId,
      name: '台账.csv',
      bytes: Buffer.from('申请人,申请内容,收到日期\n周禾,财政决算,2024-03-05'),
      by: randomUUID(),
    })
    const [read] = await Array.fromAsync(
      keepFile(platform, { organId, by: randomUUID() }, '年报.txt', Buffer.from('不是年报')),
    )
    const itemId = randomUUID()
    const content = { title: '养犬管理办法', body: '<p>正文</p>' }
    const drafted = await draftItem(platform, organId, { personId: randomUUID() }, { itemId, content })
    assert.equal(drafted.kind, 'done')
    const sent = { organId, siteId: newSiteId(), by: randomUUID(), list: '', files: '/nowhere', name: '旧站' }
    const oldSite = await beginSite(platform, sent, 'html')
    ids.set(organId, {
      siteId: oldSite.siteId,
      caseId: row.case_id,
      itemId,
      fileId: kept.kind === 'stored' ? kept.file.file_id : '',
      importId: register.kind === 'uploaded' ? register.import.importId : '',
      readId: read?.readId ?? '',
    })
  }
  const sessions = new Map<string, Record<string, string>>()
  const signInAs = async (role: Role, organId: string) => {
    const key = `${role} ${organId}`
    const known = sessions.get(key)
    if (known) return known
    const username = `u${sessions.size}`
    const headers = await sessionOf(
      platform,
      await testPerson(platform.db, { username, organId, roles: [role] }),
    )
    sessions.set(key, headers)
    return headers
  }
  const found = await walkRights(app, {
    organs,
    isAbove: (upper, lower, axis) => axis === 'region' && upper === county && lower !== county,
    signInAs,
    idAt: (parameter, organId) => {
      const own = ids.get(organId)
      if (parameter === 'caseId') return own?.caseId
      if (parameter === 'itemId') return own?.itemId
      if (parameter === 'fileId') return own?.fileId
      if (parameter === 'importId') return own?.importId
      if (parameter === 'readId') return own?.readId
      if (parameter === 'siteId') return own?.siteId
      if (parameter === 'step') return 'note'
      if (parameter === 'year') return '2026'
      if (parameter === 'cellId') return 'requests.new_received.total'
      return undefined
    },
    bodyFor: ({ url }) =>
      url.endsWith('/steps/:step') ? { askId: randomUUID(), seenSeq: 0, ask: { text: '备注' } } : {},
  })
  assert.deepEqual(found.wrong, [])
  assert.ok(found.routes >= 20 && found.requests > 1000, JSON.stringify(found))
  t.diagnostic(`${found.routes} routes, ${found.requests} requests`)
})
