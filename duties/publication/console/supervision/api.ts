import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type {
  CountedItems,
  CountedOrgans,
  CountedOrgansQuery,
  CountedQuery,
  PublicationCounts,
} from '../../channels/contract.ts'
import type {
  AnswerAsk,
  BelowInspection,
  BelowList,
  Inspection,
  RemindAsk,
  Reminders,
} from '../../supervision/contract.ts'

const rootOf = (organId: string): string => `/api/organs/${organId}/publication-supervision`

/** How an organ stands: the own one, or one below. */
export function useInspection(organId: string) {
  return useQuery({
    queryKey: [organId, 'inspection'],
    queryFn: () => call<Inspection>('GET', rootOf(organId)),
  })
}

/** A list as a query of an address. */
export const wordsOf = (list: BelowList): string =>
  new URLSearchParams(Object.entries(list).map(([name, value]) => [name, String(value)])).toString()

const pageSize = 100

export function useBelow(list: BelowList) {
  const { organ } = useStanding()
  const root = `${rootOf(organ.organId)}/below`
  const query = useInfiniteQuery({
    queryKey: [organ.organId, 'inspection-below', wordsOf(list)],
    queryFn: ({ pageParam }) =>
      call<BelowInspection>('GET', `${root}?${wordsOf(list)}&limit=${pageSize}&offset=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      pages.length * pageSize < page.organs ? pages.length * pageSize : undefined,
    placeholderData: keepPreviousData,
  })
  return { query, file: `${root}/export?${wordsOf(list)}&` }
}

/** What waits at the organ's desk for an answer. */
export function useReminders() {
  const { organ } = useStanding()
  return useQuery({
    queryKey: [organ.organId, 'publication-reminders'],
    queryFn: () => call<Reminders>('GET', `${rootOf(organ.organId)}/reminders`),
  })
}

/** Reminds an organ below; answers a reminder of the own organ. */
export function useReminding(organId: string) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: [organId] })
  const remind = useMutation({
    mutationFn: (ask: RemindAsk) => call<void>('POST', `${rootOf(organId)}/reminders`, ask),
    onSuccess: refresh,
  })
  const answer = useMutation({
    mutationFn: ({ reminderId, ask }: { reminderId: string; ask: AnswerAsk }) =>
      call<void>('POST', `${rootOf(organId)}/reminders/${reminderId}/answer`, ask),
    onSuccess: refresh,
  })
  return { remind: remind.mutateAsync, answer: answer.mutateAsync }
}

export const countsRoot = (organId: string): string => `/api/organs/${organId}/publication-counts`

export function useCounts(year: string, scope: string) {
  const { organ } = useStanding()
  const words = new URLSearchParams({ scope, ...(year === '' ? {} : { year }) })
  return useQuery({
    queryKey: [organ.organId, 'publication-counts', words.toString()],
    queryFn: () => call<PublicationCounts>('GET', `${countsRoot(organ.organId)}?${words}`),
    placeholderData: keepPreviousData,
  })
}

export function useCounted({ channel, kind, month }: CountedQuery) {
  const { organ } = useStanding()
  const words = new URLSearchParams({ channel, month, ...(kind === undefined ? {} : { kind }) })
  return useInfiniteQuery({
    queryKey: [organ.organId, 'publication-counted', words.toString()],
    queryFn: ({ pageParam }) =>
      call<CountedItems>('GET', `${countsRoot(organ.organId)}/items?${words}${pageParam}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next === null ? undefined : `&after=${encodeURIComponent(next)}`),
  })
}

/** The organs that a figure over several of them adds up. */
export function useCountedOrgans(asked: CountedOrgansQuery) {
  const { organ } = useStanding()
  const words = new URLSearchParams(Object.entries(asked))
  return useQuery({
    queryKey: [organ.organId, 'publication-counted-organs', words.toString()],
    queryFn: () => call<CountedOrgans>('GET', `${countsRoot(organ.organId)}/organs?${words}`),
  })
}
