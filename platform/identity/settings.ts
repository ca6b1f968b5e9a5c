/** What an installation may set of sign-in; every entry has a default. */
export interface IdentitySettings {
  /** A session ends after so many minutes without use. */
  idleMinutes: number
  /** So many wrong passwords in a row lock the account … */
  failuresBeforeLock: number
  /** … for so many minutes. */
  lockMinutes: number
  /** Characters a password has at least. */
  passwordLength: number
}

export const defaultIdentitySettings: IdentitySettings = {
  idleMinutes: 8 * 60,
  failuresBeforeLock: 5,
  lockMinutes: 15,
  passwordLength: 10,
}
