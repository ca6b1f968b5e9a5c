import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, formOf } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { CheckedList, ListAsk, TakenList } from '../../lists/contract.ts'

/** Where the monthly lists of the organ are served. */
export const useListsRoot = (): string => `/api/organs/${useStanding().organ.organId}/decision-lists`

interface Sent extends ListAsk {
  file: File
}

const words = ({ kind, month }: ListAsk): string => new URLSearchParams({ kind, month }).toString()

/** Reads a list and tells what it would bring; nothing is kept. */
export function useCheckList() {
  const root = useListsRoot()
  return useMutation({
    mutationFn: ({ file, ...ask }: Sent) =>
      call<CheckedList>('POST', `${root}/check?${words(ask)}`, formOf(file)),
  })
}

/** Takes a list whole. */
export function useTakeList() {
  const root = useListsRoot()
  const { organ } = useStanding()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, ...ask }: Sent) => call<TakenList>('POST', `${root}?${words(ask)}`, formOf(file)),
    onSuccess: () => client.invalidateQueries({ queryKey: [organ.organId] }),
  })
}
