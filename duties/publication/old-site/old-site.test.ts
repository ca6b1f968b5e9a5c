import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verify } from '#platform/ledger/verify.ts'
import { gb18030, oldSiteDesk, png, zipOf } from './old-site.cases.ts'

const long =
  '为进一步做好全县农村最低生活保障工作，切实保障困难群众的基本生活，根据上级有关规定，结合我县实际，现就有关事项通知如下，请各镇认真贯彻执行。'

const page = (
  title: string,
  body: string,
  { charset = 'utf-8', date = '2023-01-05 09:30' } = {},
) => `<!DOCTYPE html>
<html><head><meta charset="${charset}"><title>${title}_清溪县人民政府</title>
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date}"><meta name="ContentSource" content="县民政局">
</head><body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div>
<div class="crumbs">当前位置：首页 &gt; 通知公告</div><h1>${title}</h1>
<div class="info">发布日期：${date} 来源：县民政局 【字体：大 中 小】 打印</div>
<div id="zoom"><p>${body}</p><p>打印 关闭</p></div>
<div class="footer">主办：清溪县人民政府办公室 <a href="/map.html">网站地图</a></div></body></html>`

test('An old site as found in the wild is brought along: encodings, links, pictures, attachments, duplicates, redirects', async (t) => {
  const desk = await oldSiteDesk(t)
  const files = {
    'www.qx.example/zwgk/202301/t20230105_101.html': page(
      '关于调整低保标准的通知',
      `${long}</p><p><img src="../images/a.png"><img src="http://evil.example/x.png"></p><p>附件：<a href="./P02.txt">标准表</a> <a href="../202302/t20230206_102.html">相关</a>`,
    ),
    'www.qx.example/zwgk/images/a.png': png,
    'www.qx.example/zwgk/202301/P02.txt': '每人每月六百八十元',
    'www.qx.example/zwgk/202302/t20230206_102.html': gb18030(
      page('养老服务补贴公示', `${long}以上为养老服务。<script>alert(1)</script>`, { date: '2023年2月6日' }),
    ),
    'www.qx.example/zwgk/202302/t20230206_103.html': page('养老服务补贴公示', '另一栏目的同一篇', {
      date: '2023-02-06',
    }),
    'www.qx.example/show.aspx?id=12': page('残疾人两项补贴', '请各镇于每月十日前报送。', {
      date: '2023-03-01',
    }),
    'www.qx.example/zwgk/id.html': page('公示名单', '张某某，身份证号11010519491231002X，予以公示。'),
    'www.qx.example/zwgk/broken.html': Uint8Array.from({ length: 900 }, (_, i) => (i * 7) % 256),
    'www.qx.example/zwgk/nodate.html':
      '<html><body><h1>没有日期的页面</h1><p>内容很短的一页说明文字。</p></body></html>',
    'www.qx.example/zwgk/index.html': `<html><head><title>通知公告</title></head><body>${Array.from({ length: 30 }, (_, i) => `<li><a href="/a${i}.html">关于第${i}批公示的通知文件</a></li>`).join('')}</body></html>`,
    '../../etc/passwd.html': page('越界', long),
  }
  const site = await desk.send({ name: '旧站.zip', bytes: zipOf(files) })
  assert.equal(site.status, 'read', site.trouble)
  assert.equal(site.options.root, 'www.qx.example/')
  assert.equal(site.options.host, 'www.qx.example')
  const checked = await desk.settle(site)
  const planned = await desk.pages(site.siteId)
  const told = planned.map(
    ({ place, outcome, reasons }: Record<string, unknown>) => `${place} ${outcome} ${reasons}`,
  )
  assert.deepEqual(
    {
      take: checked.counts.take,
      draft: checked.counts.draft,
      duplicate: checked.counts.duplicate,
      refused: checked.counts.refused,
    },
    { take: 3, draft: 1, duplicate: 1, refused: 4 },
    told.join('\n'),
  )
  const items = () => desk.platform.db.selectFrom('item_row').selectAll().orderBy('title').execute()
  assert.equal((await items()).length, 0, 'a dry run writes nothing')
  await desk.run(site.siteId)
  const rows = await items()
  assert.deepEqual(
    rows.map(({ title, status }) => [title, status]),
    [
      ['公示名单', 'draft'],
      ['养老服务补贴公示', 'published'],
      ['关于调整低保标准的通知', 'published'],
      ['残疾人两项补贴', 'published'],
    ].sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  )
  const notice = rows.find(({ title }) => title.includes('低保'))
  assert.match(notice?.body ?? '', /<img src="\/items\/mzj\/[^"]+\/files\/[^"]+\/preview"/)
  assert.match(notice?.body ?? '', /<a href="\/items\/mzj\/[^"]+\/files\/[^"]+">标准表<\/a>/)
  assert.match(notice?.body ?? '', /<a href="\/zwgk\/202302\/t20230206_102.html">相关<\/a>/)
  assert.doesNotMatch(notice?.body ?? '', /evil|打印|首页|old-site-file/)
  assert.equal(notice?.published_at, '2023-01-05T01:30:00.000Z')
  const care = rows.find(({ title }) => title.includes('养老'))
  assert.doesNotMatch(care?.body ?? '', /script|alert/)

  const get = (url: string) => desk.app.inject({ url, headers: { accept: 'text/html' } })
  const moved = await get('/zwgk/202301/t20230105_101.html')
  assert.equal(moved.statusCode, 301)
  const there = await get(String(moved.headers.location))
  assert.equal(there.statusCode, 200)
  const picture = /src="([^"]+preview)"/.exec(there.body)?.[1] ?? ''
  assert.equal((await get(picture)).headers['content-type'], 'image/png')
  assert.equal((await get('/show.aspx?id=12')).statusCode, 301)
  const twin = await get('/zwgk/202302/t20230206_103.html')
  assert.equal(twin.headers.location, (await get('/zwgk/202302/t20230206_102.html')).headers.location)
  const file = await get('/zwgk/202301/P02.txt')
  assert.equal((await get(String(file.headers.location))).body, '每人每月六百八十元')
  assert.equal((await get('/zwgk/id.html')).statusCode, 404, 'a draft is not shown')
  const unknown = await get('/zwgk/%E4%BD%8E%E4%BF%9D%E6%A0%87%E5%87%86.html')
  assert.equal(unknown.statusCode, 404)
  assert.match(unknown.body, /value="低保标准"/)
  await desk.platform.db
    .updateTable('item_row')
    .set({ status: 'withdrawn' })
    .where('title', '=', '残疾人两项补贴')
    .execute()
  assert.equal((await get('/show.aspx?id=12')).statusCode, 410)

  const { broken, cases } = await verify(desk.platform.db)
  assert.deepEqual([broken, cases], [[], 4])
  const again = await desk.send({ name: '旧站.zip', bytes: zipOf(files) })
  const second = await desk.settle(again)
  assert.equal(second.counts.take, 0, 'nothing is taken twice')
  const report = await desk.ask('GET', `/${site.siteId}/report?format=csv&outcome=refused`)
  assert.match(report.body, /路径指向文件夹以外/)
  assert.match(report.body, /文字编码无法识别/)
  assert.match(report.body, /没有发布日期/)
})

