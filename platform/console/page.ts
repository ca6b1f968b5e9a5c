import type { ComponentType, LazyExoticComponent } from 'react'
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
