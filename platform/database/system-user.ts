import { execFileSync, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { writableFolder } from '#platform/runtime/data-folder.ts'

/** The system user that PostgreSQL runs as where we are root, which it refuses to be. */
export type SystemUser = { uid: number; gid: number }

/** Who the database runs as: undefined for ourselves; `nobody` where we are root. */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Whether the user can enter the folder; one inside root's home is closed to others. */
export function canEnter(folder: string, user: SystemUser | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

/** A temporary folder that the user can enter: TMPDIR where it is open to all, else /tmp. */
export function openTemporaryFolder(user: SystemUser | undefined): string {
  return canEnter(tmpdir(), user) ? tmpdir() : '/tmp'
}

/** Where root keeps what the unprivileged user must reach while the project lies in a closed home. */
export function openSystemFolder(): string {
  return writableFolder('/var/lib/gongkai')
}
