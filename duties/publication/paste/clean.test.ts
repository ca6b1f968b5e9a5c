import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanHtml } from './clean.ts'

const html = (given: string): string => cleanHtml(given).html
const dropped = (given: string): Record<string, number> =>
  Object.fromEntries(cleanHtml(given).dropped.map(({ what, count }) => [what, count]))

test('A paragraph of Word keeps its words and loses its look', () => {
  assert.equal(
    html(
      '<p class=MsoNormal style="text-indent:32pt;mso-char-indent-count:2"><span lang=EN-US style="font-size:16pt;font-family:仿宋_GB2312">　　各乡镇<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>',
    ),
    '<p>各乡镇</p>',
  )
})

test('Lines that Word wraps within Chinese close up, words of another script keep their blank', () => {
  assert.equal(html('<p>全县各乡镇\n人民政府 in\nQingxi</p>'), '<p>全县各乡镇人民政府 in Qingxi</p>')
})

test('Numbered paragraphs of Word become lists, Chinese numbering stays as words', () => {
  const item = (level: number, marker: string, words: string) =>
    `<p style="mso-list:l0 level${level} lfo1"><![if !supportLists]><span style="mso-list:Ignore">${marker}<span>&nbsp; </span></span><![endif]>${words}</p>`
  assert.equal(
    html(item(1, '1.', '甲') + item(2, '·', '乙') + item(1, '2.', '丙')),
    '<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>',
  )
  assert.equal(html(item(1, '（一）', '检查范围')), '<p>（一）检查范围</p>')
})

test('Short numbered lines in the face of a heading become headings', () => {
  assert.equal(html('<p><b>一、总体要求</b></p>'), '<h2>一、总体要求</h2>')
  assert.equal(
    html('<p><span style="font-family:楷体_GB2312">（一）工作目标</span></p>'),
    '<h3>（一）工作目标</h3>',
  )
  assert.equal(
    html('<p><b>一、要求各单位做到：甲。</b></p>'),
    '<p><strong>一、要求各单位做到：甲。</strong></p>',
  )
  assert.equal(html('<p style="mso-outline-level:1">总则</p>'), '<h2>总则</h2>')
})

test('A table keeps its spans; one of a single cell used for layout is what is in it', () => {
  assert.equal(
    html(
      '<table border=1 style="width:400pt"><tr><td colspan=2 width=10><p align=center><b>合计</b></p></td></tr><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr></table>',
    ),
    '<table><tbody><tr><td colspan="2"><p class="centre"><strong>合计</strong></p></td></tr><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>',
  )
  assert.equal(html('<table><tr><td><p>正文</p></td></tr></table>'), '<p>正文</p>')
})

test('The place of the signature and of the title stays', () => {
  assert.equal(
    html('<p style="text-align:right">清溪县人民政府</p><center>附件</center>'),
    '<p class="right">清溪县人民政府</p><p class="centre">附件</p>',
  )
})

test('Breaks followed by an indentation are paragraphs', () => {
  assert.equal(html('甲<br>　　乙<br><br>丙<br>丁'), '<p>甲</p><p>乙</p><p>丙<br />丁</p>')
})

test('A page of 微信 loses frames, pictures of other sites and backgrounds, each counted', () => {
  const given =
    '<section style="background-image:url(https://pic.example/a.png)"><p><span>正文</span></p><img data-src="https://pic.example/b.png"><iframe src="https://v.example"></iframe><script>x()</script></section>'
  assert.equal(html(given), '<p>正文</p>')
  assert.deepEqual(dropped(given), {
    样式中的外部地址: 1,
    '外站图片（请下载后作为附件上传）': 1,
    框架和内嵌网页: 1,
    脚本: 1,
  })
})

test('Pictures of this site stay, pasted ones are to be uploaded', () => {
  assert.equal(
    html('<img src="/items/990101/a/files/b" alt="示意图">'),
    '<p><img src="/items/990101/a/files/b" alt="示意图" /></p>',
  )
  assert.deepEqual(dropped('<img src="data:image/png;base64,AAAA">'), {
    '粘贴的图片（请作为附件上传后插入）': 1,
  })
})

