import { isAPIError } from 'better-auth/api'
import { type HttpProblem, invalid, refused, trouble } from '#platform/http/problem.ts'
import type { Actor } from './actor.ts'
import { auditAtOrgans } from './audit.ts'
import { takeCode } from './code-used.ts'
import { type Entrance, organsOf } from './sign-in.ts'

/** What an authenticator needs, shown once. */
export interface Enrolment {
  /** otpauth:// address, drawn as a QR code by the console. */
  uri: string
  /** The same secret to type in, in base32. */
  secret: string
  backupCodes: string[]
}

const refusals = {
  INVALID_PASSWORD: () => invalid([{ field: 'password', message: '密码不正确。' }]),
  INVALID_CODE: () => trouble('codeWrong'),
  TOTP_ALREADY_ENABLED: () =>
    refused('totpAlreadyEnabled', {
      status: 409,
      title: '动态口令已开启',
      detail: '如需更换手机，请先关闭动态口令，再重新开启。',
    }),
  TOTP_NOT_ENABLED: () =>
    refused('totpNotEnabled', {
      status: 409,
      title: '动态口令尚未开启',
      detail: '请先扫描二维码，再填写验证码。',
    }),
} as const satisfies Record<string, () => HttpProblem>

const isRefusal = (code: unknown): code is keyof typeof refusals =>
  typeof code === 'string' && Object.hasOwn(refusals, code)

async function orRefuse<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (isAPIError(error) && isRefusal(error.body?.code)) throw refusals[error.body.code]()
    throw error
  }
}

async function note(
  door: Entrance,
  { personId }: Actor,
  action: 'totpEnabled' | 'totpDisabled',
): Promise<void> {
  await auditAtOrgans(door.db, await organsOf(door.db, personId), { personId, action })
}

/** Gives a person a secret for an authenticator; it counts once a first code was right. */
export async function enrol(door: Entrance, password: string, headers: Headers): Promise<Enrolment> {
  const answer = await orRefuse(door.auth.api.enableTwoFactor({ body: { password }, headers }))
  if (answer.method !== 'totp') throw new Error(`unexpected second factor: ${answer.method}`)
  const secret = new URL(answer.totpURI).searchParams.get('secret') ?? ''
  return { uri: answer.totpURI, secret, backupCodes: answer.backupCodes }
}

/** Takes the first code: from now on the person signs in with one. Gives the cookies of a new session. */
export async function confirmEnrolment(
  door: Entrance,
  { actor, code, headers }: { actor: Actor; code: string; headers: Headers },
): Promise<string[]> {
  const answer = await orRefuse(
    door.auth.api.verifyTOTP({ body: { code: code.trim() }, headers, returnHeaders: true }),
  )
  await takeCode(door.db, { personId: actor.personId, code: code.trim(), now: door.now() })
  await note(door, actor, 'totpEnabled')
  return answer.headers.getSetCookie()
}

/** Takes the second factor away. Gives the cookies of a new session. */
export async function removeFactor(
  door: Entrance,
  { actor, password, headers }: { actor: Actor; password: string; headers: Headers },
): Promise<string[]> {
  const answer = await orRefuse(
    door.auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
  await note(door, actor, 'totpDisabled')
  return answer.headers.getSetCookie()
}
