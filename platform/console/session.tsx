import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Me } from '#platform/identity/contract.ts'
import { call, keepCsrf } from './api.ts'

export type HeldOrgan = Me['organs'][number]

const meKey = ['me'] as const

async function askMe(): Promise<Me> {
  const me = await call<Me>('GET', '/api/me')
  keepCsrf(me.csrf)
  return me
}

/** Who is signed in; an error of status 401 where nobody is. */
export const useMeQuery = () =>
  useQuery({ queryKey: meKey, queryFn: askMe, retry: false, staleTime: Number.POSITIVE_INFINITY })

/** Takes over the answer of a sign-in. */
export function useSignedIn(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: meKey })
    void client.invalidateQueries()
  }
}

interface Standing {
  me: Me
  organ: HeldOrgan
}

export const StandingContext = createContext<Standing | null>(null)

/** The person signed in and the organ for which the screen is open. Throws outside the shell. */
export function useStanding(): Standing {
  const standing = useContext(StandingContext)
  if (standing === null) throw new Error('no organ chosen')
  return standing
}
