import { type ReactNode, useEffect, useRef } from 'react'
import { useStanding } from './session.tsx'

interface Head {
  title: string
  /** A line under the title. */
  note?: ReactNode
  /** Buttons at the right. */
  actions?: ReactNode
}

let firstPage = true

/** The heading of a screen. A change of screen puts the keyboard and the screen reader here. */
export function PageHead({ title, note, actions }: Head) {
  const { organ } = useStanding()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${organ.name}`
  }, [title, organ.name])
  useEffect(() => {
    if (!firstPage) heading.current?.focus()
    firstPage = false
  }, [])
  return (
    <div className="page-head">
      <div>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {note === undefined ? null : <p className="note">{note}</p>}
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  )
}
