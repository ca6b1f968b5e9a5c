import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { fileRequest } from '#duties/requests/public-desk.ts'
import type { Role } from '#law/roles.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { mergedReport, reportsBelow } from './below.ts'
import { takeReportStep } from './desk.ts'
import type { ReportStepName } from './rules/steps.ts'
import { cellCases, reportView } from './view.ts'

const intake = {
  category: 'company',
  name: '清溪县青石建材有限公司',
  idKind: 'other',
  idNumber: 'X1',
  telephone: '13800000000',
  email: '',
  address: '',
  title: '2025年农村低保标准',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

async function january(t: Parameters<typeof testPlatform>[0]) {
  const made = await testPlatform(t, '2025-12-30T01:00:00Z')
  const { platform } = made
  const county = await testOrgan(platform.db, 'XZF', null, { kind: 'government' })
  const town = await testOrgan(platform.db, 'TOWN', county, { kind: 'town', level: 'town' })
  await fileRequest(platform, town, intake, { askId: randomUUID(), channel: 'online' })
  made.at('2026-01-10T01:00:00Z')
  const view = async (organId: string, roles: readonly Role[] = ['officeHead']) =>
    (await reportView(platform, organId, 2025, { cutOff: platform.now().toISOString(), roles })) ??
    assert.fail()
  const step = async (
    organId: string,
    name: ReportStepName,
    ask: Record<string, unknown> = {},
    roles: readonly Role[] = ['informationOfficer', 'officeHead', 'publisher'],
  ) => {
    const { seq } = await view(organId)
    return takeReportStep(
      platform,
      organId,
      2025,
      name,
      { askId: randomUUID(), seenSeq: seq, ask },
      { personId: 'p', roles },
    )
  }
  const done = async (...given: Parameters<typeof step>) => {
    const answer = await step(...given)
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
  }
  const complete = async (organId: string) => {
    for (const cell of Object.keys((await view(organId)).cells).filter((id) => id.startsWith('proactive.')))
      await done(organId, 'enterFigure', { cell, value: '0', source: '本机关登记' })
    await done(organId, 'writeText', {
      section: 'overview',
      text: '2025年，本机关依法做好主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障等工作。',
    })
    await done(organId, 'writeText', {
      section: 'problems',
      text: '主要问题是解读形式单一。将丰富解读形式。',
    })
    await done(organId, 'writeText', { section: 'other', text: '2025年度没有收取信息处理费。' })
  }
  return { ...made, county, town, view, step, done, complete }
}

test('第五十条: a figure that cases hold cannot be typed', async (t) => {
  const { town, step } = await january(t)
  const answer = await step(town, 'enterFigure', {
    cell: 'requests.granted.company',
    value: '5',
    source: '估计',
  })
  assert.equal(answer.kind === 'refused' && answer.code, 'cellHeldByCases')
})

test('a figure with its unit, a decimal in a count, a negative count: named at the cell, nothing kept', async (t) => {
  const { town, step, view } = await january(t)
  for (const value of ['3件', '2.5', '-1', '若干']) {
    const answer = await step(town, 'enterFigure', {
      cell: 'proactive.licensing.decided',
      value,
      source: '登记',
    })
    assert.equal(answer.kind === 'refused' && answer.code, 'figureWrong', value)
  }
  assert.equal((await view(town)).seq, 0)
})

test('January: completed, submitted, returned at a cell, submitted again, accepted, published, merged', async (t) => {
  const { town, county, platform, step, done, complete, view } = await january(t)
  const early = await step(town, 'submit')
  assert.equal(early.kind === 'refused' && early.code, 'findingsStand')
  await complete(town)
  const before = await view(town)
  assert.equal(before.cells['requests.new_received.company']?.cell.value, 1)
  assert.equal(before.cells['requests.carried_forward.total']?.cell.value, 1)
  for (const finding of before.findings)
    await done(town, 'explain', { fingerprint: finding.fingerprint, words: '首年使用本系统，已核对' })
  await done(town, 'submit')
  assert.equal((await reportsBelow(platform, county, 2025)).waitingFor, 1)
  const wrongRole = await step(town, 'accept', {}, ['officeHead'])
  assert.equal(wrongRole.kind === 'refused' && wrongRole.code, 'roleWrong')
  const cell = 'proactive.penalty.decided'
  await done(town, 'return', { reason: '请核对行政处罚', cells: [{ cell, reason: '与双公示不符' }] }, [
    'supervisor',
  ])
  assert.deepEqual((await view(town)).returned?.cells, [{ cell, reason: '与双公示不符' }])
  await done(town, 'enterFigure', { cell, value: '2', source: '双公示清单' })
  await done(town, 'submit')
  await done(town, 'accept', {}, ['supervisor'])
  await done(town, 'publish')
  assert.equal((await view(town)).status, 'published')

  const merged = (await mergedReport(platform, county, 2025)) ?? assert.fail()
  assert.equal(merged.cells[cell]?.value, 2)
  assert.deepEqual(
    merged.from[cell]?.map((each) => each.organId),
    [town],
  )
  const opened = await cellCases(
    platform,
    town,
    2025,
    'requests.new_received.company',
    platform.now().toISOString(),
  )
  assert.equal(opened?.cases.length, 1)
})

test('第四十九条: the report of a year that is not over is a preview and cannot be submitted', async (t) => {
  const { town, platform } = await january(t)
  const sent = { askId: randomUUID(), seenSeq: 0, ask: {} }
  const answer = await takeReportStep(platform, town, 2026, 'submit', sent, {
    personId: 'p',
    roles: ['officeHead'],
  })
  assert.equal(answer.kind === 'refused' && answer.code, 'yearNotOver')
})

test('the same cut-off gives the same report tomorrow, with its hash', async (t) => {
  const { town, platform, at } = await january(t)
  const cutOff = '2026-01-10T00:00:00.000Z'
  const hash = async () => (await reportView(platform, town, 2025, { cutOff, roles: ['officeHead'] }))?.hash
  const first = await hash()
  at('2026-01-11T01:00:00Z')
  await fileRequest(platform, town, intake, { askId: randomUUID(), channel: 'online' })
  assert.equal(await hash(), first)
})
