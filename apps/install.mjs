// Installs the dependencies as the lock file says. Runs on Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether node_modules holds every package of the lock file in its version; npm notes what it put there. */
export function isInstalled(project) {
  const wanted = readPackages(join(project, 'package-lock.json'))
  const present = readPackages(join(project, 'node_modules/.package-lock.json'))
  return (
    existsSync(join(project, 'node_modules/node/bin/node')) &&
    Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    )
  )
}

/** Runs `npm ci`, one program at a time; a second one waits and uses what the first installed. */
export async function install(project) {
  const lock = join(tmpdir(), `gongkai-install-${process.getuid?.()}-${hash(project)}`)
  while (!take(lock)) {
    console.log('另一个程序正在安装依赖，请稍候……')
    await pause(3000)
  }
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 5000)
  try {
    if (!isInstalled(project)) await npmCi(project)
  } finally {
    clearInterval(beat)
    rmdirSync(lock)
  }
}

// The holder touches the lock every five seconds; one that no longer does is gone.
function take(lock) {
  try {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 30_000) rmdirSync(lock)
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

async function npmCi(project) {
  const count = Object.keys(readPackages(join(project, 'package-lock.json'))).length
  console.log(`正在安装依赖（${count} 个软件包），首次安装约需一至数分钟……`)
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  const tick = setInterval(() => console.log(`  仍在安装，已 ${seconds()} 秒`), 10_000)
  const [program, ...before] = npmCommand()
  const wanted = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund']
  const npm = spawn(program, [...before, ...wanted], { cwd: project, stdio: 'inherit' })
  const code = await new Promise((resolve) => npm.on('error', () => resolve('npm')).on('exit', resolve))
  clearInterval(tick)
  if (code === 0 && isInstalled(project)) return console.log(`依赖已装好，用时 ${seconds()} 秒。`)
  const message = `依赖未能装好（npm ci：${code}）。请检查网络、npm 镜像设置和磁盘空间，然后重试。`
  throw Object.assign(new Error(message), { code: 'GONGKAI_STOP' })
}

function npmCommand() {
  const npm = process.env.npm_execpath
  return npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
