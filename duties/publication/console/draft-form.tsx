import { Button, Form } from 'antd'
import { useRef, useState } from 'react'
import { newId } from '#platform/console/id.ts'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { dayInShanghai } from '#time/day.ts'
import type { ContentAsk, ItemView } from '../contract-desk.ts'
import { useItemSending } from './api.ts'
import { Attachments } from './attachments.tsx'
import { beginning, type ContentValues, contentAsk, type FileShown } from './content-form.ts'
import { FirstFields, MoreFields } from './draft-fields.tsx'
import { TextEditor } from './editor.tsx'
import { useAutosave } from './use-autosave.ts'

const formName = 'draft'

interface Shown {
  itemId: string
  /** Undefined while nothing of it is saved. */
  view: ItemView | undefined
  /** Told once it exists. */
  onBorn(): void
  /** Tells how to save what is on the screen, for the steps beside it. */
  saver: { current: (() => Promise<number | undefined>) | null }
}

/** 拟稿: four typed entries, the rest folded away with its default; nothing typed is lost. */
export function DraftForm({ itemId, view, onBorn, saver }: Shown) {
  const today = dayInShanghai(new Date().toISOString())
  const [first] = useState(() => beginning(view, today))
  const [form] = Form.useForm<ContentValues>()
  const [files, setFiles] = useState<readonly FileShown[]>(first.files)
  const [dropped, tellDropped] = useState<readonly string[]>([])
  const body = useRef(first.body)
  const seq = useRef(view?.seq ?? 0)
  if (view && view.seq > seq.current) seq.current = view.seq
  const sending = useItemSending(itemId)
  const contentNow = (with_: readonly FileShown[] = files): ContentAsk =>
    contentAsk(form.getFieldsValue(true) as ContentValues, body.current, with_, first.entry)
  const isBorn = () => seq.current > 0

  const write = async (content: ContentAsk): Promise<number> => {
    if (!isBorn()) {
      const born = await sending.draft(content)
      seq.current = born.seq
      onBorn()
      return born.seq
    }
    const sent = { askId: newId(), seenSeq: seq.current, ask: content }
    const done = await sending.step('edit', sent)
    seq.current = done.seq
    tellDropped(done.dropped)
    return done.seq
  }
  const auto = useAutosave(
    async () => {
      const content = contentNow()
      if (content.title.trim() === '') return
      if (isBorn()) await sending.autosave(seq.current, content)
      else await write(content)
    },
    first.isTyped ? first.savedAt : undefined,
  )
  const save = async (content: ContentAsk = contentNow()) => {
    await auto.settled()
    const now = await write(content)
    auto.saved()
    return now
  }
  saver.current = async () => (auto.isDirty() ? save() : undefined)
  const { submit, busy, problem } = useSending(form, async () => {
    await save()
  })
  const changeFiles = async (next: FileShown[]) => {
    setFiles(next)
    await save(contentNow(next)).catch(() => auto.touch())
  }
  const before = async () => {
    if (!isBorn()) await write({ ...contentNow(), title: contentNow().title.trim() || '（未填标题）' })
  }
  return (
    <section className="sheet" aria-labelledby="draft-head">
      <h2 id="draft-head">稿件</h2>
      <Form
        form={form}
        name={formName}
        layout="vertical"
        initialValues={first.values}
        onValuesChange={auto.touch}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          form.submit()
        }}
      >
        <SendingProblem problem={problem} form={formName} />
        <FirstFields
          editor={
            <TextEditor
              id={`${formName}_body`}
              label="正文"
              html={first.body}
              onChange={(html) => {
                body.current = html
                auto.touch()
              }}
              onDropped={tellDropped}
            />
          }
        />
        {dropped.length === 0 ? null : (
          <p className="note" role="status">
            粘贴时去掉了：{dropped.join('、')}。
          </p>
        )}
        <h3>附件</h3>
        <Attachments
          files={files}
          address={sending.filesAddress}
          before={before}
          change={(next) => void changeFiles(next)}
          fileAddress={sending.fileAddress}
        />
        <MoreFields />
        <p className="form-actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            保存并检查
          </Button>
          <span role="status" className="note">
            {auto.words || '可按 Ctrl+S 保存；停手后自动保存。'}
          </span>
        </p>
      </Form>
    </section>
  )
}
