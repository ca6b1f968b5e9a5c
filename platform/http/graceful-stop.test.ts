import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { testDatabase } from '#platform/testing/database.ts'
import { testApp, testGround } from './testing.ts'

const { db } = await testDatabase({ after })

test('a server that stops finishes what it accepted, and takes nothing new', async () => {
  const app = await testApp(testGround(db))
  let begun = () => {}
  const accepted = new Promise<void>((resolve) => {
    begun = resolve
  })
  app.get('/slow', async () => {
    begun()
    await pause(400)
    return { done: true }
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const slow = fetch(`${address}/slow`)
  await accepted
  const begunAt = Date.now()
  const closed = app.close()
  const answer = await slow
  assert.equal(answer.status, 200)
  assert.deepEqual(await answer.json(), { done: true })
  await closed
  assert.ok(Date.now() - begunAt < 5000, 'an idle connection does not keep it waiting')
  await assert.rejects(fetch(`${address}/healthz`))
})
