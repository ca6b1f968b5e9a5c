import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '#platform/http/app.ts'
import { HttpProblem, problem, trouble } from '#platform/http/problem.ts'
import { sendPublicPage } from '#platform/pages/frame.ts'
import { sendKept } from '#platform/pages/kept.ts'
import { siteOf } from '#platform/pages/site.ts'
import type { Platform } from '#platform/platform.ts'
import { catalogPath, openDataPath } from '../addresses.ts'
import { portalOrgan } from '../store.ts'
import { catalogOf } from './catalog.ts'
import { mayBeGiven, openFiles, readOpenFile } from './files.ts'
import { itemFields } from './items.ts'
import { decisionFields, documentFields } from './lists.ts'
import { allScope, type FileFormat, fileFormats, fileName } from './nightly.ts'
import { organFields, reportFields } from './organs.ts'
import { OpenDataPage } from './page.tsx'
import { makeFilesSoon } from './tasks.ts'
import { filesPath } from './words.ts'

const example = readFileSync(join(import.meta.dirname, 'example.mjs'), 'utf8')

/** The page of open data, its catalogue, its files and the example. */
export function openDataPages(app: App, platform: Platform): void {
  const nameOfSite = async () => {
    const organ = await portalOrgan(platform.db, platform.today())
    if (!organ) throw trouble('notFound')
    return organ.name
  }
  app.get(openDataPath, (request, reply) =>
    sendPublicPage(platform, request, reply, async () => {
      const name = await nameOfSite()
      const files = (await openFiles(platform.db)).filter(({ scope }) => scope === allScope)
      const site = platform.config.publicAddress
      const fieldsOf = {
        items: itemFields(site),
        'normative-documents': documentFields(site),
        decisions: decisionFields(site),
        organs: organFields(site),
        reports: reportFields(site),
      }
      const props = { name, files, example, fieldsOf }
      return { page: (frame) => <OpenDataPage frame={frame} {...props} />, shown: 'all' }
    }),
  )
  app.get(catalogPath, (request, reply) =>
    sendKept({ platform, request, reply }, 'data', async () => ({
      body: JSON.stringify(catalogOf(await siteOf(platform), await nameOfSite())),
      type: 'application/ld+json; charset=utf-8',
      shown: [],
    })),
  )
  app.get(`${openDataPath}/example.mjs`, (_, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(example),
  )
  registerFiles(app, platform)
}

function registerFiles(app: App, platform: Platform): void {
  app.get(`${filesPath}.json`, (request, reply) =>
    sendKept({ platform, request, reply }, 'data', async () => ({
      body: JSON.stringify({ files: await openFiles(platform.db) }),
      type: 'application/json; charset=utf-8',
      shown: 'all',
    })),
  )
  for (const format of fileFormats) registerFile(app, platform, format)
}

const secondsToMake = 300

/** The problem of a file that holds what was taken down: it is being made anew. */
async function madeAnew(platform: Platform): Promise<HttpProblem> {
  await makeFilesSoon(platform)
  const detail = '文件中有信息已经撤下，正在重新生成，请过几分钟再取。'
  return new HttpProblem(problem('busy', { detail }), { 'retry-after': String(secondsToMake) })
}

function registerFile(app: App, platform: Platform, format: FileFormat): void {
  app.get<{ Params: { scope: string } }>(
    `${filesPath}/:scope/${fileName(format)}`,
    async (request, reply) => {
      const { scope } = request.params
      const file = await readOpenFile(platform.config.dataFolder, scope, format)
      if (!file) throw trouble('notFound')
      if (!(await mayBeGiven(platform.db, { scope, format, bytes: file.bytes })))
        throw await madeAnew(platform)
      const tag = `"${file.modified.getTime().toString(36)}-${file.bytes.toString(36)}"`
      reply.headers({ etag: tag, 'cache-control': 'no-cache', 'last-modified': file.modified.toUTCString() })
      if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
      return reply.type('application/gzip').header('content-length', file.bytes).send(file.stream())
    },
  )
}
