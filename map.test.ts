import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

/** The map of the README, executed: who may import whom. The first room that fits a file holds for it. */
type Room = {
  name: string
  files: RegExp
  /** Files it may import; `DUTY` stands for the duty that the file belongs to. */
  may: string[]
  mayNot?: string[]
  /** npm packages and node: modules it may import; any without a list. */
  packages?: RegExp
}

const nothing = /^$/
const tests = /\.(test|cases)\.tsx?$|\/fixtures\//
const outward = [
  'duties/[^/]+/(portal|console)/',
  'duties/[^/]+/(routes|cli)\\.',
  'apps/',
  'district/',
  'bench/',
]
const desk = ['platform/console/', 'platform/testing/']

const rooms: Room[] = [
  { name: 'law', files: /^law\//, may: ['law/'], packages: nothing },
  { name: 'time', files: /^time\//, may: ['time/'], packages: nothing },
  {
    name: 'rules of the annual report',
    files: /^duties\/annual-report\/(rules|reading)\//,
    may: [
      'law/',
      'time/',
      'duties/(annual-report|requests|remedies)/rules/',
      'duties/annual-report/reading/',
      'platform/documents/workbook\\.ts',
    ],
  },
  {
    name: 'rules of requests',
    files: /^duties\/requests\/rules\//,
    may: ['law/', 'time/', 'duties/(requests|publication)/rules/'],
    packages: nothing,
  },
  {
    // Entries of a step are read alike in both duties: requests/rules/fields.ts.
    name: 'rules of publication',
    files: /^duties\/publication\/rules\//,
    may: ['law/', 'time/', 'duties/(publication|requests)/rules/'],
    packages: nothing,
  },
  {
    name: 'rules of remedies',
    files: /^duties\/remedies\/rules\//,
    may: ['law/', 'time/', 'duties/(remedies|requests)/rules/'],
    packages: nothing,
  },
  {
    name: 'rules',
    files: /^duties\/[^/]+\/rules\//,
    may: ['law/', 'time/', 'duties/DUTY/rules/'],
    packages: nothing,
  },
  {
    name: 'contract',
    files: /\/contract\.ts$/,
    may: ['law/', 'time/', 'duties/[^/]+/rules/', '.*/contract\\.ts$'],
    packages: /^typebox$/,
  },
  {
    name: 'console of a duty',
    files: /^duties\/[^/]+\/console\//,
    may: ['law/', 'time/', 'duties/[^/]+/rules/', 'duties/DUTY/', '.*/contract\\.ts$', 'platform/'],
    mayNot: ['duties/[^/]+/portal/', 'duties/[^/]+/(routes|cli|store)\\.', 'platform/testing/'],
  },
  {
    name: 'portal, routes and commands of a duty',
    files: /^duties\/[^/]+\/(portal\/|routes|cli)/,
    may: ['law/', 'time/', 'platform/', 'duties/'],
    mayNot: ['duties/[^/]+/console/', 'duties/(?!DUTY/)[^/]+/(portal/|routes|cli)', ...desk],
  },
  {
    name: 'store of a duty',
    files: /^duties\//,
    may: ['law/', 'time/', 'platform/', 'duties/'],
    mayNot: [...outward, ...desk],
  },
  {
    name: 'console of the platform',
    files: /^platform\/console\//,
    may: ['law/', 'time/', 'platform/'],
    mayNot: ['platform/testing/'],
  },
  {
    name: 'tools for tests',
    files: /^platform\/(testing\/|.*\/testing\.tsx?$)/,
    may: ['law/', 'time/', 'platform/'],
  },
  { name: 'platform', files: /^platform\//, may: ['law/', 'time/', 'platform/'], mayNot: desk },
  { name: 'district and benches', files: /^(district|bench)\//, may: ['.*'], mayNot: ['apps/'] },
  { name: 'apps', files: /^apps\/|^[^/]+$/, may: ['.*'] },
]

type Import = { of: string; typeOnly: boolean }
type Source = { path: string; text: string; imports: Import[] }

const sources: Source[] = globSync('**/*.{ts,tsx}', {
  exclude: (path) => /^(node_modules|data|dist)(\/|$)/.test(path),
})
  .sort()
  .map((path) => parse(path, readFileSync(path, 'utf8')))

function parse(path: string, text: string): Source {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found = code.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  )
  const imports = [...found].map(([, type, from, dynamic]) => ({
    of: resolve(path, from ?? dynamic ?? ''),
    typeOnly: type !== undefined,
  }))
  return { path, text: code, imports }
}

// '#time/day.ts' and './day.ts' are paths inside the project; a package keeps its name.
function resolve(path: string, from: string): string {
  if (from.startsWith('#')) return `/${from.slice(1)}`
  return from.startsWith('.') ? `/${normalize(join(dirname(path), from))}` : from
}

function strayImports({ path, imports }: Source): string[] {
  const room = rooms.find(({ files }) => files.test(path))
  if (!room) return [`${path}: in no room`]
  const duty = /^duties\/([^/]+)\//.exec(path)?.[1] ?? ''
  const fits = (patterns: string[], target: string): boolean =>
    patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('DUTY', duty)}`).test(target))
  return imports
    .filter(({ of }) => {
      if (!of.startsWith('/')) return room.packages !== undefined && !room.packages.test(of)
      return !fits(room.may, of.slice(1)) || fits(room.mayNot ?? [], of.slice(1))
    })
    .map(({ of }) => `${path} (${room.name}) imports ${of}`)
}

const runs = sources.filter(({ path }) => !tests.test(path))

test('The map sees what it forbids', () => {
  const stray = (path: string, text: string): number => strayImports(parse(path, text)).length
  assert.equal(stray('law/terms.ts', "import { readFileSync } from 'node:fs'"), 1)
  assert.equal(stray('law/terms.ts', "import { day } from '#time/day.ts'"), 1)
  assert.equal(
    stray(
      'duties/requests/rules/due.ts',
      "import type { Report } from '#duties/annual-report/rules/report.ts'",
    ),
    1,
  )
  assert.equal(
    stray(
      'duties/annual-report/rules/compile.ts',
      "import {\n  due,\n} from '#duties/requests/rules/due.ts'",
    ),
    0,
  )
  assert.equal(stray('duties/requests/rules/due.ts', "const kysely = await import('kysely')"), 1)
  assert.equal(stray('duties/requests/store.ts', "import './portal/page.tsx'"), 1)
  assert.equal(stray('duties/requests/portal/page.tsx', "import { list } from '../store.ts'"), 0)
  assert.equal(
    stray('duties/requests/portal/page.tsx', "import { list } from '#duties/publication/store.ts'"),
    0,
  )
  assert.equal(
    stray('duties/requests/portal/page.tsx', "import { Page } from '#duties/publication/portal/page.tsx'"),
    1,
  )
  assert.equal(stray('duties/requests/console/queue.tsx', "import { list } from '../store.ts'"), 1)
  assert.equal(stray('duties/requests/contract.ts', "import { Kysely } from 'kysely'"), 1)
  assert.equal(stray('platform/jobs/run.ts', "import { due } from '#duties/requests/rules/due.ts'"), 1)
  assert.equal(stray('platform/jobs/run.ts', "import { testDatabase } from '../testing/database.ts'"), 1)
  assert.equal(stray('elsewhere/file.ts', ''), 1)
})

test('Nobody imports against the map', () => {
  assert.deepEqual(runs.flatMap(strayImports), [])
})

test('Nothing but a test, a bench or an app imports an app', () => {
  const strays = sources.filter(({ path }) => !/^(apps|bench)\/|^[^/]+$/.test(path) && !tests.test(path))
  const found = strays.filter(({ imports }) => imports.some(({ of }) => of.startsWith('/apps/')))
  assert.deepEqual(
    found.map(({ path }) => path),
    [],
  )
})

test('What the console reaches runs in a browser', () => {
  const byPath = new Map(sources.map((source) => [`/${source.path}`, source]))
  const reached = new Map<string, string>()
  const visit = (path: string, from: string): void => {
    if (reached.has(path)) return
    reached.set(path, from)
    for (const { of, typeOnly } of byPath.get(path)?.imports ?? []) if (!typeOnly) visit(of, path)
  }
  for (const { path } of runs)
    if (/\/console\//.test(path) && !/^apps\/console\/(build|.*\.config)/.test(path)) visit(`/${path}`, '')
  const server =
    /^(node:|pg$|kysely|fastify|@fastify|graphile-worker|nodemailer|better-auth$|preact|esbuild|vite)/
  const found = [...reached].filter(([path]) => server.test(path))
  assert.deepEqual(
    found.map(([path, from]) => `${from} imports ${path}`),
    [],
  )
})

test('Rules read no clock, no chance and no surroundings', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.|\bTemporal\.Now\b|\bMath\.random\b|\bcrypto\.|\bprocess\.|\bfetch\(|\bset(Timeout|Interval)\(/
  const rules = runs.filter(({ path }) => /^(law|time)\/|^duties\/[^/]+\/rules\//.test(path))
  assert.deepEqual(
    rules.filter(({ text }) => impure.test(text)).map(({ path }) => path),
    [],
  )
})

test('There are no barrels, no default exports, no any', () => {
  const refused: [string, RegExp][] = [
    ['re-exports', /^export\s+(type\s+)?(\*|\{[^}]*\}\s+from)/m],
    ['default export', /^export default/m],
    ['any', /[:<]\s*any\s*[;,)>=\]|&[]|\bas any\b/],
  ]
  const found = sources
    .filter(({ path }) => path !== 'vite.config.ts')
    .flatMap(({ path, text }) =>
      refused.filter(([, what]) => what.test(text)).map(([name]) => `${path}: ${name}`),
    )
  const named = sources
    .filter(({ path }) => /(^|\/)index\.tsx?$/.test(path))
    .map(({ path }) => `${path}: index`)
  assert.deepEqual([...found, ...named], [])
})

test('A file over 400 lines says on its first line why', () => {
  const long = sources
    .map(({ path }) => ({ path, lines: readFileSync(path, 'utf8').split('\n') }))
    .filter(({ lines }) => lines.length > 401 && !lines[0]?.startsWith('// Over 400 lines because '))
  assert.deepEqual(
    long.map(({ path, lines }) => `${path}: ${lines.length - 1}`),
    [],
  )
})
