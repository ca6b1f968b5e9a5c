import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { minuteInShanghai } from '#platform/pages/times.ts'
import { type Day, inChinese } from '#time/day.ts'
import { categoryLabel, channelLabels } from '../rules/labels.ts'
import { proofLabels } from '../rules/proofs.ts'
import { statusLabel } from '../rules/status.ts'
import { factLabels, linesOf } from '../rules/timeline.ts'
import type { Collected } from './collect.ts'
import type { Paper } from './package.ts'

interface Papers {
  letters: readonly Paper[]
  evidence: readonly Paper[]
}

const style = `body{max-width:56em;margin:0 auto;padding:1em;font:16px/1.8 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1b222c}
h1,h2{font-family:"Songti SC",SimSun,serif;color:#1d3f72}h2{border-bottom:2px solid #1d3f72;margin-top:2em}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8d96a3;padding:.3em .6em;text-align:left;vertical-align:top}
th{background:#e8edf5;font-weight:600}code{word-break:break-all}a{color:#1d3f72}.off{color:#434b57}
ol.facts>li{margin-bottom:.8em}p.quiet{color:#434b57}@media print{a{text-decoration:none}h2{break-after:avoid}tr,li{break-inside:avoid}}`

/** The page that opens a package: what was asked, when the answer was due and why, what was done, every paper, and how to verify. */
export function indexPage(collected: Collected, papers: Papers): string {
  const { c } = collected
  const title = `${c.intake.number} 政府信息公开申请档案`
  return `<!doctype html>${renderToString(
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words; quotes in a style are not unescaped */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <Facts collected={collected} />
          <DueDay collected={collected} />
          <Course collected={collected} />
          <Searches collected={collected} />
          <h2>文书</h2>
          <PaperList papers={papers.letters} nothing="没有发出文书。" />
          <h2>证据和附件</h2>
          <PaperList papers={papers.evidence} nothing="没有附件。" />
          {c.proofs.length > 0 && (
            <p>
              申请人出示的{c.proofs.map(({ what }) => proofLabels[what]).join('、')}
              由本机关加密保存，查阅留有记录，不放入档案包。
            </p>
          )}
          <Verify collected={collected} />
        </main>
      </body>
    </html>,
  )}`
}

type Shown = { collected: Collected }

const dayOr = (on: Day | undefined): string => (on ? inChinese(on) : '—')

function Facts({ collected: { c, organName, applicant, madeAt } }: Shown) {
  const { intake } = c
  const rows: [string, ComponentChildren][] = [
    ['受理机关', organName],
    [
      '申请人',
      applicant ? `${applicant.name}（${categoryLabel(intake.category)}）` : categoryLabel(intake.category),
    ],
    ['申请内容', c.title],
    ['描述', c.description || '—'],
    ['提出方式', channelLabels[intake.channel]],
    ['收到之日', dayOr('receivedOn' in c ? c.receivedOn : undefined)],
    ['办结之日', dayOr('closing' in c ? c.closing.on : undefined)],
    ['状态', statusLabel(c)],
    ['制作时间', minuteInShanghai(madeAt)],
  ]
  return (
    <table>
      <tbody>
        {rows.map(([label, text]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DueDay({ collected: { due, strip } }: Shown) {
  return (
    <>
      <h2>答复期限及其理由</h2>
      <p>{due.sentence}</p>
      <ol>
        {due.because.map((reason) => (
          <li key={`${reason.code}${reason.from}`}>
            {reason.sentence}
            {reason.cites && (
              <span class="off">
                （{reason.cites.place}
                {reason.cites.quote && `：“${reason.cites.quote}”`}）
              </span>
            )}
          </li>
        ))}
      </ol>
      <details>
        <summary>逐日计算</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">计入</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {strip.map((each) => (
              <tr key={each.day}>
                <th scope="row">{inChinese(each.day as Day)}</th>
                <td>{each.counted === null ? '不计入' : `第${each.counted}日`}</td>
                <td>{[each.reason, each.due ? '答复期限届满之日' : ''].filter(Boolean).join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function Course({ collected: { facts, names } }: Shown) {
  return (
    <>
      <h2>办理经过</h2>
      <ol class="facts">
        {facts.map((each) => (
          <li key={each.seq}>
            <strong>
              {inChinese(each.happenedOn)} {factLabels[each.fact.type].label}
            </strong>
            {linesOf(each.fact, names, false).map(({ label, text }) => (
              <div key={`${label}${text}`}>
                {label}：{text}
              </div>
            ))}
            <div class="off">
              {names.person(each.recordedBy)}，{minuteInShanghai(each.recordedAt)}记录
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Searches({ collected: { c } }: Shown) {
  if (c.searches.length === 0) return null
  return (
    <>
      <h2>检索记录</h2>
      <table>
        <thead>
          <tr>
            {['日期', '范围', '检索词', '检索人', '结果'].map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {c.searches.map((search) => (
            <tr key={`${search.on}${search.where}`}>
              <td>{inChinese(search.on)}</td>
              <td>{search.where}</td>
              <td>{search.words.join('、')}</td>
              <td>{search.by}</td>
              <td>{search.found}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

function PaperList({ papers, nothing }: { papers: readonly Paper[]; nothing: string }) {
  if (papers.length === 0) return <p>{nothing}</p>
  return (
    <ol>
      {papers.map((paper) => (
        <li key={paper.path}>
          <a href={addressOf(paper.path)}>{paper.title}</a>
          {paper.pdf && (
            <>
              ，
              <a href={addressOf(paper.pdf)}>
                PDF 版<span hidden>{paper.title}</span>
              </a>
            </>
          )}
          <span class="off">
            （{minuteInShanghai(paper.storedAt)}
            {paper.template && `，由本机关模板第${paper.template}版生成`}）
          </span>
        </li>
      ))}
    </ol>
  )
}

function Verify({ collected: { rows } }: Shown) {
  return (
    <>
      <h2>台账和核验</h2>
      <p>
        <a href={addressOf('台账/facts.json')}>台账（facts.json）</a>
        逐条保存办理记录共{rows.length}条，只增不改；申请人和第三方的身份信息不在其中。
        每条记录的哈希由上一条的哈希和本条各栏算出，改动任何一个字，其后全部不能相接。
      </p>
      <p>
        最后一条的哈希：<code>{rows.at(-1)?.hash ?? ''}</code>
      </p>
      <ul>
        <li>
          核验文件：在本文件夹中运行 <code>sha256sum -c SHA256SUMS.txt</code>，逐个比对
          <a href="SHA256SUMS.txt">SHA256SUMS.txt</a>中的摘要。
        </li>
        <li>
          核验文件和台账：运行 <code>node 台账/核验.mjs</code>（
          <a href={addressOf('台账/核验.mjs')}>核验程序</a>，可以用文本编辑器打开查看，不联网）。
        </li>
        <li>
          算法：SHA-256。一条记录的哈希 = SHA-256（JSON
          数组〔上一条的哈希，organ_id，duty，case_id，seq，type，happened_on，recorded_at，recorded_by，ask_id，body〕），
          JSON 中对象的键按码位排序、不留空白，第一条的上一哈希为空字符串。
        </li>
      </ul>
    </>
  )
}
