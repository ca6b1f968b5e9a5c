import { createHash } from 'node:crypto'
import { glob, link, readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { madeOnce } from '#platform/runtime/made-once.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Everything the console is made from, below the root of the repository. */
const sources = [
  'apps/console/**/*',
  'platform/console/**/*',
  'duties/*/console/**/*',
  'duties/**/contract*.ts',
  'platform/*/contract.ts',
  'duties/*/rules/**/*',
  'duties/*/*-roles.ts',
  'duties/publication/paste/**/*',
  'law/**/*',
  'time/**/*',
  'vite.config.ts',
  'package-lock.json',
]

interface BuildAsk {
  /** Told, in Chinese, what is being done; not called where nothing is to be done. */
  onProgress?: (words: string) => void
}

const builds = join(root, 'dist', 'console')

/**
 * Builds the console where its sources changed since the builds that are kept. Answers its folder, which a later build
 * leaves as it is.
 */
export async function buildConsole({ onProgress }: BuildAsk = {}): Promise<string> {
  const folder = join(builds, await stampOfSources())
  await madeOnce(folder, async (fresh) => {
    onProgress?.('正在构建工作台（源文件有变化）……')
    const began = performance.now()
    const { build } = await import('vite')
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    })
    await keepAssets(fresh)
    onProgress?.(`工作台已构建，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`)
  })
  return folder
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true }))
    if (entry.isFile() && !entry.name.includes('.test.')) files.push(join(entry.parentPath, entry.name))
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

// Pages that are open still ask for the files of the builds before; each build carries on those of a week.
async function keepAssets(fresh: string): Promise<void> {
  const weekAgo = Date.now() - 7 * 24 * 3_600_000
  const others = await entriesOf(builds)
  const last = others.find(({ path }) => /^[0-9a-f]{16}$/.test(basename(path)))
  for (const { path, at } of await entriesOf(join(last?.path ?? fresh, 'assets')))
    if (at > weekAgo)
      await link(path, join(fresh, 'assets', basename(path))).catch(ignore('EEXIST', 'ENOENT'))
  for (const { path, at } of others)
    if (path !== last?.path && at < weekAgo) await rm(path, { recursive: true, force: true })
}

/** What is in a folder, with the time of its last change in milliseconds, the newest first. */
async function entriesOf(folder: string): Promise<{ path: string; at: number }[]> {
  const entries: { path: string; at: number }[] = []
  for (const name of (await readdir(folder).catch(ignore('ENOENT'))) ?? []) {
    const path = join(folder, name)
    const found = await stat(path).catch(ignore('ENOENT'))
    if (found) entries.push({ path, at: found.mtimeMs })
  }
  return entries.sort((a, b) => b.at - a.at)
}

// What another program, which builds at the same time, has put there or renamed.
const ignore =
  (...codes: string[]) =>
  (fault: NodeJS.ErrnoException): void => {
    if (!codes.includes(fault.code ?? '')) throw fault
  }
