import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { call, formOf } from '#platform/console/api.ts'
import type { CaseDone } from '#platform/console/case/desk.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { Opening, StepAsk } from '#platform/ledger/contract.ts'
import type { RemedyDone, RemedyFiledSchema, RemedyPage, RemedyView } from '../contract.ts'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/remedies`

/** The cases of the organ, newest first; all of them, or those not yet concluded. */
export function useRemedies(open: boolean) {
  const root = useRoot()
  return useInfiniteQuery({
    queryKey: [root, open],
    queryFn: ({ pageParam }) => call<RemedyPage>('GET', `${root}?open=${open}${pageParam}`),
    initialPageParam: '',
    getNextPageParam: (page) => (page.next === null ? undefined : `&after=${encodeURIComponent(page.next)}`),
  })
}

export function useRemedy(caseId: string) {
  const root = useRoot()
  return useQuery({ queryKey: [root, caseId], queryFn: () => call<RemedyView>('GET', `${root}/${caseId}`) })
}

export function useOpening() {
  const root = useRoot()
  return useQuery({
    queryKey: [root, 'opening'],
    queryFn: () => call<Opening>('GET', `${root}/opening`),
  })
}

/** How a case is opened: the answer names it. */
export function useBegin() {
  const root = useRoot()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ askId, ask }: StepAsk) => call<RemedyDone>('POST', root, { askId, ask }),
    onSuccess: refresh,
  })
}

/** How steps and files of a case are sent; whatever comes of a step, the case is read again. */
export function useRemedySending(caseId: string) {
  const root = `${useRoot()}/${caseId}`
  const refresh = useRefresh()
  const step = useMutation({
    mutationFn: ({ name, ask }: { name: string; ask: StepAsk }) =>
      call<RemedyDone>('POST', `${root}/steps/${name}`, ask),
    onSuccess: refresh,
    onError: () => void refresh(),
  })
  return {
    send: async (name: string, ask: StepAsk): Promise<CaseDone> => {
      await step.mutateAsync({ name, ask })
      return nothingMore
    },
    upload: (file: File) => call<Static<typeof RemedyFiledSchema>>('POST', `${root}/files`, formOf(file)),
    fileAddress: (fileId: string) => `${root}/files/${fileId}`,
  }
}

/** A remedy's steps write no letter and warn of nothing. */
export const nothingMore: CaseDone = { warnings: [], letter: null }

function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
