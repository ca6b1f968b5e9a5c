import { Modal, Switch } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { overlay } from './overlay.ts'
import type { MenuEntry } from './page.ts'

const offKey = 'gongkai-keys-off'
/** The id of the search field at the top. */
export const searchId = 'console-search'

interface Keys {
  entries: readonly MenuEntry[]
  open(entry: MenuEntry): void
}

/** Single keys: `/` looks for something, g then a letter goes somewhere, `?` lists them. Can be switched off. */
export function useKeys({ entries, open }: Keys) {
  const [listShown, showList] = useState(false)
  const [off, setOff] = useState(() => localStorage.getItem(offKey) === 'yes')
  const waiting = useRef(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (off || isTyping(event)) return
      const wasWaiting = waiting.current
      waiting.current = event.key === 'g' && !wasWaiting
      if (event.key === '/') focusSearch(event)
      else if (event.key === '?') showList(true)
      else if (wasWaiting) {
        const entry = entries.find((each) => each.letter === event.key)
        if (entry !== undefined) open(entry)
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [off, entries, open])
  const switchOff = (value: boolean) => {
    localStorage.setItem(offKey, value ? 'yes' : 'no')
    setOff(value)
  }
  return { listShown, showList, off, switchOff }
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=radio],[type=checkbox]),textarea,select')
}

function focusSearch(event: KeyboardEvent): void {
  const field = document.getElementById(searchId)
  if (field === null) return
  event.preventDefault()
  field.focus()
}

interface ListShown extends ReturnType<typeof useKeys> {
  entries: readonly MenuEntry[]
}

/** The list of keys, with the switch that turns them off. */
export function KeyList({ listShown, showList, off, switchOff, entries }: ListShown) {
  return (
    <Modal
      title="键盘操作"
      open={listShown}
      onCancel={() => showList(false)}
      footer={null}
      destroyOnHidden
      {...overlay}
    >
      <table className="keys">
        <thead>
          <tr>
            <th scope="col">按键</th>
            <th scope="col">作用</th>
          </tr>
        </thead>
        <tbody>
          <KeyRow keys={['/']} what="查找" />
          {entries.map((entry) => (
            <KeyRow key={entry.letter} keys={['g', entry.letter]} what={`打开“${entry.label}”`} />
          ))}
          <KeyRow keys={['?']} what="显示本表" />
        </tbody>
      </table>
      <p>
        <Switch checked={!off} onChange={(on) => switchOff(!on)} aria-label="使用单键操作" /> 使用单键操作
      </p>
    </Modal>
  )
}

function KeyRow({ keys, what }: { keys: string[]; what: string }) {
  return (
    <tr>
      <td>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </td>
      <td>{what}</td>
    </tr>
  )
}