test('A list with an archive beside it, a mapping settled once, an index number kept, an attachment missing told', async (t) => {
  const desk = await oldSiteDesk(t)
  const list = [
    '信息标题,内容,发布时间,文号,栏目,索引号,附件,原网址,种类',
    `关于印发养犬管理办法的通知,"${long}",2022/5/6,清政发〔2022〕3号,规章和规范性文件,QX-2022-0001,办法全文.txt;缺的.pdf,http://www.qx.example/a.asp?id=1,行政规范性文件`,
    `没有标题也行吗,,2022-05-07,,,,,,`,
    `,"${long}",2022-05-07,,,,,,`,
    `日期不对,正文,二〇二二年十三月一日,,,,,,`,
  ].join('\r\n')
  const archive = zipOf({ '附件/办法全文.txt': '第一条 为了规范养犬行为', '附件/木马.exe': 'MZ' })
  const site = await desk.send(
    { name: '旧站.csv', bytes: gb18030(list) },
    { name: '附件.zip', bytes: archive },
  )
  assert.deepEqual(site.mapping.title, { from: '信息标题' })
  assert.deepEqual(site.mapping.address, { from: '原网址' })
  const preview = await desk.ask('POST', `/${site.siteId}/preview`, {
    mapping: site.mapping,
    options: site.options,
  })
  assert.deepEqual(preview.json().pages[0].files, ['办法全文.txt'])
  await desk.settle(site)
  await desk.run(site.siteId)
  const pages = await desk.pages(site.siteId)
  assert.deepEqual(
    pages.map(({ place, outcome, reasons }: { place: string; outcome: string; reasons: string[] }) => [
      place,
      outcome,
      reasons,
    ]),
    [
      ['第2行', 'take', ['附件或者图片不在所传文件中（缺的.pdf）']],
      ['第3行', 'refused', ['没有正文，也没有附件']],
      ['第4行', 'refused', ['没有标题']],
      ['第5行', 'refused', ['日期不存在或者早于1949年10月1日（二〇二二年十三月一日）']],
    ],
  )
  const [row] = await desk.platform.db.selectFrom('item_row').selectAll().execute()
  assert.deepEqual(
    [row?.index_number, row?.kind, row?.catalogue_code, row?.document_number, row?.validity],
    ['QX-2022-0001', 'normative', '20-01', '清政发〔2022〕3号', 'inForce'],
  )
  const moved = await desk.app.inject({ url: '/a.asp?id=1', headers: { host: 'www.qx.example' } })
  assert.equal(moved.statusCode, 301)
})

