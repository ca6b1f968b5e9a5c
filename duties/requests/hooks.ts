import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { postOutside } from '#platform/http/fetch-outside.ts'
import { isLetIn } from '#platform/http/outside-ranges.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { endWish, wishedAddress } from './wishes.ts'

type Which = { organId: string; caseId: string }

const jobName = 'requests.hook'
const timeoutMs = 10_000

/**
 * Why an address cannot be called when there is news, in a sentence; undefined where it can. https only; http only to
 * an address, by number, of a network that the installation lets in.
 */
export function hookProblem(text: string, allow: readonly string[]): string | undefined {
  const url = URL.canParse(text) && text.length <= 300 ? new URL(text) : undefined
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  const isPlain = url?.username === '' && url.password === ''
  if (!isPlain || !/^https?:$/.test(url.protocol))
    return '接收地址应当是 https:// 开头的完整网址，不带用户名和密码'
  const isNumber = isIP(host) !== 0
  if (isNumber && !isLetIn(host, allow)) return '接收地址在内部网络，本站不能访问，请填写互联网上的地址'
  const isOpened = isNumber && !isLetIn(host, [])
  return url.protocol === 'https:' || isOpened ? undefined : '接收地址应当以 https:// 开头'
}

/** The key by which the receiver knows that a call is ours; each case has its own. */
export const hookKey = (platform: Platform, { organId, caseId }: Which): string =>
  platform.seal.blindIndex(`hook ${organId} ${caseId}`)

/** Leaves a call to be made when the transaction commits, where one was asked for. */
export async function callHook(
  tx: Transaction<Database>,
  platform: Platform,
  { organId, caseId, number }: Which & { number: string },
): Promise<void> {
  const address = await wishedAddress(tx, platform, { organId, caseId }, 'hook')
  if (address) await addJob(tx, jobName, { organId, caseId, number, at: platform.now().toISOString() })
}

/** The signature of a body: `sha256=` and the HMAC in hexadecimal, under the case's key. */
export const hookSignature = (key: string, body: string): string =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`

// What no later try can mend.
const lasting: ReadonlySet<string> = new Set(['notAnAddress', 'withPassword', 'ownNetwork'])

/**
 * The task that makes the calls: the number and that there is news, never what; signed; a receiver that does not take
 * it is called again with growing pauses. One that says it is gone (410) is called no more.
 */
export const hookTasks = (platform: Platform, allow: readonly string[]): Record<string, Task> => ({
  [jobName]: async (tx, payload) => {
    const { number, at, ...which } = payload as Which & { number: string; at: string }
    const address = await wishedAddress(tx, platform, which, 'hook')
    if (!address) return
    const body = JSON.stringify({ number, message: '有新进展', at })
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-gongkai-signature': hookSignature(hookKey(platform, which), body),
    }
    const answer = await postOutside(address, { body, headers }, { allow, timeoutMs })
    if (answer.kind === 'taken') return
    if (answer.status === 410 || lasting.has(answer.code)) return endWish(tx, which, 'hook')
    throw new Error(`a hook was not taken: ${answer.code} ${answer.status ?? ''}`)
  },
})
