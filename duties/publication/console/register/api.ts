import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { newId } from '#platform/console/id.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { ItemStepDone } from '../../contract-desk.ts'
import type { Register, RegisterQuery, RegisterRow } from '../../register/contract.ts'

const useOrganRoot = (): string => `/api/organs/${useStanding().organ.organId}`

const addressOf = (root: string, query: RegisterQuery, after: string): string => {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) words.set(name, String(value))
  if (after !== '') words.set('after', after)
  return `${root}/register?${words}`
}

/** Where the register is served as a file. */
export const useRegisterFile = (view: string): string =>
  `${useOrganRoot()}/register/file?view=${view}&format=xlsx`

/** The register of the organ, page by page. */
export function useRegister(query: RegisterQuery) {
  const root = useOrganRoot()
  return useInfiniteQuery({
    queryKey: [root, 'register', query],
    queryFn: ({ pageParam }) => call<Register>('GET', addressOf(root, query, pageParam)),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export interface CleanedUp {
  result: string
  basis: string
}

/** What the clean-up of one document came to. */
export function useCleanUp({ itemId, seq }: RegisterRow) {
  const root = useOrganRoot()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ask: CleanedUp) =>
      call<ItemStepDone>('POST', `${root}/items/${itemId}/steps/cleanUp`, {
        askId: newId(),
        seenSeq: seq,
        ask,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: [root, 'register'] }),
  })
}
