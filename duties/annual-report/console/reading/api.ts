import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { Batch, Known, Ranks, ReadList, ReadOverview, ReadView, Series } from '../../corpus/contract.ts'

/** The address of the organ's corpus. */
const corpusRoot = (organId: string): string => `/api/organs/${organId}/read-reports`
export const useRoot = (): string => corpusRoot(useStanding().organ.organId)

export interface Filters {
  organ: string
  year: string
  check: string
}

/** The filters that an address names. */
export const filtersIn = (query: URLSearchParams): Filters => ({
  organ: query.get('organ') ?? '',
  year: query.get('year') ?? '',
  check: query.get('check') ?? '',
})

/** What was asked for as a query; what is empty is left out. */
export function queryOf(asked: Readonly<Record<string, string>>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

export function useReadList(filters: Filters, sort: string) {
  const root = useRoot()
  return useInfiniteQuery({
    queryKey: [root, 'list', filters, sort],
    queryFn: ({ pageParam }) =>
      call<ReadList>('GET', `${root}${queryOf({ ...filters, sort, after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useOverview(filters: Filters) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, 'overview', filters],
    queryFn: () => call<ReadOverview>('GET', `${root}/overview${queryOf({ ...filters })}`),
  })
}

export function useRead(readId: string) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, readId],
    queryFn: () => call<ReadView>('GET', `${root}/${encodeURIComponent(readId)}`),
    staleTime: 60_000,
  })
}

export function useKnown() {
  const root = useRoot()
  return useQuery({ queryKey: [root, 'known'], queryFn: () => call<Known>('GET', `${root}/known`) })
}

export function useSeries(organ: string, cell: string) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, 'series', organ, cell],
    queryFn: () => call<Series>('GET', `${root}/figures/series${queryOf({ organ, cell })}`),
    enabled: organ !== '',
  })
}

export function useRanks(year: string, cell: string) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, 'ranks', year, cell],
    queryFn: () => call<Ranks>('GET', `${root}/figures/ranks${queryOf({ year, cell })}`),
    enabled: year !== '',
  })
}

/** The batch that this person began last, asked for again each second while it is being read. */
export function useLastBatch(goesOn: (batch: Batch | null) => boolean) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, 'batch'],
    queryFn: () => call<{ batch: Batch | null }>('GET', `${root}/batches/last`),
    refetchInterval: ({ state }) => (goesOn(state.data?.batch ?? null) ? 1000 : false),
  })
}
