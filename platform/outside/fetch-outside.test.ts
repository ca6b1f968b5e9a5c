import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { mayAsk, networksOf } from './addresses.ts'
import { fetchOutside } from './fetch-outside.ts'

const none = networksOf([]) ?? assert.fail()
const thisMachine = networksOf(['127.0.0.1/32']) ?? assert.fail()

async function site(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const sentenceOf = async (...given: Parameters<typeof fetchOutside>): Promise<string> => {
  const answer = await fetchOutside(...given)
  return answer.kind === 'refused' ? answer.sentence : `fetched ${answer.bytes.length}`
}

test('the addresses of this machine and of networks within are refused, however they are written', async () => {
  for (const host of [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a00:1]',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '[fd00::1]',
    '[fe80::1]',
    '[64:ff9b::7f00:1]',
  ])
    assert.match(await sentenceOf(`http://${host}/report.docx`, none), /是内部网络的地址，系统不访问/, host)
})

test('an address of the internet may be asked, and one of the networks that the office allows', () => {
  const office = networksOf(['10.20.0.0/16', 'fd12::/16']) ?? assert.fail()
  assert.equal(mayAsk('114.114.114.114', none), true)
  assert.equal(mayAsk('2400:3200::1', none), true)
  assert.deepEqual(
    ['10.20.3.4', '::ffff:10.20.3.4', 'fd12::9', '10.21.0.1'].map((address) => mayAsk(address, office)),
    [true, true, true, false],
  )
  assert.equal(networksOf(['10.20.0.0']), undefined)
  assert.equal(networksOf(['内网/8']), undefined)
})

test('a file is fetched with its name, packed or not', async (t) => {
  const address = await site(t, (request, answer) => {
    if (request.url === '/a/%E5%B9%B4%E6%8A%A5.docx') answer.end('plain')
    else answer.setHeader('content-encoding', 'gzip').end(gzipSync('packed'))
  })
  const plain = await fetchOutside(`${address}/a/年报.docx`, thisMachine)
  assert.ok(plain.kind === 'fetched')
  assert.deepEqual([plain.name, Buffer.from(plain.bytes).toString()], ['年报.docx', 'plain'])
  const packed = await fetchOutside(`${address}/b`, thisMachine)
  assert.equal(packed.kind === 'fetched' && Buffer.from(packed.bytes).toString(), 'packed')
})

test('every move is judged anew: one that leads inside is refused, so is the one after too many', async (t) => {
  const address = await site(t, (request, answer) => {
    const to = { '/in': 'http://127.0.0.2:8080/secret', '/file': 'file:///etc/hosts', '/one': '/end' }[
      request.url ?? ''
    ]
    if (request.url === '/end') answer.end('here')
    else answer.writeHead(302, { location: to ?? request.url ?? '' }).end()
  })
  assert.match(await sentenceOf(`${address}/in`, thisMachine), /“127\.0\.0\.2”是内部网络的地址/)
  assert.match(await sentenceOf(`${address}/file`, thisMachine), /^这不是网址/)
  assert.equal(await sentenceOf(`${address}/one`, thisMachine), 'fetched 4')
  assert.match(await sentenceOf(`${address}/round`, thisMachine), /^网址转了多次仍没有到达文件/)
})

test('limits of size and time hold, for what is packed too', async (t) => {
  const address = await site(t, (request, answer) => {
    if (request.url === '/bomb')
      answer.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(3 * 1024 * 1024)))
    else if (request.url === '/big') answer.end(Buffer.alloc(2 * 1024 * 1024))
    else if (request.url === '/drip') answer.write('a little')
  })
  const limits = { bytes: 1024 * 1024, milliseconds: 300 }
  assert.equal(await sentenceOf(`${address}/big`, thisMachine, limits), '文件超过1兆，请只提供报告本身')
  assert.equal(await sentenceOf(`${address}/bomb`, thisMachine, limits), '文件超过1兆，请只提供报告本身')
  assert.match(await sentenceOf(`${address}/silent`, thisMachine, limits), /没有按时回应/)
  assert.match(await sentenceOf(`${address}/drip`, thisMachine, limits), /读取时中断/)
})

test('what is no address, no site, no file: a sentence for each', async (t) => {
  const address = await site(t, (request, answer) => {
    answer.writeHead(Number(request.url?.slice(1))).end()
  })
  for (const written of ['年报', 'ftp://a.example/b', 'https://me:secret@a.example/', 'javascript:1'])
    assert.match(await sentenceOf(written, none), /^这不是网址/, written)
  assert.match(await sentenceOf('http://a.example:22/', none), /端口/)
  assert.match(await sentenceOf('http://nowhere.invalid/a.docx', none), /找不到网站“nowhere\.invalid”/)
  assert.match(await sentenceOf(`${address}/404`, thisMachine), /没有这个文件（404）/)
  assert.match(await sentenceOf(`${address}/403`, thisMachine), /不允许读取这个文件（403）/)
  assert.match(await sentenceOf(`${address}/502`, thisMachine), /出了故障（502）/)
  assert.match(await sentenceOf(`${address}/200`, thisMachine), /是空的/)
})
