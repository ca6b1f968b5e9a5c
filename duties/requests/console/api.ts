import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Static } from 'typebox'
import { call } from '#platform/console/api.ts'
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

/** Where a file of a case is downloaded. */
export const fileAddress = (organId: string, caseId: string, fileId: string): string =>
  `${caseRoot(organId, caseId)}/files/${fileId}`

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

/** Records a step; whatever comes of it, the case is read again, for somebody else may have been first. */
export function useStep(caseId: string, step: string) {
  const organId = useOrganId()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (stepAsk: StepAsk) =>
      call<StepDone>('POST', `${caseRoot(organId, caseId)}/steps/${step}`, stepAsk),
    onSuccess: refresh,
    onError: () => void refresh(),
  })
}

export type StoredFile = Static<typeof FiledSchema>

/** Stores a file with a case and answers its id, to be named in a step. */
export function useUpload(caseId: string) {
  const organId = useOrganId()
  return (file: File): Promise<StoredFile> => {
    const form = new FormData()
    form.append('file', file, file.name)
    return call<StoredFile>('POST', `${caseRoot(organId, caseId)}/files`, form)
  }
}

function useRefresh(): () => Promise<void> {
  const organId = useOrganId()
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [organId] })
}
