import { Form, type FormInstance } from 'antd'
import { useRef, useState } from 'react'
import { newId } from '#platform/console/id.ts'
import { useLocation } from '#platform/console/router.tsx'
import { dayInShanghai } from '#time/day.ts'
import type { ContentAsk, ItemView } from '../contract-desk.ts'
import { useItemSending } from './api.ts'
import { beginning, type ContentValues, contentAsk, type FileShown } from './content-form.ts'
import { type Autosaving, useAutosave } from './use-autosave.ts'

export interface Drafted {
  itemId: string
  /** Undefined while nothing of it is saved. */
  view: ItemView | undefined
  /** Told once it exists. */
  onBorn(): void
}

export interface Drafting {
  form: FormInstance<ContentValues>
  first: ReturnType<typeof beginning>
  files: readonly FileShown[]
  dropped: readonly string[]
  auto: Autosaving
  sending: ReturnType<typeof useItemSending>
  /** Saves what is on the screen for good; gives the fact that holds it. */
  save(): Promise<number>
  typed(html: string): void
  tellDropped(dropped: readonly string[]): void
  changeFiles(files: FileShown[]): Promise<void>
  /** Makes sure that the item exists, for the first file. */
  bear(): Promise<void>
}

/** How a text is written first and again: the item is born with the first of it, a fact with every saving. */
function useWriting({ itemId, view, onBorn }: Drafted, tellDropped: (dropped: string[]) => void) {
  const sending = useItemSending(itemId)
  const seq = useRef(0)
  seq.current = Math.max(seq.current, view?.seq ?? 0)
  const write = async (content: ContentAsk): Promise<number> => {
    if (seq.current === 0) {
      const born = await sending.draft(content)
      seq.current = born.seq
      onBorn()
      return born.seq
    }
    const done = await sending.step('edit', { askId: newId(), seenSeq: seq.current, ask: content })
    seq.current = done.seq
    tellDropped(done.dropped)
    return done.seq
  }
  const keep = async (content: ContentAsk): Promise<void> => {
    if (content.title.trim() === '') return
    if (seq.current === 0) await write(content)
    else await sending.autosave(seq.current, content)
  }
  return { sending, write, keep, isBorn: () => seq.current > 0 }
}

const untitled = '（未填标题）'

/** A text on the screen: its entries, its files, and how nothing of it is lost. */
export function useDrafting(drafted: Drafted): Drafting {
  const { query } = useLocation()
  const begun = { explains: query.get('explains'), entry: query.get('entry') }
  const [first] = useState(() => beginning(drafted.view, dayInShanghai(new Date().toISOString()), begun))
  const [form] = Form.useForm<ContentValues>()
  const [files, setFiles] = useState<readonly FileShown[]>(first.files)
  const [dropped, tellDropped] = useState<readonly string[]>([])
  const body = useRef(first.body)
  const { sending, write, keep, isBorn } = useWriting(drafted, tellDropped)
  const content = (now: readonly FileShown[] = files): ContentAsk =>
    contentAsk(form.getFieldsValue(true) as ContentValues, body.current, now)
  const auto = useAutosave(() => keep(content()), first.isTyped ? first.savedAt : undefined)
  const saveAs = async (ask: () => ContentAsk) => {
    await auto.settled()
    const seq = await write(ask())
    auto.saved()
    return seq
  }
  return {
    form,
    first,
    files,
    dropped,
    auto,
    sending,
    save: () => saveAs(content),
    typed: (html) => {
      body.current = html
      auto.touch()
    },
    tellDropped,
    changeFiles: async (next) => {
      setFiles(next)
      await saveAs(() => content(next)).catch(() => auto.touch())
    },
    bear: async () => {
      if (!isBorn()) await write({ ...content(), title: content().title.trim() || untitled })
    },
  }
}
