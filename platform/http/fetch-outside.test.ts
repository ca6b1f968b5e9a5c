import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { fetchOutside } from './fetch-outside.ts'
import { intranetRanges, isLetIn } from './outside-ranges.ts'

const server = createServer((request, response) => {
  if (request.url === '/page') response.setHeader('content-type', 'text/html').end('年度报告')
  else if (request.url === '/packed')
    response.setHeader('content-encoding', 'gzip').end(gzipSync('a'.repeat(5000)))
  else if (request.url === '/large') response.end('a'.repeat(5000))
  else if (request.url === '/there') response.writeHead(302, { location: '/page' }).end()
  else if (request.url === '/inside') response.writeHead(302, { location: 'http://127.0.0.2/page' }).end()
  else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
  else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/hostname' }).end()
  else if (request.url !== '/silent') response.writeHead(404).end('没有')
})
let base = ''
before(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const limits = { allow: ['127.0.0.1/32'], maxBytes: 1000, timeoutMs: 5000 }
const codeOf = async (address: string, some: Partial<typeof limits> = {}) => {
  const outside = await fetchOutside(address, { ...limits, ...some })
  return outside.kind === 'refused' ? outside.code : new TextDecoder().decode(outside.bytes)
}

test('a page is got, through a redirect too', async () => {
  assert.equal(await codeOf(`${base}/page`), '年度报告')
  assert.equal(await codeOf(`${base}/there`), '年度报告')
})

test('nothing of the own network is called unless it is let in, by number, by name or by redirect', async () => {
  for (const address of [
    `${base}/page`,
    base.replace('127.0.0.1', 'localhost'),
    base.replace('127.0.0.1', '[::1]'),
    base.replace('127.0.0.1', '0x7f.1'),
    base.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3/',
  ])
    assert.equal(await codeOf(address, { allow: [] }), 'ownNetwork', address)
  assert.equal(await codeOf(`${base}/inside`), 'ownNetwork')
})

test('only http and https, without a password', async () => {
  assert.equal(await codeOf('file:///etc/hostname'), 'notAnAddress')
  assert.equal(await codeOf('年报'), 'notAnAddress')
  assert.equal(await codeOf(`${base}/file`), 'notAnAddress')
  assert.equal(await codeOf('http://someone:secret@example.com/'), 'withPassword')
})

test('what is too large, too slow, turning round or not there is said to be so', async () => {
  assert.equal(await codeOf(`${base}/large`), 'tooLarge')
  assert.equal(await codeOf(`${base}/packed`), 'tooLarge')
  assert.equal(await codeOf(`${base}/packed`, { maxBytes: 5000 }), 'a'.repeat(5000))
  assert.equal(await codeOf(`${base}/silent`, { timeoutMs: 100 }), 'tooSlow')
  assert.equal(await codeOf(`${base}/round`), 'tooManyRedirects')
  assert.equal(await codeOf(`${base}/nothing`), 'notGiven')
  assert.equal(await codeOf('http://127.0.0.1:1/'), 'unreachable')
})

test('the public network is outside, the networks of a house are not', () => {
  for (const address of ['8.8.8.8', '223.5.5.5', '2400:3200::1']) assert.ok(isLetIn(address, []), address)
  for (const address of [
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
  ])
    assert.ok(!isLetIn(address, []), address)
  assert.ok(isLetIn('192.168.1.1', ['192.168.0.0/16']))
})

test('the intranet is a setting: networks one after the other, and a wrong one is named', () => {
  assert.deepEqual(intranetRanges({ GONGKAI_INTRANET: '10.20.0.0/16，192.168.5.7' }), [
    '10.20.0.0/16',
    '192.168.5.7',
  ])
  assert.deepEqual(intranetRanges({}), [])
  assert.throws(() => intranetRanges({ GONGKAI_INTRANET: '10.20' }), /“10.20”不是网络地址/)
})
