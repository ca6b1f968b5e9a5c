import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, formOf } from '#platform/console/api.ts'
import { useStanding } from '#platform/console/session.tsx'
import type { Catalogue, Catalogues, CheckedFile, TakenFile } from '../../catalogue/contract.ts'

/** Where the standard catalogues of the organ at hand are served. */
export const useStandardsRoot = (): string => `/api/organs/${useStanding().organ.organId}/standard-catalogues`

export function useCatalogues() {
  const root = useStandardsRoot()
  return useQuery({ queryKey: [root], queryFn: () => call<Catalogues>('GET', root) })
}

export function useCatalogue(field: string, version: string) {
  const root = useStandardsRoot()
  const path = `${root}/${field}${version === '' ? '' : `?version=${version}`}`
  return useQuery({ queryKey: [root, path], queryFn: () => call<Catalogue>('GET', path) })
}

/** Reads a file and tells what it would bring; nothing is kept. */
export function useCheck() {
  const root = useStandardsRoot()
  return useMutation({ mutationFn: (file: File) => call<CheckedFile>('POST', `${root}/check`, formOf(file)) })
}

/** What is chosen for one table of a file. */
export interface TableChoice {
  table: number
  field: string
  label: string
}

/** Takes the chosen tables of a file as drafts. */
export function useTake() {
  const root = useStandardsRoot()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, choices }: { file: File; choices: readonly TableChoice[] }) => {
      const query = new URLSearchParams(
        choices.map(({ table, field, label }) => ['table', `${table}:${field}:${label}`]),
      )
      return call<TakenFile>('POST', `${root}?${query}`, formOf(file))
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [root] }),
  })
}

/** Publishes the draft of a field, or throws it away. */
export function useDraft(field: string) {
  const root = useStandardsRoot()
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: [root] })
  const publish = useMutation({
    mutationFn: () => call<{ version: number }>('POST', `${root}/${field}/publication`),
    onSuccess,
  })
  const discard = useMutation({ mutationFn: () => call('DELETE', `${root}/${field}/draft`), onSuccess })
  return { publish, discard }
}