test('JSON as exported: an array deep in an object, one object in a line, a broken line for itself', async (t) => {
  const desk = await oldSiteDesk(t)
  const lines = [
    JSON.stringify({
      title: '第一条',
      content: `<p>${long}</p>`,
      pubDate: 1672876800000,
      files: [{ name: '表', url: '/f/a.txt' }],
    }),
    '{"title": "断了',
    JSON.stringify({ title: '第三条', content: '正文三', pubDate: '2023-01-07' }),
  ]
  const site = await desk.send(
    { name: 'old.ndjson', bytes: lines.join('\n') },
    { name: 'f.zip', bytes: zipOf({ 'f/a.txt': '附件文字' }) },
  )
  assert.equal(site.status, 'read', site.trouble)
  const checked = await desk.settle(site)
  assert.deepEqual([checked.counts.take, checked.counts.refused], [2, 1])
  await desk.run(site.siteId)
  const nested = JSON.stringify({
    code: 0,
    data: { list: lines.filter((_, i) => i !== 1).map((line) => JSON.parse(line)) },
  })
  const again = await desk.send({ name: 'old.json', bytes: nested })
  const second = await desk.settle(again)
  assert.deepEqual([second.counts.take, second.counts.duplicate], [0, 2])
})

test('An archive cut off gives what stands before the cut; one that is none is told in words', async (t) => {
  const desk = await oldSiteDesk(t)
  const whole = zipOf({
    'a.html': page('甲通知', `甲${long}`),
    'b.html': page('乙通知', `乙${long}`),
    'c.txt': 'x'.repeat(20_000),
  })
  const cut = whole.slice(0, whole.length - 200)
  const site = await desk.send({ name: '断.zip', bytes: cut })
  assert.equal(site.status, 'read', site.trouble)
  const checked = await desk.settle(site)
  assert.equal(checked.counts.take, 2)
  const none = await desk.send({ name: '假.zip', bytes: 'not a zip at all' })
  assert.equal(none.status, 'unreadable')
  assert.match(none.trouble, /不是 zip 压缩包/)
  assert.equal((await desk.upload({ name: 'a.exe', bytes: 'MZ' })).statusCode, 422)
})
