import { WideTable } from '#platform/console/wide-table.tsx'
import type { OldPreview } from '../../old-site/contract.ts'

/** The first pages as they would be taken. */
export function Preview({ preview: { pages } }: { preview: OldPreview }) {
  return (
    <section aria-labelledby="old-site-preview">
      <h3 id="old-site-preview">前{pages.length}条</h3>
      <WideTable label="前几条的样子">
        <table className="list old-site-preview">
          <thead>
            <tr>
              <th scope="col">位置</th>
              <th scope="col">标题</th>
              <th scope="col">说明</th>
              <th scope="col">发布日期</th>
              <th scope="col">种类和目录</th>
              <th scope="col">文号、机构</th>
              <th scope="col">正文</th>
              <th scope="col">附件和图片</th>
              <th scope="col">旧地址</th>
            </tr>
          </thead>
          <tbody>
            {pages.map((page) => (
              <tr key={page.place}>
                <td className="wraps">{page.place}</td>
                <th scope="row" className="wraps">
                  {page.title}
                </th>
                <td className="wraps">{page.reasons.join('；')}</td>
                <td>{page.publishedOn}</td>
                <td className="wraps">{[page.kindLabel, page.headingLabel].filter(Boolean).join('，')}</td>
                <td className="wraps">{[page.documentNumber, page.organ].filter(Boolean).join('，')}</td>
                <td className="wraps">{page.text}</td>
                <td className="wraps">{page.files.join('、')}</td>
                <td className="wraps">{page.address}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
