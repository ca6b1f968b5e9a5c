import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { KeptFilesPage, KeptFilesStand } from '../../kept-files/contract.ts'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/kept-files`

/** How the check of the old attachments stands; asked again while it is under way. */
export function useKeptFiles() {
  const root = useRoot()
  return useQuery({
    queryKey: [root],
    queryFn: () => call<KeptFilesStand>('GET', root),
    refetchInterval: ({ state }) => (state.data?.running ? 2000 : false),
  })
}

/** The items in which something was found; `mark` changes when there may be others. */
export function useKeptFilesFound(what: string, mark: string) {
  const root = useRoot()
  const words = what === '' ? '' : `&what=${encodeURIComponent(what)}`
  return useInfiniteQuery({
    queryKey: [root, 'items', what, mark],
    queryFn: ({ pageParam }) => call<KeptFilesPage>('GET', `${root}/items?after=${pageParam}${words}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Begins the check of all of them, or stops it. */
export function useKeptFilesCheck() {
  const root = useRoot()
  const client = useQueryClient()
  const told = (stand: KeptFilesStand) => client.setQueryData([root], stand)
  const check = useMutation({
    mutationFn: () => call<KeptFilesStand>('POST', `${root}/check`),
    onSuccess: told,
  })
  const stop = useMutation({
    mutationFn: () => call<KeptFilesStand>('POST', `${root}/stop`),
    onSuccess: told,
  })
  return { check, stop }
}
