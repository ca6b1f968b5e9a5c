import { spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { writableFolder } from '#platform/runtime/data-folder.ts'
import { Obstacle } from '#platform/runtime/obstacle.ts'
import { postgresFolder } from './binaries.ts'
import { canEnter, openSystemFolder, type SystemUser, unprivilegedUser } from './system-user.ts'

/** A cluster on disk: its real folder, the programs that serve it, and the user it belongs to. */
export type Cluster = { folder: string; programs: string; user: SystemUser | undefined }

const majorVersion = '17'

/** The cluster `postgres` in the data folder, made if it is not there yet; `durable: false` for tests. */
export function clusterIn(dataFolder: string, durable: boolean): Cluster {
  const link = join(writableFolder(dataFolder), 'postgres')
  const user = unprivilegedUser()
  const programs = postgresFolder(user)
  if (!existsSync(link)) make(link, { programs, user, durable })
  const folder = realpathSync(link)
  const owner = statSync(folder)
  if (user === undefined && owner.uid !== process.getuid?.()) {
    throw new Obstacle('dataOfAnotherUser', folder)
  }
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion) {
    throw new Obstacle('dataOfOtherVersion', `${folder}（${version}，现用 ${majorVersion}）`)
  }
  return { folder, programs, user: user && { uid: owner.uid, gid: owner.gid } }
}

type Making = Pick<Cluster, 'programs' | 'user'> & { durable: boolean }

// Written beside its place and renamed, so that an interrupted start leaves no half cluster.
function make(link: string, { programs, user, durable }: Making): void {
  rmSync(link, { force: true })
  const parent = canEnter(dirname(link), user) ? dirname(link) : openSystemFolder()
  sweep(parent)
  const half = mkdtempSync(join(parent, 'postgres-new-'))
  if (user) chownSync(half, user.uid, user.gid)
  initialise(half, { programs, user, durable })
  const place = parent === dirname(link) ? link : half.replace('-new-', '-')
  try {
    renameSync(half, place)
    if (place !== link) symlinkSync(place, link)
  } catch (fault) {
    rmSync(place === link ? half : place, { recursive: true, force: true })
    if (!existsSync(link)) throw fault
  }
}

// What an interrupted start left; one that is being made now is younger.
function sweep(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith('postgres-new-'))) {
    const half = join(parent, name)
    if (Date.now() - statSync(half).mtimeMs > 600_000) rmSync(half, { recursive: true, force: true })
  }
}

function initialise(folder: string, { programs, user, durable }: Making): void {
  const locale = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const access = ['--username=gongkai', '--auth-local=trust', '--auth-host=reject']
  const quality = durable ? ['--data-checksums'] : ['--data-checksums', '--no-sync']
  const { status, stderr } = spawnSync(
    join(programs, 'bin/initdb'),
    ['-D', folder, ...locale, ...access, ...quality, '--no-instructions'],
    { ...user, cwd: '/', encoding: 'utf8', env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' } },
  )
  if (status === 0) return
  rmSync(folder, { recursive: true, force: true })
  if (stderr.includes('could not look up effective user')) {
    throw new Obstacle('userWithoutName', String(process.getuid?.()))
  }
  throw new Obstacle('databaseDidNotStart', stderr.trim().split('\n').at(-1) ?? 'initdb')
}

/** A folder for the server's socket that only its user can enter; socket paths may not be long. */
export function socketFolder({ folder, user }: Cluster): string {
  const inside = join(folder, 'socket')
  if (Buffer.byteLength(inside) > 80) return ownedBy(user, mkdtempSync('/tmp/gongkai-'))
  mkdirSync(inside, { recursive: true, mode: 0o700 })
  return ownedBy(user, inside)
}

function ownedBy(user: SystemUser | undefined, folder: string): string {
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}
