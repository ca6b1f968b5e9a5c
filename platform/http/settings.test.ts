import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testPlatform } from '#platform/testing/platform.ts'
import { trustProxyFrom } from './settings.ts'
import { testApp } from './testing.ts'

test('nobody’s word on an address counts unless the installation says whose', () => {
  assert.equal(trustProxyFrom(undefined), false)
  assert.equal(trustProxyFrom('no'), false)
  assert.equal(trustProxyFrom('yes'), true)
  assert.deepEqual(trustProxyFrom('10.1.0.5, 10.2.0.0/16,fd00::/8'), ['10.1.0.5', '10.2.0.0/16', 'fd00::/8'])
  for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0.1,'])
    assert.throws(() => trustProxyFrom(wrong), /GONGKAI_TRUST_PROXY/, wrong)
})

test('the visitor’s address is the proxy’s word only behind a trusted proxy', async (t) => {
  const { platform } = await testPlatform(t, '2026-03-02T01:00:00Z')
  const askedBy = async (trustProxy: ReturnType<typeof trustProxyFrom>) => {
    const app = await testApp(platform, { http: { trustProxy } })
    t.after(() => app.close())
    app.get('/who', (request) => ({ ip: request.ip }))
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    return (await app.inject({ method: 'GET', url: '/who', headers, remoteAddress: '10.1.0.5' })).json().ip
  }
  assert.equal(await askedBy(trustProxyFrom('')), '10.1.0.5')
  assert.equal(await askedBy(trustProxyFrom('10.1.0.0/24')), '198.51.100.7')
  assert.equal(await askedBy(trustProxyFrom('10.2.0.0/24')), '10.1.0.5')
})
