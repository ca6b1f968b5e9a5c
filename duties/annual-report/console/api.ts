import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { CellCases, ReportView, ReportYears } from '../contract.ts'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/reports`

export function useReportYears() {
  const root = useRoot()
  return useQuery({ queryKey: [root], queryFn: () => call<ReportYears>('GET', root) })
}

export function useReport(year: string) {
  const root = useRoot()
  return useQuery({ queryKey: [root, year], queryFn: () => call<ReportView>('GET', `${root}/${year}`) })
}

/** What a cell counted, up to the same instant as the report on the screen. */
export function useCell(view: ReportView, cellId: string) {
  const root = useRoot()
  const cutOff = encodeURIComponent(view.cutOff)
  return useQuery({
    queryKey: [root, view.year, cellId, view.cutOff],
    queryFn: () => call<CellCases>('GET', `${root}/${view.year}/cells/${cellId}?cutOff=${cutOff}`),
  })
}
