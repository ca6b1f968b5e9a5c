import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from './api.ts'
import { PageHead } from './page-head.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import { Answered } from './states.tsx'

interface SettingsPartShown<Settings> {
  title: string
  note: string
  /** The address that the settings are read from; also the key that they are kept under. */
  root: string
  children: (answer: Settings) => ReactNode
}

/** A part of 设置: its head, the tabs, and the form of what stands now. */
export function SettingsPart<Settings>({ title, note, root, children }: SettingsPartShown<Settings>) {
  const query = useQuery({ queryKey: [root], queryFn: () => call<Settings>('GET', root) })
  return (
    <>
      <PageHead title={title} note={note} />
      <SettingsTabs />
      <Answered query={query}>{children}</Answered>
    </>
  )
}
