import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { gb18030, png } from '#duties/publication/old-site/old-site.cases.ts'
import { drawing, matterOf, paragraphsOf, titleOf } from './items-text.ts'

/**
 * An old site as sites are found: pages of three makes, a fifth in GBK (some of them saying UTF-8), navigation and footers
 * around the text, dates here and there, attachments and pictures by relative links; and dirt: pages twice, lists, stubs,
 * pages without a date, broken bytes, links to files that are gone.
 */
export interface OldGround {
  /** Paths of pages that must become items, by their old address. */
  readonly wanted: readonly string[]
  /** Old addresses of pages that repeat another. */
  readonly repeated: readonly string[]
  /** Paths that must be listed and not taken. */
  readonly refused: readonly string[]
  readonly files: number
  readonly titles: ReadonlyMap<string, string>
}

const root = 'www.qingxi.example/'
/** Every how many pages there is one of these. */
const dirt = { twin: 40, list: 97, stub: 193, broken: 389 }

const two = (n: number): string => String(n).padStart(2, '0')

interface OldPage {
  readonly n: number
  readonly title: string
  readonly day: string
  readonly paragraphs: readonly string[]
  readonly links: string
}

const nav = `<div class="header"><ul class="nav">${Array.from({ length: 12 }, (_, i) => `<li><a href="/col${i}/">栏目${i}导航</a></li>`).join('')}</ul></div>`
const foot = `<div class="footer"><p>主办：清溪县人民政府办公室　承办：清溪县大数据中心</p><p><a href="/map.html">网站地图</a></p></div>`
const text = ({ paragraphs, links }: OldPage): string =>
  `${paragraphs.map((each) => `<p style="text-indent:2em"><span style="font-family:仿宋">${each}</span></p>`).join('\n')}${links}`

const makes: readonly ((page: OldPage, charset: string) => string)[] = [
  (page, charset) => `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${page.title}</title>
<meta name="ArticleTitle" content="${page.title}"><meta name="PubDate" content="${page.day} 10:20"><meta name="ContentSource" content="清溪县民政局">
<script>var _hmt = [];</script></head><body>${nav}<h1>${page.title}</h1><div id="UCAP-CONTENT">${text(page)}</div>${foot}</body></html>`,
  (
    page,
    charset,
  ) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${page.title}_清溪县人民政府</title></head>
<body bgcolor=#ffffff onload="init()">${nav}<table width=100%><tr><td class="title">${page.title}</td></tr><tr><td>发布日期：${page.day}　来源：县政府办　【字体：<a href="javascript:f(1)">大</a> 中 小】</td></tr>
<tr><td><div class="TRS_Editor">${text(page)}</div></td></tr></table>${foot}</body></html>`,
  (
    page,
    charset,
  ) => `<html><head><meta charset=${charset}><title>${page.title}-清溪县人民政府网站</title></head><body>${nav}
<div class="wrap"><h1>${page.title}</h1><p class="info">时间：${page.day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日')} 作者：佚名</p><div>${text(page)}</div></div>${foot}</body></html>`,
]

class Archive {
  readonly #zip: Zip
  readonly #file: ReturnType<typeof createWriteStream>

  constructor(path: string) {
    this.#file = createWriteStream(path)
    this.#zip = new Zip((fault, part) => {
      if (fault) throw fault
      this.#file.write(part)
    })
  }

  async add(path: string, content: string | Uint8Array): Promise<void> {
    const entry = new ZipDeflate(path, { level: 1 })
    this.#zip.add(entry)
    entry.push(typeof content === 'string' ? strToU8(content) : content, true)
    if (this.#file.writableNeedDrain) await once(this.#file, 'drain')
  }

  async end(): Promise<void> {
    this.#zip.end()
    this.#file.end()
    await once(this.#file, 'finish')
  }
}

const addressAt = (n: number, day: string): string =>
  n % 23 === 5
    ? `/show.aspx?id=${n}`
    : `/zwgk/${day.slice(0, 4)}${day.slice(5, 7)}/t${day.replaceAll('-', '')}_${n}.html`

const bytesFor = (page: OldPage): string | Uint8Array => {
  const make = makes[page.n % makes.length] ?? makes[0]
  if (!make) throw new Error('no make')
  if (page.n % 5 !== 0) return make(page, 'utf-8')
  return gb18030(make(page, page.n % 10 === 0 ? 'utf-8' : 'gb2312'))
}

/** Writes an old site of so many pages and attachments as an archive. */
export async function writeOldSite(path: string, pages: number, attachments: number): Promise<OldGround> {
  const archive = new Archive(path)
  const [wanted, repeated, refused] = [[] as string[], [] as string[], [] as string[]]
  const titles = new Map<string, string>()
  const fileEvery = pages / attachments
  let files = 0
  let before: { page: OldPage; address: string } | undefined
  for (let n = 0; n < pages; n++) {
    const random = drawing(Math.imul(n + 11, 0x9e3779b1))
    const day = `${2012 + (n % 13)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`
    const address = addressAt(n, day)
    const place = `${root}${address.slice(1)}`
    let links = n % 31 === 0 ? '<p><a href="./gone.doc">附件：已经不在的文件</a></p>' : ''
    if (n >= files * fileEvery && files < attachments) {
      const isPicture = files % 4 === 0
      const name = `P${String(files).padStart(6, '0')}.${isPicture ? 'png' : 'txt'}`
      const folder = place.includes('?') ? root : place.slice(0, place.lastIndexOf('/') + 1)
      await archive.add(
        `${folder}files/${name}`,
        isPicture ? png : `附件${files}：清溪县明细表第${files}号，共${files % 90}户。`,
      )
      links += isPicture
        ? `<p><img src="files/${name}"></p>`
        : `<p>附件：<a href="./files/${name}">明细表${files}</a></p>`
      files++
    }
    const matter = matterOf(random)
    const title = `${titleOf(random, '清溪县', matter)}（第${n}号）`
    const page: OldPage = { n, title, day, paragraphs: paragraphsOf(random, matter), links }
    if (n % dirt.list === 7) {
      refused.push(place)
      const rows = Array.from(
        { length: 25 },
        (_, i) => `<li><a href="t${i}.html">关于第${i}批对象公示的通知</a></li>`,
      )
      await archive.add(
        place,
        `<html><head><title>列表</title></head><body>${nav}<ul>${rows.join('')}</ul>${foot}</body></html>`,
      )
    } else if (n % dirt.stub === 9) {
      refused.push(place)
      await archive.add(
        place,
        '<html><head><meta http-equiv="refresh" content="0;url=/index.html"></head><body></body></html>',
      )
    } else if (n % dirt.broken === 17) {
      refused.push(place)
      await archive.add(
        place,
        Uint8Array.from({ length: 3000 }, (_, i) => Math.floor(random() * 128) + (i % 2) * 128),
      )
    } else if (n % dirt.twin === 21 && before) {
      repeated.push(address)
      await archive.add(place, bytesFor(before.page))
    } else {
      wanted.push(address)
      titles.set(address, title)
      await archive.add(place, bytesFor(page))
      before = { page, address }
    }
  }
  await archive.end()
  return { wanted, repeated, refused, files, titles }
}
