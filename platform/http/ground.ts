import type { Platform } from '#platform/platform.ts'

/** What the HTTP door, sign-in, the organs and the calendar need of the platform. */
export type Ground = Pick<Platform, 'db' | 'now' | 'today' | 'config'>
