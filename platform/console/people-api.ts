import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type {
  CoverSchema,
  GrantSchema,
  HandedOutSchema,
  NewPerson,
  Person,
} from '#platform/identity/contract.ts'
import { call } from './api.ts'
import { useStanding } from './session.tsx'

export type HandedOut = Static<typeof HandedOutSchema>
export type Grant = Static<typeof GrantSchema>
export type Cover = Static<typeof CoverSchema>

const useRoot = (): string => `/api/organs/${useStanding().organ.organId}`

export function usePeople() {
  const root = useRoot()
  return useQuery({
    queryKey: [root, 'people'],
    queryFn: async () => (await call<{ people: Person[] }>('GET', `${root}/people`)).people,
  })
}

/** Every change to people and their roles; after each the list is read again. */
export function usePeopleChange<V, T>(change: (root: string, value: V) => Promise<T>) {
  const root = useRoot()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (value: V) => change(root, value),
    onSuccess: () => client.invalidateQueries({ queryKey: [root, 'people'] }),
  })
}

export const makePerson = (root: string, person: NewPerson) =>
  call<HandedOut>('POST', `${root}/people`, person)

export const grantRole = (root: string, grant: Grant) => call<void>('POST', `${root}/roles`, grant)

export const endRole = (root: string, { personId, role }: { personId: string; role: string }) =>
  call<void>('DELETE', `${root}/people/${personId}/roles/${role}`)

export const setCover = (root: string, cover: Cover) =>
  call<{ roles: string[] }>('POST', `${root}/covers`, cover)

export const endCover = (root: string, { absentId, standInId }: Pick<Cover, 'absentId' | 'standInId'>) =>
  call<void>('DELETE', `${root}/covers/${absentId}/${standInId}`)

export const setActive = (root: string, { personId, active }: { personId: string; active: boolean }) =>
  call<void>('POST', `${root}/people/${personId}/${active ? 'unlock' : 'lock'}`)

export const resetPassword = (
  root: string,
  { personId, alsoSecondFactor }: { personId: string; alsoSecondFactor: boolean },
) => call<HandedOut>('POST', `${root}/people/${personId}/password`, { alsoSecondFactor })
