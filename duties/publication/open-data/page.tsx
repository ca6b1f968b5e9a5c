import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { minuteInShanghai, sizeInWords } from '#platform/pages/times.ts'
import { Wide } from '#platform/pages/wide.tsx'
import { catalogPath, feedPath, openDataPath, reportFeedPath } from '../addresses.ts'
import { catalogOf } from './catalog.ts'
import type { Field } from './fields.ts'
import type { OpenFile } from './files.ts'
import { apiPath, type DataSet, dataSets, filesPath, licence } from './words.ts'

interface OpenDataProps {
  frame: Frame
  name: string
  files: readonly OpenFile[]
  /** The example, as it is served and run. */
  example: string
  fieldsOf: Readonly<Record<DataSet['id'], readonly Pick<Field<never>, 'name' | 'heading' | 'about'>[]>>
}

/** 开放数据: what there is, under which conditions, at which addresses, what the fields mean, and how to begin. */
export function OpenDataPage(props: OpenDataProps) {
  const { frame, name, files, fieldsOf } = props
  return (
    <Page
      frame={frame}
      title="开放数据"
      description={`${name}政府信息公开平台的数据集、接口和使用条件`}
      meta={{ level: 'list', column: otherColumn('开放数据', '公开信息的数据集、接口、字段和使用条件') }}
      trail={[]}
      data={catalogOf(frame.site, name)}
    >
      <h1>开放数据</h1>
      <p class="measure">
        本平台公开的全部信息都可以作为数据取用：逐页查询、整张下载、每日整包、按时间取增量。网址固定，不需要注册，不需要申请。
      </p>
      <div class="data">
        <Sets site={frame.site.address} />
        <Files files={files} />
        <Changes site={frame.site.address} />
        <Example example={props.example} site={frame.site.address} />
        <Fields fieldsOf={fieldsOf} />
      </div>
      <Conditions />
      <Conventions />
    </Page>
  )
}

function Conditions() {
  return (
    <section id="licence" class="measure">
      <h2>使用条件</h2>
      <ol>
        {licence.terms.map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ol>
    </section>
  )
}

function Conventions() {
  return (
    <section class="measure">
      <h2>约定</h2>
      <ul>
        <li>
          接口描述（OpenAPI）：<a href="/api/openapi.json">/api/openapi.json</a>；数据目录（DCAT）：
          <a href={catalogPath}>{catalogPath}</a>。
        </li>
        <li>
          订阅源（Atom）：<a href={feedPath}>公开信息</a>、<a href={reportFeedPath}>年度报告</a>。
        </li>
        <li>文字为 UTF-8；日期为北京时间的日历日，时刻为 UTC。空值与 0 不同。</li>
        <li>CSV 单元格以等号、加减号等开头的，前面加了一个单引号，防止被表格软件当作公式执行。</li>
        <li>访问过快时返回状态 429，请按 Retry-After 给出的秒数等待。大量取用请用整包文件。</li>
      </ul>
    </section>
  )
}

function Sets({ site }: { site: string }) {
  return (
    <section>
      <h2>数据集</h2>
      <Wide label="数据集">
        <table>
          <thead>
            <tr>
              <th scope="col">数据集</th>
              <th scope="col">内容</th>
              <th scope="col">更新</th>
              <th scope="col">取用</th>
            </tr>
          </thead>
          <tbody>
            {dataSets.map((set) => (
              <SetRow key={set.id} set={set} />
            ))}
          </tbody>
        </table>
      </Wide>
      <p class="quiet">
        “主动公开信息”可以加条件，例如{' '}
        <code>
          {site}
          {apiPath}/items?organ=机关代码&amp;year=2026
        </code>
        ；各列表页的下方也有同样条件的 JSON 和 CSV 网址。
      </p>
    </section>
  )
}

function SetRow({ set: { id, title, about, renewed } }: { set: DataSet }) {
  return (
    <tr>
      <th scope="row">
        <a href={`#${id}`}>{title}</a>
      </th>
      <td>{about}</td>
      <td>{renewed}</td>
      <td class="nowrap">
        <a href={`${apiPath}/${id}`}>
          JSON<span class="unseen">：{title}</span>
        </a>
        {'　'}
        <a href={`${apiPath}/${id}.csv`}>
          CSV<span class="unseen">：{title}</span>
        </a>
      </td>
    </tr>
  )
}

function Files({ files }: { files: readonly OpenFile[] }) {
  return (
    <section>
      <h2>整包文件</h2>
      {files.length === 0 ? (
        <p>整包文件每日夜间生成，首次生成后列在这里。</p>
      ) : (
        <Wide label="整包文件">
          <table>
            <thead>
              <tr>
                <th scope="col">范围</th>
                <th scope="col">文件</th>
                <th scope="col">条数</th>
                <th scope="col">大小</th>
                <th scope="col">生成时间</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow key={file.address} file={file} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <p class="quiet">
        NDJSON 每行一条，含正文（HTML）；CSV 不含正文。均以 gzip
        压缩，网址不变，内容每日更新。其他机关的文件见
        <a href={`${filesPath}.json`}>文件清单（JSON，含 SHA-256）</a>。
      </p>
    </section>
  )
}

function FileRow({ file }: { file: OpenFile }) {
  return (
    <tr>
      <th scope="row">{file.scopeName}</th>
      <td>
        <a href={file.address}>{file.name}</a>
      </td>
      <td class="figure">{file.rows}</td>
      <td class="figure">{sizeInWords(file.bytes)}</td>
      <td>{minuteInShanghai(file.madeAt)}</td>
    </tr>
  )
}

function Changes({ site }: { site: string }) {
  return (
    <section class="measure">
      <h2>增量</h2>
      <p>
        <code>
          {site}
          {apiPath}/changes?since=2026-11-21T00:00:00Z
        </code>
      </p>
      <p>
        返回该时刻以后新公开、有变更和已经撤下的信息，按变更时间排列。撤下的只给出标识，请据此删除。下一次请求用返回的
        next 作为 since；最近两分钟的变更可能重复给出，以信息标识为准覆盖即可。
      </p>
    </section>
  )
}

function Example({ example, site }: { example: string; site: string }) {
  return (
    <section>
      <h2>从这里开始</h2>
      <p>取最近公开的一页，或者整张清单：</p>
      <Wide label="命令示例">
        <pre>
          <code>
            {`curl '${site}${apiPath}/items'\ncurl -o items.csv '${site}${apiPath}/items.csv?year=2026'\ncurl -o items.ndjson.gz '${site}${filesPath}/all/items.ndjson.gz'`}
          </code>
        </pre>
      </Wide>
      <p>
        取回全部信息并保持同步（Node.js 22 以上，<a href={`${openDataPath}/example.mjs`}>example.mjs</a>）：
      </p>
      <Wide label="程序示例">
        <pre>
          <code>{example}</code>
        </pre>
      </Wide>
    </section>
  )
}

function Fields({ fieldsOf }: Pick<OpenDataProps, 'fieldsOf'>) {
  return (
    <section>
      <h2>字段</h2>
      {dataSets.map(({ id, title }) => (
        <Wide key={id} id={id} label={`${title}的字段`}>
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">JSON</th>
                <th scope="col">CSV</th>
                <th scope="col">含义</th>
              </tr>
            </thead>
            <tbody>
              {fieldsOf[id].map(({ name, heading, about }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{heading}</td>
                  <td>{about}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      ))}
    </section>
  )
}
