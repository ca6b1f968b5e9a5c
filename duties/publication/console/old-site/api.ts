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
  LaidAsk,
  OldAddresses,
  OldPages,
  OldPreview,
  OldSitesSchema,
  OldSiteView,
  OldSiteWhole,
  SettleAsk,
} from '../../old-site/contract.ts'

export type Settled = Static<typeof SettleAsk>
export type Source = Settled['mapping'][string]

export const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/old-sites`

/** True while the server is at work on a site. */
export const isUnderWay = ({ status }: Pick<OldSiteView, 'status'>): boolean =>
  status === 'reading' || status === 'checking' || status === 'taking'

/** The old sites of the organ and what lies on the server for it; asked again while one is under way. */
export function useOldSites() {
  const root = useRoot()
  return useQuery({
    queryKey: [root],
    queryFn: () => call<Static<typeof OldSitesSchema>>('GET', root),
    refetchInterval: ({ state }) => (state.data?.sites.some(isUnderWay) ? 2000 : false),
  })
}

/** One old site; asked again every second while it is under way. */
export function useOldSite(siteId: string) {
  const root = useRoot()
  return useQuery({
    queryKey: [root, siteId],
    queryFn: () => call<OldSiteWhole>('GET', `${root}/${siteId}`),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 1000 : false),
  })
}

function useRefresh() {
  const root = useRoot()
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [root] })
}

/** Sends a list or JSON, an archive, or both. */
export function useSend() {
  const root = useRoot()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (files: readonly File[]) => {
      const form = new FormData()
      for (const file of files) form.append('file', file, file.name)
      return call<OldSiteView>('POST', root, form)
    },
    onSettled: refresh,
  })
}

/** Takes what lies in the organ's folder on the server. */
export function useLaid() {
  const root = useRoot()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (ask: Static<typeof LaidAsk>) => call<OldSiteView>('POST', `${root}/laid`, ask),
    onSettled: refresh,
  })
}

/** What can be done with one site. */
export function useSteps(siteId: string) {
  const root = `${useRoot()}/${siteId}`
  const refresh = useRefresh()
  const check = (ask: Settled) => call<OldSiteView>('POST', `${root}/check`, ask).finally(refresh)
  const preview = useMutation({
    mutationFn: (ask: Settled) => call<OldPreview>('POST', `${root}/preview`, ask),
  })
  const run = useMutation({ mutationFn: () => call<OldSiteView>('POST', `${root}/run`), onSettled: refresh })
  const stop = useMutation({
    mutationFn: () => call<OldSiteView>('POST', `${root}/stop`),
    onSettled: refresh,
  })
  return { check, preview, run, stop }
}

/** The pages of a site with what became of them, a hundred at a time. `mark` changes when they do. */
export function usePages(siteId: string, outcome: string, mark: string) {
  const root = `${useRoot()}/${siteId}/pages`
  return useInfiniteQuery({
    queryKey: [root, outcome, mark],
    queryFn: ({ pageParam }) =>
      call<OldPages>('GET', `${root}?after=${pageParam}${outcome === '' ? '' : `&outcome=${outcome}`}`),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

/** The old addresses of a site that hold these words. `mark` changes when there are more. */
export function useAddresses(siteId: string, words: string, mark: string) {
  const root = `${useRoot()}/${siteId}/addresses`
  return useInfiniteQuery({
    queryKey: [root, words, mark],
    queryFn: ({ pageParam }) =>
      call<OldAddresses>(
        'GET',
        `${root}?q=${encodeURIComponent(words)}&after=${encodeURIComponent(pageParam)}`,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}
