import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '#law/roles.ts'
import type { PathParams } from './match.ts'

export interface ScreenProps {
  params: PathParams
}

/** An entry of the left menu. `letter` is pressed after g. */
export interface MenuEntry {
  label: string
  letter: string
  /** A path with :organId in it. */
  to: string
}

/** One screen of the console: where it stands, who may open it, and its code, loaded when it is opened. */
export interface ConsolePage {
  path: string
  mayOpen(roles: readonly Role[]): boolean
  screen: LazyExoticComponent<ComponentType<ScreenProps>>
  menu?: MenuEntry
  /** Screens that stand under another entry of the menu. */
  under?: string
}

type Place = Pick<ConsolePage, 'path' | 'mayOpen' | 'screen'>

/** A screen by its path below the organ; `load` fetches its code when it is opened. */
export const at = (
  path: string,
  mayOpen: ConsolePage['mayOpen'],
  load: () => Promise<ComponentType<ScreenProps>>,
): Place => ({ path: `/:organId/${path}`, mayOpen, screen: lazy(async () => ({ default: await load() })) })

/** An entry of the menu and the screens that stand under it; the entry leads to the first of them. */
export const menuEntry = (
  letter: string,
  label: string,
  first: Place,
  ...others: readonly Place[]
): ConsolePage[] => [
  { ...first, menu: { label, letter, to: first.path } },
  ...others.map((other) => ({ ...other, under: letter })),
]

/** The field at the top: what it looks through, and where it leads. */
export interface ConsoleSearch {
  label: string
  mayUse(roles: readonly Role[]): boolean
  to(organId: string, words: string): string
}

/** Said of a screen that any of these roles may open. */
export const heldBy =
  (...wanted: readonly Role[]) =>
  (held: readonly Role[]): boolean =>
    held.some((role) => wanted.includes(role))

export const everybody = (): boolean => true
