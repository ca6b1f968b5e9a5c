import { createHash } from 'node:crypto'
import { glob, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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

/** Builds the console into dist/console where its sources changed since the last build. Answers its folder. */
export async function buildConsole({ onProgress }: BuildAsk = {}): Promise<string> {
  const folder = join(root, 'dist', 'console')
  const stamp = await stampOfSources()
  if ((await readStamp(folder)) === stamp) return folder
  onProgress?.('正在构建工作台（源文件有变化）……')
  const began = performance.now()
  const fresh = join(root, 'dist', `console-${process.pid}`)
  const { build } = await import('vite')
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  })
  await writeFile(join(fresh, '.stamp'), stamp)
  await keepAssets(folder, fresh)
  await replaceFolder(fresh, folder)
  onProgress?.(`工作台已构建，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`)
  return folder
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true }))
    if (entry.isFile() && !entry.name.includes('.test.')) files.push(join(entry.parentPath, entry.name))
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file))
  return hash.digest('hex')
}

const readStamp = (folder: string): Promise<string> =>
  readFile(join(folder, '.stamp'), 'utf8').catch(() => '')

const week = 7 * 24 * 3_600_000

// Pages that are open, and a server that runs, still ask for the files of the build before.
async function keepAssets(folder: string, fresh: string): Promise<void> {
  const names = await readdir(join(folder, 'assets')).catch(() => [])
  for (const name of names) {
    const old = join(folder, 'assets', name)
    const { mtimeMs } = await stat(old)
    if (mtimeMs > Date.now() - week) await link(old, join(fresh, 'assets', name)).catch(ignoreKnown)
  }
}

function ignoreKnown(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

// Two builds may finish at the same time: the later one stands, and neither leaves half a folder.
async function replaceFolder(fresh: string, folder: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true })
  const old = `${fresh}-old`
  await rename(folder, old).catch(ignoreMissing)
  await rename(fresh, folder)
  await rm(old, { recursive: true, force: true })
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
