import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { OfferedFields } from '../catalogue/contract.ts'
import type {
  Comparison,
  ContentAsk,
  Drafted,
  Inbox,
  ItemCounts,
  ItemList,
  ItemListQuery,
  ItemStepDone,
  ItemView,
} from '../contract-desk.ts'
import type { BatchName } from '../rules/batch.ts'

const root = (organId: string): string => `/api/organs/${organId}`
const itemRoot = (organId: string, itemId: string): string => `${root(organId)}/items/${itemId}`

const useOrganId = (): string => useStanding().organ.organId

export type ListAsk = Omit<ItemListQuery, 'after' | 'limit'>

/** A list as a query of an address. */
export function wordsOf(list: ListAsk): URLSearchParams {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(list)) if (value) words.set(name, String(value))
  return words
}

const pages = (path: string, words: URLSearchParams, after: string): string => {
  const query = new URLSearchParams(words)
  query.set('limit', '50')
  if (after !== '') query.set('after', after)
  return `${path}?${query}`
}

/** The items of the organ, page by page. */
export function useItems(list: ListAsk) {
  const organId = useOrganId()
  const words = wordsOf(list)
  return useInfiniteQuery({
    queryKey: [organId, 'items', words.toString()],
    queryFn: ({ pageParam }) => call<ItemList>('GET', pages(`${root(organId)}/items`, words, pageParam)),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** What waits for the person over all organs, page by page; with `at` what they may pass there together. */
export function useInbox(at?: BatchName) {
  return useInfiniteQuery({
    queryKey: ['publication-inbox', at ?? ''],
    queryFn: ({ pageParam }) =>
      call<Inbox>('GET', pages('/api/publication/inbox', new URLSearchParams(at ? { at } : {}), pageParam)),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 60_000,
  })
}

const mostFound = 20

/** What holds the words in each of these organs, the newest of it. */
export function useItemsFound(organIds: readonly string[], words: string) {
  const query = new URLSearchParams({ view: 'all', q: words, limit: String(mostFound) })
  const inOrgan = async (organId: string) => {
    const { rows, next } = await call<ItemList>('GET', `${root(organId)}/items?${query}`)
    return { organId, rows, more: next !== null }
  }
  return useQuery({
    queryKey: ['items-found', words, ...organIds],
    queryFn: () => Promise.all(organIds.map(inOrgan)),
    enabled: organIds.length > 0,
  })
}

/** The entries of standard catalogues under which the organ files what it publishes, by field. */
export function useOfferedEntries() {
  const organId = useOrganId()
  return useQuery({
    queryKey: [organId, 'standard-entries'],
    queryFn: () => call<OfferedFields>('GET', `${root(organId)}/standard-entries`),
    staleTime: 300_000,
  })
}

export function useItemCounts() {
  const organId = useOrganId()
  return useQuery({
    queryKey: [organId, 'item-counts'],
    queryFn: () => call<ItemCounts>('GET', `${root(organId)}/item-counts`),
  })
}

/** One item; not asked for before it exists. */
export function useItem(itemId: string, exists = true) {
  const organId = useOrganId()
  return useQuery({
    queryKey: [organId, 'item', itemId],
    queryFn: () => call<ItemView>('GET', itemRoot(organId, itemId)),
    enabled: exists,
    // The proof of a withdrawal comes by itself, some seconds after.
    refetchInterval: ({ state: { data } }) => (data?.withdrawal && !data.withdrawal.proof ? 2000 : false),
  })
}

export function useComparison(itemId: string, from: number, to: number) {
  const organId = useOrganId()
  return useQuery({
    queryKey: [organId, 'item', itemId, from, to],
    queryFn: () => call<Comparison>('GET', `${itemRoot(organId, itemId)}/comparison?from=${from}&to=${to}`),
  })
}

export interface StepSent {
  askId: string
  seenSeq: number
  ask: Record<string, unknown>
}

/** How an item is drafted, saved, mended and taken a step further; whatever comes of it, it is read again. */
export function useItemSending(itemId: string) {
  const organId = useOrganId()
  const client = useQueryClient()
  const at = itemRoot(organId, itemId)
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: [organId] })
    await client.invalidateQueries({ queryKey: ['publication-inbox'] })
  }
  const step = useMutation({
    mutationFn: ({ name, sent }: { name: string; sent: StepSent }) =>
      call<ItemStepDone>('POST', `${at}/steps/${name}`, sent),
    onSettled: refresh,
  })
  const mend = useMutation({
    mutationFn: (sent: { askId: string; seenSeq: number; mends: { key: string; mend: string }[] }) =>
      call<ItemStepDone>('POST', `${at}/mends`, sent),
    onSettled: refresh,
  })
  const draft = useMutation({
    mutationFn: (content: ContentAsk) => call<Drafted>('POST', `${root(organId)}/items`, { itemId, content }),
    onSuccess: refresh,
  })
  return {
    step: (name: string, sent: StepSent) => step.mutateAsync({ name, sent }),
    mend: mend.mutateAsync,
    draft: draft.mutateAsync,
    autosave: (seenSeq: number, content: ContentAsk) =>
      call<void>('PUT', `${at}/autosave`, { seenSeq, content }),
    fileAddress: (fileId: string) => `${at}/files/${fileId}`,
    filesAddress: `${at}/files`,
  }
}
