import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { createTransport } from 'nodemailer'
import type { Database } from '#platform/database/schema.ts'
import type { Seal } from '#platform/files/seal.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import type { Task } from '#platform/jobs/run.ts'
import { writableFolder } from '#platform/runtime/data-folder.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  headers?: Readonly<Record<string, string>>
}

/** Takes a letter to its addressee; gives what may stand in the log: no address, no text. */
export type Carrier = (mail: Mail) => Promise<{ carrier: 'smtp' | 'file'; reference: string }>

const jobName = 'mail.send'

/** Leaves a letter to be sent when the transaction commits; sealed while it waits. */
export async function sendMail(
  db: Kysely<Database> | Transaction<Database>,
  seal: Seal,
  mail: Mail,
): Promise<void> {
  await addJob(db, jobName, { sealed: seal.sealJson(mail, jobName).toString('base64') })
}

/** The task that sends letters; `log` is told of each, without address or text. */
export function mailTasks(
  seal: Seal,
  carry: Carrier,
  log: (entry: { carrier: string; reference: string }) => void,
): Record<string, Task> {
  return {
    [jobName]: async (_, payload) => {
      const { sealed } = payload as { sealed: string }
      log(await carry(seal.unsealJson(Buffer.from(sealed, 'base64'), jobName) as Mail))
    },
  }
}

/** The carrier of this installation: GONGKAI_SMTP_URL (sender GONGKAI_MAIL_FROM), else files in `mail`. */
export function mailCarrier(dataFolder: string): Carrier {
  const from = process.env.GONGKAI_MAIL_FROM || 'gongkai@localhost'
  const smtp = process.env.GONGKAI_SMTP_URL
  return smtp ? bySmtp(smtp, from) : toFiles(dataFolder, from)
}

function bySmtp(url: string, from: string): Carrier {
  const transport = createTransport(url, { from })
  return async (mail) => {
    const { messageId } = await transport.sendMail(mail)
    return { carrier: 'smtp', reference: messageId }
  }
}

function toFiles(dataFolder: string, from: string): Carrier {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from })
  return async (mail) => {
    const { message } = await transport.sendMail(mail)
    const reference = `${randomUUID()}.eml`
    await writeFile(join(writableFolder(dataFolder, 'mail'), reference), message.toString(), { mode: 0o600 })
    return { carrier: 'file', reference }
  }
}
