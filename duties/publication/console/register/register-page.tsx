import { Button } from 'antd'
import { DayText } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { Register, RegisterRow } from '../../register/contract.ts'
import { cleanupLabel } from '../../rules/register.ts'
import { useRegister, useRegisterFile } from './api.ts'
import { CleanUp } from './clean-up.tsx'
import '../publication.css'
import './register.css'

const views = [
  { view: 'all', label: '全部', empty: '登记簿里还没有文件；规范性文件发布时自动登记编号。' },
  { view: 'cleanup', label: '到期清理', empty: '没有到期清理的文件。' },
  { view: 'unexplained', label: '没有解读', empty: '现行有效的文件都有解读。' },
] as const
type View = (typeof views)[number]

/** 规范性文件登记簿: numbered when released; what is due for clean-up, and what is not explained in time. */
export function RegisterPage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const view = views.find((each) => each.view === asked.get('view')) ?? views[0]
  const query = useRegister({ view: view.view })
  const file = useRegisterFile(view.view)
  return (
    <>
      <PageHead
        title="规范性文件登记簿"
        note="统一登记、统一编号、统一印发；年度报告的制发、废止、现行有效件数由此计算。"
        actions={
          <a href={file} download>
            导出表格
          </a>
        }
      />
      <nav aria-label="按情况查看" className="tabs">
        <ul>
          {views.map((each) => (
            <li key={each.view}>
              <Link to={`/${organ.organId}/register?view=${each.view}`} current={each.view === view.view}>
                {each.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Answered query={query}>
        {({ pages: [first, ...more] }) =>
          first === undefined ? null : (
            <>
              <Figures register={first} />
              <Rows register={first} rows={[first, ...more].flatMap((page) => page.rows)} view={view} />
              {query.hasNextPage ? (
                <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                  继续显示
                </Button>
              ) : null}
            </>
          )
        }
      </Answered>
    </>
  )
}

const Figures = ({ register: { figures, cleanupYears } }: { register: Register }) => (
  <p className="tight">
    {figures.year}年制发{figures.made}件，废止、失效{figures.repealed}件，年末现行有效{figures.valid}件。每
    {cleanupYears}年清理一次。
  </p>
)

interface RowsShown {
  register: Register
  rows: readonly RegisterRow[]
  view: View
}

function Rows({ register, rows, view }: RowsShown) {
  if (rows.length === 0) return <Nothing>{view.empty}</Nothing>
  const cleaning = view.view === 'cleanup' && register.mayCleanUp
  const shown = cleaning ? ['清理', '登记结果'] : ['解读', '清理']
  const heads = ['名称', '登记编号', '成文日期', '有效性', ...shown]
  return (
    <WideTable label="行政规范性文件">
      <table className="list cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.itemId} row={row} today={register.today} cleaning={cleaning} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Line({ row, today, cleaning }: { row: RegisterRow; today: string; cleaning: boolean }) {
  const { organ } = useStanding()
  return (
    <tr>
      <th scope="row" className="wraps">
        <Link to={`/${organ.organId}/publication/${row.itemId}`}>{row.title}</Link>
        <span className="note"> {row.documentNumber}</span>
      </th>
      <td data-label="登记编号">{row.registerNumber || '未编号'}</td>
      <td data-label="成文日期">
        <DayText on={row.formedOn} />
      </td>
      <td data-label="有效性">
        {row.validityLabel}
        {row.expiresOn === null ? null : (
          <span className="note">
            {' '}
            至<DayText on={row.expiresOn} />
          </span>
        )}
      </td>
      {cleaning ? null : (
        <td data-label="解读">
          <Explained row={row} today={today} />
        </td>
      )}
      <td data-label="清理">
        <Cleaned row={row} today={today} />
      </td>
      {cleaning ? (
        <td data-label="登记结果">
          <CleanUp row={row} />
        </td>
      ) : null}
    </tr>
  )
}

function Explained({
  row: { interpretations, interpretationDueOn: on },
  today,
}: {
  row: RegisterRow
  today: string
}) {
  if (interpretations > 0) return <>{interpretations}条</>
  if (on === null) return <>—</>
  const late = on < today
  return (
    <span className={late ? 'late' : ''}>
      {late ? '逾期，应于' : '应于'}
      <DayText on={on} />
      前发布
    </span>
  )
}

function Cleaned({ row, today }: { row: RegisterRow; today: string }) {
  const { cleanedOn, cleanup, cleanupDueOn: due } = row
  return (
    <>
      {cleanedOn === null ? null : (
        <>
          <DayText on={cleanedOn} />
          {cleanupLabel(cleanup)}
          <br />
        </>
      )}
      {due === null ? null : (
        <span className={due <= today ? 'late' : 'note'}>
          {due <= today ? '已到期：' : '下次：'}
          <DayText on={due} />
        </span>
      )}
    </>
  )
}
