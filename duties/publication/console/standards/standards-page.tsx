import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { dayInShanghai, inChinese } from '#time/day.ts'
import type { Catalogues, CatalogueVersion } from '../../catalogue/contract.ts'
import { useCatalogues } from './api.ts'
import { Bring } from './bring.tsx'
import { mayKeepStandards } from './rights.ts'
import './standards.css'

/** 标准目录: each field with its published version, its draft, and what is late; tables are brought in here. */
export function StandardsPage(_: ScreenProps) {
  const { organ } = useStanding()
  const query = useCatalogues()
  return (
    <>
      <PageHead
        title="基层政务公开标准目录"
        note="按领域导入标准目录的表格，检查无误后发布；每一事项下面公开了什么、哪些逾期，随时可见。"
        actions={<Link to={`/${organ.organId}/publication`}>公开信息</Link>}
      />
      {mayKeepStandards(organ.roles) ? <Bring fields={query.data?.fields ?? []} /> : null}
      <Answered query={query}>{(catalogues) => <Fields catalogues={catalogues} />}</Answered>
    </>
  )
}

function Fields({ catalogues: { catalogues } }: { catalogues: Catalogues }) {
  const { organ } = useStanding()
  if (catalogues.length === 0) return <Nothing>还没有标准目录。</Nothing>
  return (
    <WideTable label="标准目录">
      <table className="list cards">
        <thead>
          <tr>
            <th scope="col">领域</th>
            <th scope="col">现行版本</th>
            <th scope="col">草稿</th>
            <th scope="col">逾期未更新</th>
            <th scope="col">暂无内容</th>
          </tr>
        </thead>
        <tbody>
          {catalogues.map((each) => (
            <tr key={each.field}>
              <th scope="row">
                <Link to={`/${organ.organId}/standards/${each.field}`}>{each.label}</Link>
              </th>
              <td data-label="现行版本">{inWords(each.published)}</td>
              <td data-label="草稿">{inWords(each.draft)}</td>
              <td data-label="逾期未更新">
                {each.late === 0 ? '' : <strong className="late">{each.late}项</strong>}
              </td>
              <td data-label="暂无内容">{each.empty === 0 ? '' : `${each.empty}项`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const inWords = (version: CatalogueVersion | null): string =>
  version === null
    ? ''
    : `第${version.version}版，${version.entries}项，${inChinese(dayInShanghai(version.publishedAt ?? version.madeAt))}`
