import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '#platform/testing/database.ts'
import { allowMarkedStyles } from './content-policy.ts'
import { testApp, testGround } from './testing.ts'

const { db } = await testDatabase({ after })
const ground = testGround(db)
const app = await testApp({ ...ground, config: { ...ground.config, publicAddress: 'https://gongkai.test' } })
app.get('/console', async (_, reply) => ({ nonce: allowMarkedStyles(reply) }))
after(() => app.close())

test('the console may add style sheets that bear the nonce of the answer; scripts stay files of ours', async () => {
  const [one, other] = [await app.inject('/console'), await app.inject('/console')]
  const { nonce } = one.json()
  assert.notEqual(nonce, other.json().nonce)
  const policy = String(one.headers['content-security-policy'])
  assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}';`))
  assert.ok(policy.includes("script-src 'self';"))
  assert.doesNotMatch(policy, /unsafe/)
})

test('where the public reaches us by https, browsers are told to stay there, and cookies too', async () => {
  const { headers } = await app.inject('/healthz')
  assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains')
  assert.match(String(headers['content-security-policy']), /upgrade-insecure-requests/)
  assert.equal(app.sessionCookie, '__Secure-gongkai.session_token')
})
