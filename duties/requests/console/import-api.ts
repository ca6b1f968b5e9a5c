import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { call, formOf } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { ImportColumns, ImportListSchema, ImportView, MappingSchema } from '../contract-import.ts'

export type Mapping = Static<typeof MappingSchema>
export type Source = Mapping[string]

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}/request-imports`

export const isRunning = ({ status }: Pick<ImportView, 'status'>): boolean =>
  status === 'checking' || status === 'importing'

/** The imports of the organ, newest first; asked again while one of them is under way. */
export function useImports() {
  const root = useRoot()
  return useQuery({
    queryKey: [root],
    queryFn: () => call<Static<typeof ImportListSchema>>('GET', root),
    refetchInterval: ({ state }) => (state.data?.imports.some(isRunning) ? 2000 : false),
  })
}

/** One import; asked again every second while it is under way. The samples that came with the upload stay. */
export function useImport(importId: string) {
  const root = useRoot()
  const client = useQueryClient()
  const queryKey = [root, importId]
  return useQuery({
    queryKey,
    queryFn: async () => {
      const now = await call<ImportColumns>('GET', `${root}/${importId}`)
      const before = client.getQueryData<ImportColumns>(queryKey)
      return before === undefined ? now : { ...now, columns: before.columns }
    },
    refetchInterval: ({ state }) => (state.data !== undefined && isRunning(state.data) ? 1000 : false),
  })
}

/** Sends a register; its columns are known at once. */
export function useUpload() {
  const root = useRoot()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => call<ImportColumns>('POST', root, formOf(file)),
    onSuccess: (made) => {
      client.setQueryData([root, made.importId], made)
      return client.invalidateQueries({ queryKey: [root], exact: true })
    },
  })
}

/** Has every row checked with this mapping, or takes the whole register over. */
export function useImportStep(importId: string) {
  const root = useRoot()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: [root] })
  const check = (mapping: Mapping) =>
    call<ImportView>('POST', `${root}/${importId}/check`, { mapping }).finally(refresh)
  const run = useMutation({
    mutationFn: () => call<ImportView>('POST', `${root}/${importId}/run`),
    onSettled: refresh,
  })
  return { check, run }
}
