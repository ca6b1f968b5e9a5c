import { Alert, Button } from 'antd'
import { Problem } from './api.ts'

/** Any error as a problem in words. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(0, { title: '页面出错了', detail: error instanceof Error ? error.message : String(error) })

interface Shown {
  error: unknown
  /** What a button beside it does, where trying again may help. */
  retry?: () => void
}

/** What went wrong, what to do, and the article where the law says no. */
export function ProblemAlert({ error, retry }: Shown) {
  const problem = asProblem(error)
  const action = retry === undefined ? {} : { action: <Button onClick={retry}>再试一次</Button> }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.title}
      description={<ProblemWords problem={problem} />}
      {...action}
    />
  )
}

function ProblemWords({ problem }: { problem: Problem }) {
  return (
    <>
      {problem.detail !== '' && problem.detail !== problem.title ? (
        <p className="tight">{problem.detail}</p>
      ) : null}
      {problem.cites.map((cite) => (
        <p className="tight" key={cite.place}>
          <span className="place">{cite.place}</span>
          {cite.quote === '' ? null : <q>{cite.quote}</q>}
        </p>
      ))}
    </>
  )
}
