import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, formOf } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { ChannelDone, Lists, Places, SentPage } from '../../channels/contract.ts'
import type { Gazette } from '../../channels/contract-gazette.ts'

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}`
const key = 'channels'

const next = ({ next: after }: { next: string | null }) =>
  after === null ? undefined : `after=${encodeURIComponent(after)}`

/** What went out, newest first; of one item where it is given. */
export function useSent(itemId: string) {
  const root = useRoot()
  const item = itemId === '' ? '' : `item=${itemId}&`
  return useInfiniteQuery({
    queryKey: [key, root, 'sent', itemId],
    queryFn: ({ pageParam }) => call<SentPage>('GET', `${root}/channel-sendings?${item}${pageParam}`),
    initialPageParam: '',
    getNextPageParam: next,
  })
}

export function usePlaces() {
  const root = useRoot()
  return useQuery({
    queryKey: [key, root, 'places'],
    queryFn: () => call<Places>('GET', `${root}/channel-places`),
  })
}

/** The gazette of the organ; `keeps` is false for one that has none. */
export function useGazette() {
  const root = useRoot()
  return useQuery({
    queryKey: [key, root, 'gazette'],
    queryFn: () => call<Gazette>('GET', `${root}/gazette-issues`),
  })
}

export function useLists() {
  const root = useRoot()
  return useInfiniteQuery({
    queryKey: [key, root, 'lists'],
    queryFn: ({ pageParam }) => call<Lists>('GET', `${root}/channel-lists?${pageParam}`),
    initialPageParam: '',
    getNextPageParam: next,
  })
}

/** Records something of the channels; whatever comes of it, they are read again. */
export function useRecording() {
  const root = useRoot()
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      call<ChannelDone>('POST', `${root}/${path}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  })
  return (path: string, body: object) => mutateAsync({ path, body })
}

/** Sends a picture for a form. */
export function useEvidence() {
  const root = useRoot()
  return (askId: string, file: File) =>
    call<{ fileId: string; name: string }>('POST', `${root}/channel-files?ask=${askId}`, formOf(file))
}

export const useFileAddress = () => {
  const root = useRoot()
  return {
    picture: (fileId: string) => `${root}/channel-files/${fileId}`,
    list: (listId: string, format: 'docx' | 'xlsx') =>
      `${root}/channel-lists/${listId}/file?format=${format}`,
  }
}
