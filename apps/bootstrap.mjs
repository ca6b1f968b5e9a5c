// Runs on whatever Node (20 or newer) is on the machine, with nothing installed: installs what is
// missing, then hands over to the Node pinned among the dependencies.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { install, isInstalled } from './install.mjs'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = '', ...rest] = process.argv.slice(2)

const entries = {
  start: () => ['apps/server.ts', ...rest],
  test: () => ['apps/test.ts', ...rest],
  check: () => ['apps/check.ts', ...rest],
  bench: () => [`bench/${rest[0]}.ts`, ...rest.slice(1)],
  cli: () => ['apps/cli.ts', ...rest],
}

try {
  if (Number.parseInt(process.versions.node, 10) < 20)
    stop(`需要 Node 20 或更新的版本，现为 ${process.version}。`)
  const [entry, ...args] =
    entries[command]?.() ?? stop(`用法：npm start｜npm test｜npm run check｜npm run bench:clock`)
  if (!existsSync(join(project, entry))) stop(`没有这个程序：${entry}`)
  if (!isInstalled(project)) {
    if (!isWritable(project)) stop(`项目目录无法写入，不能安装依赖：${project}。请改正该目录的权限。`)
    await install(project)
  }
  handOver(entry, args)
} catch (fault) {
  if (fault?.code !== 'GONGKAI_STOP') throw fault
  console.error(fault.message)
  process.exitCode = 1
}

function handOver(entry, args) {
  const hook = pathToFileURL(join(project, 'platform/runtime/jsx.mjs')).href
  const node = join(project, 'node_modules/node/bin/node')
  const child = spawn(node, ['--import', hook, join(project, entry), ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // The terminal's Ctrl-C reaches the child by itself.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  // A killed npm ends its shell and leaves us behind: then we end too.
  const parent = process.ppid
  const isLeft = () => process.env.npm_lifecycle_event && process.ppid !== parent
  setInterval(() => isLeft() && child.kill('SIGTERM'), 1000).unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function stop(message) {
  throw Object.assign(new Error(message), { code: 'GONGKAI_STOP' })
}
