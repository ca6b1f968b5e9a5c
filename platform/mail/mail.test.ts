import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { sealWith } from '#platform/files/seal.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { type Mail, mailCarrier, mailTasks, sendMail } from './mail.ts'

const seal = sealWith(Buffer.alloc(32, 7))
const mail: Mail = { to: 'luo@example.test', subject: '受理通知', text: '您的申请已经收到。' }

test('A letter waits sealed, becomes a file of its own, and leaves no address in the log', async (t) => {
  const { db, url, owner } = await testDatabase(t)
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-mail-'))
  t.after(() => rmSync(folder, { recursive: true }))
  await sendMail(db, seal, mail)
  const { rows } = await sql<{
    payload: string
  }>`select payload::text from graphile_worker._private_jobs`.execute(owner.db)
  assert.equal(rows.length, 1)
  assert.doesNotMatch(String(rows[0]?.payload), /luo|受理/)

  const logged = Promise.withResolvers<object>()
  const running = await runJobs(url, mailTasks(seal, mailCarrier(folder), logged.resolve))
  const entry = await logged.promise
  await running.stop()
  const [file = ''] = readdirSync(join(folder, 'mail'))
  assert.deepEqual(entry, { carrier: 'file', reference: file })
  const text = readFileSync(join(folder, 'mail', file), 'utf8')
  assert.match(text, /^To: luo@example\.test$/m)
  assert.match(text, /^From: gongkai@localhost$/m)
  assert.equal(text.includes(Buffer.from(mail.text).toString('base64')), true)
})

test('With GONGKAI_SMTP_URL the letter goes to that server', async (t) => {
  const said: string[] = []
  const server = createServer((socket) => {
    socket.write('220 test\r\n')
    socket.on('data', (data) => {
      const text = data.toString()
      said.push(text)
      if (/^DATA/m.test(text)) socket.write('354 go\r\n')
      else if (/^QUIT/m.test(text)) socket.end('221 bye\r\n')
      else if (said.some((line) => /^DATA/m.test(line)) && !/\r\n\.\r\n$/.test(text)) return
      else socket.write('250 ok\r\n')
    })
  }).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  process.env.GONGKAI_SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.env.GONGKAI_MAIL_FROM = '清溪县信息公开办 <gk@example.test>'
  t.after(() => {
    delete process.env.GONGKAI_SMTP_URL
    delete process.env.GONGKAI_MAIL_FROM
  })
  const { carrier } = await mailCarrier('')(mail)
  assert.equal(carrier, 'smtp')
  assert.match(said.join(''), /RCPT TO:<luo@example\.test>/)
  assert.match(said.join(''), /MAIL FROM:<gk@example\.test>/)
})