test('Comments, deleted words and words nobody sees stay behind', () => {
  const given =
    '<p>留<del cite="mailto:x">删</del><span style="display:none">藏</span><span style="mso-hide:all">藏</span><span class="MsoCommentReference">批</span></p>'
  assert.equal(html(given), '<p>留</p>')
  assert.deepEqual(dropped(given), { 修订中已删除的文字: 1, 看不见的文字: 2, 批注: 1 })
})

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jAvAsCrIpT&colon;alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="/\\evil.example">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="x"></object><embed src=x>',
  '<form action="x"><input autofocus onfocus=alert(1)></form>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<style>@import "x";</style><link rel=stylesheet href=x><meta http-equiv=refresh content="0;x"><base href="//x">',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<div style="width:expression(alert(1))">x</div>',
  '<template><script>alert(1)</script></template>',
  '<xmp><script>alert(1)</script></xmp>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<p id="x" name="y" class="evil right" onclick=alert(1)>x</p>',
  '<img src="/a" alt="&quot; onerror=&quot;alert(1)">',
  '<table background="http://x"><tr><td>x</td><td>y</td></tr></table>',
  '"><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<video><source onerror=alert(1)></video>',
  '<details open ontoggle=alert(1)>x</details>',
  '<a href="https://ok.example/" target=_blank ping="//evil">x</a>',
]

const allowed =
  /^(?:[^<>]|<\/?(?:p|h[234]|blockquote|ul|ol|li|strong|em|u|sup|sub|a|table|caption|tbody|tr|th|td)>|<[bh]r \/>|<(?:p|h[234]) class="(?:right|centre|addressee|signed)">|<a href="(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)[^"<>]*">|<img src="\/(?!\/)[^"<>]*" alt="[^"<>]*" \/>|<ol start="\d+">|<t[hd](?: scope="(?:col|row)")?(?: colspan="\d+")?(?: rowspan="\d+")?>)*$/

test('Nothing that runs, loads or leads astray ever arrives', () => {
  for (const attack of attacks) {
    const cleaned = html(attack)
    assert.match(cleaned, allowed, attack)
    assert.equal(html(cleaned), cleaned, attack)
  }
})

test('Cleaning what was cleaned changes nothing, whatever was pasted', () => {
  const piece = fc.constantFrom(
    ...attacks,
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<table>',
      '<tr>',
      '<td>',
      '<th colspan=3>',
      '</td>',
      '</table>',
      '<ul>',
      '<ol start=3>',
      '<li>',
      '</ul>',
    ],
    ...[
      '<h1>',
      '</h1>',
      '<blockquote>',
      '</blockquote>',
      '<br>',
      '　　',
      '&nbsp;',
      '\n',
      ' ',
      '一、',
      '（一）',
      '甲',
      'x<y',
      '&amp;',
      '<hr>',
      '<a href="/x">',
      '</a>',
    ],
    ...[
      '<p align=center>',
      '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>',
      '<p class="right">',
      '<caption>',
      '<sup>',
      '</sup>',
      '<div style="text-align:right">',
      '</div>',
      '<center>',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const once = html(pieces.join(''))
      assert.match(once, allowed)
      assert.equal(html(once), once)
    }),
    { numRuns: 1_000 },
  )
})

test('A million characters and tags without end are cleaned within seconds', () => {
  const start = performance.now()
  for (const many of [
    '<p>依据有关规定公布如下。</p>'.repeat(50_000),
    '<b><i>'.repeat(50_000),
    '<a'.repeat(200_000),
    '<![if '.repeat(100_000),
    '<div>'.repeat(100_000),
    '<script>'.repeat(50_000),
  ])
    html(many)
  assert.ok(performance.now() - start < 20_000)
})
