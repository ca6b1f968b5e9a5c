import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { defaultGateSettings } from '../gate/settings.ts'
import { openFolder } from './folder-source.ts'
import { type LookGround, lookInto } from './look.ts'
import { zipOf } from './old-site.cases.ts'
import { Finder, type Source, UnreadableSource } from './source.ts'
import { openZip } from './zip-source.ts'

const folderFor = (t: { after(work: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-old-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const groundOf = (source: Source): LookGround => ({
  site: { kind: 'html', mapping: {}, options: { host: '', root: '', findings: 'draft' } },
  source,
  finder: new Finder(source, ''),
  gate: defaultGateSettings,
  today: day('2026-03-02'),
})

const looked = (source: Source, place: string) => lookInto({ n: 1, place, record: null }, groundOf(source))

test('An archive that says a small size and unfolds to a large one is stopped at what it says', async (t) => {
  const folder = folderFor(t)
  const bytes = Buffer.from(zipOf({ 'a.html': 'x'.repeat(2_000_000) }))
  const central = bytes.lastIndexOf(Buffer.of(0x50, 0x4b, 1, 2))
  bytes.writeUInt32LE(500, central + 24)
  const path = join(folder, 'bomb.zip')
  writeFileSync(path, bytes)
  const source = await openZip(path)
  assert.deepEqual(await source.read('a.html', 3_000_000), { kind: 'refused', reason: { code: 'broken' } })
  await source.close()
})

test('Paths out of the folder, links and locked entries are listed and never opened', async (t) => {
  const folder = folderFor(t)
  const bytes = Buffer.from(
    zipOf({
      '../x.html': 'a',
      '/abs.html': 'b',
      'C:\\w.html': 'c',
      'ok.html': 'd',
      'link.html': '/etc/passwd',
      'locked.html': 'e',
    }),
  )
  const at = (name: string) => bytes.lastIndexOf(Buffer.from(name)) - 46
  bytes.writeUInt32LE((0o120777 << 16) >>> 0, at('link.html') + 38)
  bytes.writeUInt16LE(bytes.readUInt16LE(at('locked.html') + 8) | 1, at('locked.html') + 8)
  const path = join(folder, 'paths.zip')
  writeFileSync(path, bytes)
  const source = await openZip(path)
  assert.deepEqual([...source.files.keys()], ['ok.html'])
  assert.deepEqual(source.bad.map(({ reason }) => reason.code).sort(), [
    'encrypted',
    'symbolicLink',
    'unsafePath',
    'unsafePath',
    'unsafePath',
  ])
  await source.close()
})

test('A folder on the server: links in it are not followed', async (t) => {
  const folder = folderFor(t)
  mkdirSync(join(folder, 'zwgk'))
  writeFileSync(join(folder, 'zwgk', 'a.html'), '<p>正文</p>')
  symlinkSync('/etc', join(folder, 'etc'))
  symlinkSync('/etc/passwd', join(folder, 'zwgk', 'b.html'))
  const source = await openFolder(folder)
  assert.deepEqual([...source.files.keys()], ['zwgk/a.html'])
  assert.deepEqual(source.bad.map(({ path }) => path).sort(), ['etc', 'zwgk/b.html'])
  await assert.rejects(openFolder(join(folder, 'nowhere')), { code: 'ENOENT' })
  writeFileSync(join(folder, 'no.zip'), 'PK')
  await assert.rejects(openZip(join(folder, 'no.zip')), UnreadableSource)
})

test('Pages made to exhaust a reader are answered in seconds', async (t) => {
  const folder = folderFor(t)
  const million = 1_000_000
  const pages: Record<string, string> = {
    'deep.html': '<div>'.repeat(million / 5),
    'marks.html': Array.from({ length: 20_000 }, (_, i) => `<font size=${i}><p>字`).join(''),
    'anchors.html': '<a href=x>甲<p>'.repeat(50_000),
    'tables.html': '<table><tr><td>'.repeat(40_000),
    'open.html': `<html><body>${'<p class="'.repeat(100_000)}`,
    'digits.html': `<h1>标题标题</h1><p>2023-01-05</p><div id="zoom"><p>${'1'.repeat(79)}x</p><p>${'大中小'.repeat(26)}x</p></div>`,
    'marked.html': `<h1>标题标题</h1>${'发布日期：　'.repeat(50_000)}`,
    'text.html': `<h1>标题标题</h1><p>2023-01-05</p><div id="zoom">${'甲'.repeat(900_000)}</div>`,
  }
  writeFileSync(join(folder, 'x.zip'), zipOf(pages))
  const source = await openZip(join(folder, 'x.zip'))
  for (const place of Object.keys(pages)) {
    const from = performance.now()
    await looked(source, place)
    const took = performance.now() - from
    assert.ok(took < 10_000, `${place}: ${took.toFixed(0)} ms`)
    t.diagnostic(`${place} ${took.toFixed(0)} ms`)
  }
  await source.close()
})

test('What runs in a page never comes out of it', async (t) => {
  const folder = folderFor(t)
  const body = `<h1>关于防汛的通知文件</h1><p>发布日期：2023-01-05</p><div id="zoom"><p onclick="a()">正文一段文字在此<a href="javascript:b()">点</a>
    <img src="x" onerror="c()"><iframe src="//evil.example"></iframe><svg onload="d()"></svg><a href="vbscript:e">二</a><object data="f.swf"></object></p></div>`
  writeFileSync(join(folder, 'x.zip'), zipOf({ 'a.html': body }))
  const source = await openZip(join(folder, 'x.zip'))
  const { prepared } = await looked(source, 'a.html')
  assert.match(prepared?.body ?? '', /正文一段文字在此/)
  assert.doesNotMatch(prepared?.body ?? '', /script|onclick|onerror|iframe|svg|object|evil/i)
  await source.close()
})

test('Office files with macros, programs and files that are not what they say are told and left', async (t) => {
  const folder = folderFor(t)
  const page = `<h1>关于防汛的通知文件</h1><p>发布日期：2023-01-05</p><div id="zoom"><p>正文一段文字在此</p>
    <p><a href="a.docm">宏</a><a href="b.exe">程序</a><a href="c.pdf">假</a><a href="d.txt">真</a></p></div>`
  writeFileSync(
    join(folder, 'x.zip'),
    zipOf({ 'a.html': page, 'a.docm': 'PK', 'b.exe': 'MZ', 'c.pdf': 'not', 'd.txt': '文字' }),
  )
  const source = await openZip(join(folder, 'x.zip'))
  const { prepared, reasons } = await looked(source, 'a.html')
  assert.deepEqual(
    prepared?.files.map(({ path }) => path),
    ['d.txt'],
  )
  assert.match(prepared?.body ?? '', /<a href="\/old-site-file\/0">真<\/a>/)
  assert.deepEqual(
    reasons.flatMap(({ code, detail = '' }) =>
      code === 'fileRefused' ? [/[abc]\.[a-z]+/.exec(detail)?.[0]] : [],
    ),
    ['a.docm', 'b.exe', 'c.pdf'],
  )
  assert.doesNotMatch(prepared?.body ?? '', /docm|exe/)
  await source.close()
})
