import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueueSort } from './contract.ts'
import { ground } from './desk.cases.ts'

async function office(t: Parameters<typeof ground>[0]) {
  const made = await ground(t, '2026-03-20T01:00:00Z')
  const { register, done } = made
  const second = await register('2026-03-03', { title: '乙', category: 'company' })
  const first = await register('2026-03-02', { title: '甲' })
  const third = await register('2026-03-04', { title: '丙', category: 'research' })
  await done(third.caseId, 'claim')
  for (let n = 4; n <= 11; n++) await register('2026-03-05', { title: `第${n}件` })
  const { as } = await made.api()
  const officer = await as('handler')
  const url = `/api/organs/${made.organId}/requests`
  const titles = async (query: string): Promise<string[]> => {
    const answer = await officer.ask('GET', `${url}?${query}`)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().rows.map((row: { title: string }) => row.title)
  }
  /** The whole list in pages of three, as somebody sees it who goes on to the end. */
  const walked = async (query: string): Promise<string[]> => {
    const found: string[] = []
    let after: string | null = ''
    do {
      const key: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const page = (await officer.ask('GET', `${url}?${query}&limit=3${key}`)).json()
      found.push(...page.rows.map((row: { title: string }) => row.title))
      after = page.next
    } while (after !== null)
    return found
  }
  return { ...made, officer, url, titles, walked, ids: { first, second, third } }
}

test('a list comes in any order, upwards and downwards, and its pages are the list', async (t) => {
  const { titles, walked } = await office(t)
  const many = ['第4件', '第5件', '第6件', '第7件', '第8件', '第9件', '第10件', '第11件']
  // The second to arrive was registered first, so it has number 1; number 9 comes before number 10.
  assert.deepEqual(await titles('view=all&sort=number'), ['乙', '甲', '丙', ...many])
  assert.deepEqual((await titles('view=all&sort=received')).slice(0, 3), ['甲', '乙', '丙'])
  assert.deepEqual((await titles('view=open&sort=due&down=true')).slice(-3), ['丙', '乙', '甲'])
  // Table three: natural persons, companies, research.
  assert.deepEqual((await titles('view=all&sort=category')).slice(-2), ['乙', '丙'])
  assert.equal((await titles('view=all&sort=assignee'))[0], '丙')
  assert.equal((await titles('view=all&sort=status&down=true'))[0], '丙')
  const orders: QueueSort[] = ['due', 'received', 'replied', 'number', 'status', 'assignee', 'channel']
  for (const sort of [...orders, 'category', 'outcome'] satisfies QueueSort[])
    for (const down of [true, false]) {
      const query = `view=all&sort=${sort}&down=${down}`
      assert.deepEqual(await walked(query), await titles(query), query)
    }
})

test('a list is filtered by state, officer, channel, applicant and days, and the same goes out as a file', async (t) => {
  const { titles, officer, organId, actor } = await office(t)
  assert.deepEqual(await titles('status=handling'), ['丙'])
  assert.deepEqual(await titles(`assignee=${actor.personId}`), ['丙'])
  assert.equal((await titles('assignee=none')).length, 10)
  assert.deepEqual(await titles('category=company&channel=counter&kind=request'), ['乙'])
  assert.deepEqual(await titles('channel=email'), [])
  assert.deepEqual(await titles('from=2026-03-03&until=2026-03-04&sort=received'), ['乙', '丙'])
  // Received on Monday 03-02: the twentieth working day is Monday 03-30.
  assert.deepEqual(await titles('dayOf=due&until=2026-03-30'), ['甲'])
  const people = (await officer.ask('GET', `/api/organs/${organId}/request-assignees`)).json()
  assert.deepEqual(people.assignees, [{ personId: actor.personId, name: actor.name }])
  const file = await officer.ask(
    'GET',
    `/api/organs/${organId}/request-export?format=csv&from=2026-03-03&until=2026-03-04&sort=received&down=true`,
  )
  assert.deepEqual(
    file.body
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[1]),
    ['丙', '乙'],
  )
})

test('days that end before they begin are told, in the list and in the file; a key that is none begins anew', async (t) => {
  const { officer, url, organId, titles } = await office(t)
  const range = 'from=2026-03-04&until=2026-03-03'
  for (const asked of [`${url}?${range}`, `/api/organs/${organId}/request-export?format=csv&${range}`]) {
    const answer = await officer.ask('GET', asked)
    assert.equal(answer.statusCode, 422)
    assert.deepEqual(answer.json().errors, [
      { field: 'until', message: '结束之日早于开始之日，请改正后再筛选' },
    ])
  }
  assert.equal((await officer.ask('GET', `${url}?from=2026-02-30`)).statusCode, 422)
  for (const after of ['nonsense', `nonsense~${organId}`])
    assert.equal((await titles(`view=all&after=${after}`)).length, 11)
})
