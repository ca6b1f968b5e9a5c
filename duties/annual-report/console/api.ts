import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { newId } from '#platform/console/id.ts'
import { useStanding } from '#platform/console/session.tsx'
import type {
  BelowView,
  CellCases,
  MergedView,
  ReportDays,
  ReportView,
  ReportYears,
  VersionsView,
} from '../contract.ts'

const rootOf = (organId: string): string => `/api/organs/${organId}/reports`
const useRoot = (): string => rootOf(useStanding().organ.organId)

export function useReportYears() {
  const root = useRoot()
  return useQuery({ queryKey: [root], queryFn: () => call<ReportYears>('GET', root) })
}

/** The report of a year: of the organ one stands in, or of one below it. */
export function useReport(year: string, organId?: string) {
  const mine = useRoot()
  const root = organId === undefined ? mine : rootOf(organId)
  return useQuery({ queryKey: [root, year], queryFn: () => call<ReportView>('GET', `${root}/${year}`) })
}

/** The published versions of a report: of the organ one stands in, or of one below it. */
export function useVersions(year: string, organId?: string) {
  const mine = useRoot()
  const root = organId === undefined ? mine : rootOf(organId)
  return useQuery({
    queryKey: [root, year, 'versions'],
    queryFn: () => call<VersionsView>('GET', `${root}/${year}/versions`),
  })
}

/** What a cell counted, up to the same instant as the report on the screen. */
export function useCell(view: ReportView, cellId: string) {
  const root = rootOf(view.organId)
  const cutOff = encodeURIComponent(view.cutOff)
  return useQuery({
    queryKey: [root, view.year, cellId, view.cutOff],
    queryFn: () => call<CellCases>('GET', `${root}/${view.year}/cells/${cellId}?cutOff=${cutOff}`),
  })
}

/** Where the reports of the organs below stand. */
export function useBelow(year: string) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, year, 'below'],
    queryFn: () => call<BelowView>('GET', `${root}/${year}/below`),
  })
}

export function useMerged(year: string) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, year, 'merged'],
    queryFn: () => call<MergedView>('GET', `${root}/${year}/merged`),
  })
}

export interface StepSent {
  step: string
  ask: Record<string, unknown>
}

/** Where a report stands that steps are taken with: whose it is, of which year, and the last fact seen. */
export interface Stepped {
  organId: string
  year: number
  seq: number
}

const stepsFromAbove: ReadonlySet<string> = new Set(['remind', 'return', 'accept'])

/** Takes steps with a report, one after the other; then everything of reports on the screen is read again. */
export function useReportSteps({ organId, year, seq }: Stepped) {
  const client = useQueryClient()
  const mine = useRoot()
  return useMutation({
    mutationFn: async (steps: readonly StepSent[]) => {
      let seenSeq = seq
      for (const { step, ask } of steps) {
        const path = `${rootOf(organId)}/${year}/${stepsFromAbove.has(step) ? 'review' : 'steps'}/${step}`
        seenSeq = (await call<{ seq: number }>('POST', path, { askId: newId(), seenSeq, ask })).seq
      }
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: [rootOf(organId)] })
      if (mine !== rootOf(organId)) await client.invalidateQueries({ queryKey: [mine] })
    },
  })
}

/** Adds or withdraws monthly entries, or imports a list; then the report is read again. */
export function useEntries({ organId, year }: Pick<Stepped, 'organId' | 'year'>) {
  const client = useQueryClient()
  const base = `${rootOf(organId)}/${year}/entries`
  return useMutation({
    mutationFn: ({ path = '', body }: { path?: string; body?: unknown }) =>
      call<{ entryIds: string[] }>('POST', `${base}${path}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: [rootOf(organId)] }),
  })
}

/** Where the report as it stands is downloaded. */
export const fileAddress = ({ organId, year }: Pick<Stepped, 'organId' | 'year'>, kind: string): string =>
  `${rootOf(organId)}/${year}/file/${kind}`

/** Where the merged report is downloaded before it is published. */
export const mergedFileAddress = (
  { organId, year }: Pick<Stepped, 'organId' | 'year'>,
  kind: string,
): string => `${rootOf(organId)}/${year}/merged/file/${kind}`

/** Hands in the file of a unit below that does not use the system. */
export function useHandIn({ organId, year }: Pick<Stepped, 'organId' | 'year'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file, file.name)
      return call<{ seq: number }>('POST', `${rootOf(organId)}/${year}/handed-in`, body)
    },
    onSettled: () => client.invalidateQueries({ queryKey: [rootOf(organId)] }),
  })
}

/** Hands in what a unit below put on its site. */
export function useHandInLink({ organId, year }: Pick<Stepped, 'organId' | 'year'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (address: string) =>
      call<{ seq: number }>('POST', `${rootOf(organId)}/${year}/handed-in-link`, { address }),
    onSettled: () => client.invalidateQueries({ queryKey: [rootOf(organId)] }),
  })
}

/** Writes the days by which those below hand in and publish. */
export function useNotice(year: string) {
  const client = useQueryClient()
  const root = useRoot()
  return useMutation({
    mutationFn: (notice: { submitOn: string; publishOn: string; words: string }) =>
      call<ReportDays>('PUT', `${root}/${year}/notice`, notice),
    onSettled: () => client.invalidateQueries({ queryKey: [root] }),
  })
}
