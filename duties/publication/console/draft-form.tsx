import { Button, Form } from 'antd'
import type { KeyboardEvent } from 'react'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { Attachments } from './attachments.tsx'
import { FirstFields, MoreFields } from './draft-fields.tsx'
import { TextEditor } from './editor.tsx'
import { type Drafted, type Drafting, useDrafting } from './use-drafting.ts'

const formName = 'draft'

interface Shown extends Drafted {
  /** Tells how to save what is on the screen, for the steps beside it. */
  saver: { current: (() => Promise<number | undefined>) | null }
}

/** 拟稿: four typed entries, the rest folded away with its default; nothing typed is lost. */
export function DraftForm({ saver, ...drafted }: Shown) {
  const drafting = useDrafting(drafted)
  const { form, first, auto, save } = drafting
  saver.current = async () => (auto.isDirty() ? save() : undefined)
  const { submit, busy, problem } = useSending(form, async () => {
    await save()
  })
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.submit()
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
        onKeyDown={saveByKey}
      >
        <SendingProblem problem={problem} form={formName} />
        <Fields drafting={drafting} />
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

function Fields({ drafting }: { drafting: Drafting }) {
  const { first, files, dropped, sending, typed, tellDropped, changeFiles, bear } = drafting
  return (
    <>
      <FirstFields
        editor={
          <TextEditor
            id={`${formName}_body`}
            label="正文"
            html={first.body}
            onChange={typed}
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
        before={bear}
        change={(next) => void changeFiles(next)}
        fileAddress={sending.fileAddress}
      />
      <MoreFields />
    </>
  )
}
