import { useEffect, useRef, useState } from 'react'
import { minuteInChinese } from '#platform/console/day-text.tsx'

const pause = 1500

export interface Autosaving {
  /** Something was typed: it is kept when the hand rests. */
  touch(): void
  /** All of it is saved for good. */
  saved(): void
  isDirty(): boolean
  /** Waits for what is under way. */
  settled(): Promise<void>
  words: string
}

/** Keeps what is typed as soon as the hand rests, and before the page is left; says so. */
export function useAutosave(keep: () => Promise<void>, keptAt?: string): Autosaving {
  const [words, say] = useState(keptAt ? `上次没有保存的内容已经找回（${minuteInChinese(keptAt)}）。` : '')
  const dirty = useRef(keptAt !== undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef(keep)
  latest.current = keep
  const run = async () => {
    timer.current = undefined
    try {
      await latest.current()
      if (dirty.current) say('已自动保存。')
    } catch {
      say('没有自动保存，请检查网络；内容还在本页。')
    }
  }
  const touch = () => {
    dirty.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      running.current = running.current.then(run)
    }, pause)
  }
  const settled = async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    await running.current
  }
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (timer.current !== undefined) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      if (timer.current === undefined) return
      clearTimeout(timer.current)
      void latest.current().catch(() => undefined)
    }
  }, [])
  const saved = () => {
    dirty.current = false
    say('已保存。')
  }
  return { touch, saved, isDirty: () => dirty.current, settled, words }
}
