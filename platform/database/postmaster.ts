import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What `postmaster.pid` says of a running server: who it is, where it listens, how far it is. */
export type Postmaster = { pid: number; socketFolder: string; port: number; ready: boolean }

/**
 * The server that runs on this cluster, started by us or left over from a program that was killed;
 * undefined where none runs. What a server that is gone left behind is removed: PostgreSQL itself would
 * refuse to start while some other process, or a dead one that nobody buried, has its number.
 */
export function postmasterOf(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  const lines = readLines(file)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const command = commandOf(pid)
  if (command === undefined || !command.includes('postgres') || !command.includes(cluster)) {
    if (readLines(file)[0] === lines[0]) clearAway(file, lines)
    return undefined
  }
  return {
    pid,
    socketFolder: lines[4] ?? '',
    port: Number(lines[3]),
    ready: lines[7]?.trim() === 'ready',
  }
}

function clearAway(pidFile: string, [, , , port, socketFolder]: string[]): void {
  rmSync(pidFile, { force: true })
  if (!socketFolder || !port) return
  const socket = join(socketFolder, `.s.PGSQL.${port}`)
  for (const leftover of [`${socket}.lock`, socket]) rmSync(leftover, { force: true })
  removeIfEmpty(socketFolder)
}

/** Removes the folder of a socket no longer in use; one that holds something stays. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {}
}

/** Whether a process with that number runs (a dead one waiting for its parent does not). */
export function isRunning(pid: number): boolean {
  return commandOf(pid) !== undefined
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function commandOf(pid: number): string | undefined {
  try {
    const command = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.trim() || undefined
  } catch {
    return undefined
  }
}
