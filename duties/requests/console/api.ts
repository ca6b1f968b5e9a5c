import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Static } from 'typebox'
import { call, formOf } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type {
  CaseView,
  FiledSchema,
  QueuePage,
  QueueQuery,
  RegisterAsk,
  RegisteredSchema,
  StepAsk,
  StepDone,
  Today,
} from '../contract.ts'

const root = (organId: string): string => `/api/organs/${organId}`
const caseRoot = (organId: string, caseId: string): string => `${root(organId)}/requests/${caseId}`

const useOrganId = (): string => useStanding().organ.organId

export function useToday() {
  const organId = useOrganId()
  return useQuery({
    queryKey: [organId, 'today'],
    queryFn: () => call<Today>('GET', `${root(organId)}/today`),
    refetchInterval: 60_000,
  })
}

export type View = NonNullable<QueueQuery['view']>

/** The list of cases, page by page. */
export function useQueue(view: View, q: string) {
  const organId = useOrganId()
  return useInfiniteQuery({
    queryKey: [organId, 'queue', view, q],
    queryFn: ({ pageParam }) =>
      call<QueuePage>('GET', `${root(organId)}/requests?${ask(view, q, pageParam)}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

function ask(view: View, q: string, after: string): string {
  const query = new URLSearchParams({ view, limit: '50' })
  if (q !== '') query.set('q', q)
  if (after !== '') query.set('after', after)
  return query.toString()
}

export function useCase(caseId: string) {
  const organId = useOrganId()
  return useQuery({
    queryKey: [organId, 'case', caseId],
    queryFn: () => call<CaseView>('GET', caseRoot(organId, caseId)),
  })
}

export type Registered = Static<typeof RegisteredSchema>

export function useRegister() {
  const organId = useOrganId()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (register: RegisterAsk) => call<Registered>('POST', `${root(organId)}/requests`, register),
    onSuccess: refresh,
  })
}

/** How steps and files of a case are sent; whatever comes of a step, the case is read again. */
export function useCaseSending(caseId: string) {
  const root = caseRoot(useOrganId(), caseId)
  const refresh = useRefresh()
  const step = useMutation({
    mutationFn: ({ name, ask }: { name: string; ask: StepAsk }) =>
      call<StepDone>('POST', `${root}/steps/${name}`, ask),
    onSuccess: refresh,
    onError: () => void refresh(),
  })
  return {
    send: (name: string, ask: StepAsk) => step.mutateAsync({ name, ask }),
    upload: (file: File) => call<Static<typeof FiledSchema>>('POST', `${root}/files`, formOf(file)),
    fileAddress: (fileId: string) => `${root}/files/${fileId}`,
  }
}

function useRefresh(): () => Promise<void> {
  const organId = useOrganId()
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [organId] })
}
