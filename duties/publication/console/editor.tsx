import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { cleanHtml } from '../paste/clean.ts'
import { captionOf, captionWords, extensions } from './editor-extensions.ts'
import './editor.css'

interface Bound {
  id: string
  label: string
  /** The text at first; what is typed afterwards is told by `onChange`. */
  html: string
  onChange(html: string): void
  /** What cleaning took out of a pasted text, in words. */
  onDropped(dropped: string[]): void
}

/** The text of an item: what is pasted from Word, WPS or 微信 is cleaned before it arrives. */
export function TextEditor({ id, label, html, onChange, onDropped }: Bound) {
  const editor = useEditor({
    extensions,
    content: html,
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        class: 'text-editor',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
      },
      transformPastedHTML: (pasted) => {
        const { html: clean, dropped } = cleanHtml(pasted)
        onDropped(dropped.map(({ what, count }) => `${what}${count}处`))
        return clean
      },
    },
    onUpdate: ({ editor: now }) => onChange(now.isEmpty ? '' : now.getHTML()),
  })
  return (
    <div className="editor">
      <Tools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  )
}

interface Tool {
  label: string
  /** What stands on the button. */
  sign: string
  isOn?: (editor: Editor) => boolean
  run: (editor: Editor) => void
}

const heading = (level: 2 | 3, sign: string, label: string): Tool => ({
  sign,
  label,
  isOn: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
})

const mark = (name: 'sup' | 'sub', label: string): Tool => ({
  sign: label,
  label,
  isOn: (editor) => editor.isActive(name),
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
})

const tools: readonly Tool[] = [
  heading(2, '一级标题', '一级标题'),
  heading(3, '二级标题', '二级标题'),
  {
    sign: '加粗',
    label: '加粗',
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  mark('sup', '上标'),
  mark('sub', '下标'),
  {
    sign: '编号',
    label: '编号列表',
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    sign: '项目',
    label: '项目列表',
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    sign: '表格',
    label: '插入表格',
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { sign: '撤销', label: '撤销', run: (editor) => editor.chain().focus().undo().run() },
  { sign: '重做', label: '重做', run: (editor) => editor.chain().focus().redo().run() },
]

const inTable: readonly Tool[] = [
  { sign: '加行', label: '加行（下方）', run: (editor) => editor.chain().focus().addRowAfter().run() },
  { sign: '加列', label: '加列（右侧）', run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { sign: '删行', label: '删行', run: (editor) => editor.chain().focus().deleteRow().run() },
  { sign: '删列', label: '删列', run: (editor) => editor.chain().focus().deleteColumn().run() },
  { sign: '删表', label: '删表', run: (editor) => editor.chain().focus().deleteTable().run() },
]

const on = (editor: Editor | null): string[] =>
  editor === null ? [] : [...tools, ...inTable].flatMap((tool) => (tool.isOn?.(editor) ? [tool.label] : []))

/** The words above the table in which the cursor stands; undefined outside of tables. */
const captionIn = (editor: Editor | null): string | undefined =>
  editor?.isActive('table') ? captionWords(String(editor.getAttributes('table').caption ?? '')) : undefined

function Tools({ editor }: { editor: Editor | null }) {
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ on: on(now), caption: captionIn(now) }),
  })
  if (editor === null) return null
  const caption = state?.caption
  const shown = caption === undefined ? tools : [...tools, ...inTable]
  return (
    <div className="editor-tools" role="toolbar" aria-label="排版">
      {shown.map((tool) => (
        <button
          key={tool.label}
          type="button"
          aria-label={tool.label}
          {...(tool.isOn ? { 'aria-pressed': state?.on.includes(tool.label) ?? false } : {})}
          onClick={() => tool.run(editor)}
        >
          {tool.sign}
        </button>
      ))}
      {caption === undefined ? null : (
        <input
          aria-label="表题"
          placeholder="表题"
          autoComplete="off"
          value={caption}
          onChange={({ target }) =>
            editor.commands.updateAttributes('table', { caption: captionOf(target.value) })
          }
        />
      )}
    </div>
  )
}
