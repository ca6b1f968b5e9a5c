import { randomUUIDv7 } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { AuthTables } from './auth-tables.ts'
import { usernamePattern } from './contract.ts'
import type { IdentitySettings } from './settings.ts'

export interface AuthOptions {
  secret: string
  publicAddress: string
  siteName: string
  settings: IdentitySettings
  now(): Date
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
const userFields = {
  ...times,
  emailVerified: 'email_verified',
}
const sessionFields = {
  ...times,
  userId: 'person_id',
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
}
const accountFields = {
  ...times,
  userId: 'person_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
}
const twoFactorTable = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'person_two_factor',
    fields: {
      userId: 'person_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
}

/**
 * Passwords, sessions and second factors, by better-auth on our tables. Only our own routes call it:
 * its addresses are not served, so lock-out and password rules cannot be gone around.
 */
export function openAuth(
  db: Kysely<Database>,
  { secret, publicAddress, siteName, settings, now }: AuthOptions,
) {
  const seconds = settings.idleMinutes * 60
  const expiresAt = () => new Date(now().getTime() + seconds * 1000)
  return betterAuth({
    appName: siteName,
    baseURL: publicAddress,
    secrets: [{ version: 1, value: secret }],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: { db: db.withPlugin(new AuthTables()), type: 'postgres' },
    advanced: { cookiePrefix: 'gongkai', database: { generateId: () => randomUUIDv7() } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: settings.passwordLength,
      maxPasswordLength: 128,
    },
    user: { modelName: 'person', fields: userFields },
    session: { modelName: 'person_session', fields: sessionFields, expiresIn: seconds, updateAge: seconds },
    account: { modelName: 'person_account', fields: accountFields },
    verification: { modelName: 'person_verification', fields: { ...times, expiresAt: 'expires_at' } },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, expiresAt: expiresAt() } }) },
      },
    },
    plugins: [
      username({
        usernameValidator: (name) => new RegExp(usernamePattern).test(name),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
      twoFactor({ issuer: siteName, schema: twoFactorTable }),
    ],
  })
}

export type Auth = ReturnType<typeof openAuth>

/** The name of the cookie that carries a session; better-auth marks it where the public reaches us by https. */
export const sessionCookie = (publicAddress: string): string =>
  publicAddress.startsWith('https:') ? '__Secure-gongkai.session_token' : 'gongkai.session_token'
