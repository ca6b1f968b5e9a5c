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
import type { StepAsk } from '#platform/ledger/contract.ts'
import type {
  Assignees,
  CaseView,
  FiledSchema,
  QueuePage,
  RegisterAsk,
  RegisteredSchema,
  StepDone,
  Today,
} from '../contract.ts'
import { type List, wordsOf } from './queue-list.ts'

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

/** The list of cases, page by page. */
export function useQueue(list: List) {
  const organId = useOrganId()
  return useInfiniteQuery({
    queryKey: [organId, 'queue', wordsOf(list).toString()],
    queryFn: ({ pageParam }) => {
      const query = wordsOf({ ...list })
      query.set('limit', '50')
      if (pageParam !== '') query.set('after', pageParam)
      return call<QueuePage>('GET', `${root(organId)}/requests?${query}`)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Who holds or held cases of the organ. */
export function useAssignees() {
  const organId = useOrganId()
  return useQuery({
    queryKey: [organId, 'assignees'],
    queryFn: () => call<Assignees>('GET', `${root(organId)}/request-assignees`),
  })
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
