import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import type { CaseDone } from '#platform/console/case/desk.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { Opening, StepAsk } from '#platform/ledger/contract.ts'
import type { DecisionDone, Decisions, DecisionView } from '../../decisions/contract.ts'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/decisions`

export function useDecisions() {
  const root = useRoot()
  return useInfiniteQuery({
    queryKey: [root],
    queryFn: ({ pageParam }) => call<Decisions>('GET', `${root}${pageParam}`),
    initialPageParam: '',
    getNextPageParam: (page) => (page.next === null ? undefined : `?after=${encodeURIComponent(page.next)}`),
  })
}

export function useDecision(decisionId: string) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, decisionId],
    queryFn: () => call<DecisionView>('GET', `${root}/${decisionId}`),
  })
}

export function useOpening() {
  const root = useRoot()
  return useQuery({
    queryKey: [root, 'opening'],
    queryFn: () => call<Opening>('GET', `${root}/opening`),
  })
}

/** A decision's steps write no letter and warn of nothing. */
export const nothingMore: CaseDone = { warnings: [], letter: null }

/** Lists a decision: the answer names it. */
export function useList() {
  const root = useRoot()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ask: StepAsk) => call<DecisionDone>('POST', root, ask),
    onSuccess: () => client.invalidateQueries({ queryKey: [root] }),
  })
}

/** How the steps of a decision are sent; whatever comes of one, the decision is read again. */
export function useDecisionSending(decisionId: string) {
  const root = useRoot()
  const client = useQueryClient()
  const step = useMutation({
    mutationFn: ({ name, ask }: { name: string; ask: StepAsk }) =>
      call<DecisionDone>('POST', `${root}/${decisionId}/steps/${name}`, ask),
    onSettled: () => client.invalidateQueries({ queryKey: [root] }),
  })
  return {
    send: async (name: string, ask: StepAsk): Promise<CaseDone> => {
      await step.mutateAsync({ name, ask })
      return nothingMore
    },
  }
}
