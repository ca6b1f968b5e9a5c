import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemAlert } from './problem-alert.tsx'

export const Loading = () => (
  <p className="loading" role="status">
    正在读取……
  </p>
)

/** Draws what a query answered; says so while it is being read and where it failed. */
export function Answered<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />
  return <Loading />
}

/** Nothing here, said in words. */
export const Nothing = ({ children }: { children: ReactNode }) => <p className="nothing">{children}</p>
