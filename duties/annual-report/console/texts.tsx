import { Button, Input, Select } from 'antd'
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { FormId, TextId } from '#law/report-forms/form.ts'
import { useDraft } from '#platform/console/draft.ts'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import type { FindingView, ReportView } from '../contract.ts'
import { findingsAsTyped } from '../rules/as-typed.ts'
import {
  boundFigures,
  boundNames,
  placeholderOf,
  renderText,
  strayFigures,
  withBound,
} from '../rules/bound-text.ts'
import { likenessOf } from '../rules/likeness.ts'
import { startingTextsWith } from '../rules/starting-texts.ts'
import { useReportSteps } from './api.ts'
import { Findings } from './findings.tsx'
import { MadePublic } from './made-public.tsx'
import { mayTake, reportIn, useSheet } from './sheet.ts'

const written = ['overview', 'problems', 'other'] as const
type Written = (typeof written)[number]
type Texts = Readonly<Record<Written, string>>

/** True of the parts that are written, not counted. */
export const isWritten = (section: TextId): section is Written =>
  (written as readonly TextId[]).includes(section)

interface Editor {
  texts: Texts
  change(section: Written, text: string): void
  useTemplate(): void
  save(): void
  changed: boolean
  busy: boolean
  error: unknown
}

const EditorContext = createContext<Editor | null>(null)

const keptIn = (view: ReportView): Texts => ({
  overview: view.written.overview ?? '',
  problems: view.written.problems ?? '',
  other: view.written.other ?? '',
})

/** The texts of the report while they are being written: kept over a reload, saved together. */
export function TextsEditor({ view, children }: { view: ReportView; children: ReactNode }) {
  const [draft, keep, drop] = useDraft<Texts>(`report:${view.organId}:${view.year}`)
  const [texts, setTexts] = useState<Texts>(draft ?? keptIn(view))
  const steps = useReportSteps(view)
  const kept = keptIn(view)
  const changed = written.filter((section) => texts[section] !== kept[section])
  const put = (next: Texts) => {
    setTexts(next)
    keep(next)
  }
  const save = () =>
    steps.mutate(
      changed.map((section) => ({ step: 'writeText', ask: { section, text: texts[section] } })),
      { onSuccess: drop },
    )
  const editor: Editor = {
    texts,
    change: (section, text) => put({ ...texts, [section]: text }),
    useTemplate: () => {
      const starting = startingTextsWith(view.published)
      put({
        overview: texts.overview || starting.overview,
        problems: texts.problems || starting.problems,
        other: texts.other || starting.other,
      })
    },
    save,
    changed: changed.length > 0,
    busy: steps.isPending,
    error: steps.error,
  }
  return <EditorContext value={editor}>{children}</EditorContext>
}

/** What the checks found, as the texts read while they are being written. */
export function FindingsAsTyped({ view }: { view: ReportView }) {
  const { texts, changed } = useEditor()
  const typed = useDeferredValue(texts)
  const findings = useMemo(() => (changed ? asTyped(view, typed) : view.findings), [view, typed, changed])
  return <Findings findings={findings} />
}

function asTyped(view: ReportView, texts: Texts): FindingView[] {
  const saved = reportIn(view)
  const figures = boundFigures(saved, view.fees, view.published)
  const rendered = written.map((section) => [section, renderText(texts[section], figures)])
  const report = { ...saved, texts: { ...saved.texts, ...Object.fromEntries(rendered) } }
  const { broken, mended } = findingsAsTyped(saved, report)
  return [
    ...view.findings.filter(({ fingerprint }) => !mended.has(fingerprint)),
    ...broken.map((finding) => ({ ...finding, cells: [...finding.cells], result: finding.verdict })),
  ]
}

function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (editor === null) throw new Error('no texts being written')
  return editor
}

/** Above the report: begin with the template, save what was written. */
export function TextsBar({ view }: { view: ReportView }) {
  const { texts, useTemplate, save, changed, busy, error } = useEditor()
  if (!mayTake(view, 'writeText')) return null
  const isMissing = written.some((section) => texts[section].trim() === '')
  return (
    <div className="texts-bar">
      {isMissing ? <Button onClick={useTemplate}>空白部分使用范本</Button> : null}
      <Button type="primary" onClick={save} disabled={!changed} loading={busy}>
        保存文字
      </Button>
      <span role="status">{changed ? '文字有修改，尚未保存。' : ''}</span>
      {error === null ? null : <ProblemAlert error={error} />}
    </div>
  )
}

/** One written part: with figures bound to cells where it may be written, as it reads where it may not. */
export function TextPart({ section, label }: { section: Written; label: string }) {
  const { view } = useSheet()
  const editor = useEditor()
  if (!mayTake(view, 'writeText')) return <Paragraphs text={view.texts[section] ?? ''} />
  const text = editor.texts[section]
  return (
    <>
      <Writing label={label} text={text} change={(next) => editor.change(section, next)} />
      {section === 'overview' ? <MadePublic view={view} /> : null}
      <Reads section={section} text={text} change={(next) => editor.change(section, next)} />
      <LastYear section={section} text={text} />
    </>
  )
}

function Writing({ label, text, change }: { label: string; text: string; change(text: string): void }) {
  const { view } = useSheet()
  const box = useRef<HTMLTextAreaElement>(null)
  const form: FormId = view.form === '2019' ? '2019' : '2021'
  const options = boundNames(form, view.published).map((each) => ({ value: each.name, label: each.label }))
  const insert = (name: string) => {
    const at = box.current?.selectionStart ?? text.length
    change(text.slice(0, at) + placeholderOf(name) + text.slice(at))
  }
  return (
    <>
      <Select
        className="bind"
        aria-label={`在${label}中插入数字`}
        placeholder="在光标处插入数字"
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={null}
        onChange={(name: string | null) => name === null || insert(name)}
      />
      <Input.TextArea
        ref={(area) => {
          box.current = area?.resizableTextArea?.textArea ?? null
        }}
        aria-label={label}
        value={text}
        className="grows"
        rows={4}
        onChange={(event) => change(event.target.value)}
      />
    </>
  )
}

interface ReadsShown {
  section: Written
  text: string
  change(text: string): void
}

/** How the text reads with the figures of now, and the figures in it that are typed beside their cells. */
function Reads({ section, text, change }: ReadsShown) {
  const { view } = useSheet()
  const report = reportIn(view)
  const figures = boundFigures(report, view.fees, view.published)
  const strays = strayFigures(section, text, figures, view.year)
  return (
    <>
      {text.includes('{{') ? (
        <details className="reads" open>
          <summary>按现在的数字，文字如下</summary>
          <Paragraphs text={renderText(text, figures)} />
        </details>
      ) : null}
      {strays.map((stray) => (
        <p className="warning" key={`${stray.from} ${stray.written}`}>
          “{stray.quote}”中的{stray.written}是手写的数字{stray.agrees ? '' : '，同表格不一致'}。
          {stray.bindTo === undefined ? '请核对。' : null}
          {stray.bindTo === undefined ? null : (
            <Button size="small" onClick={() => change(withBound(text, stray))}>
              改为绑定表格
            </Button>
          )}
        </p>
      ))}
    </>
  )
}

function LastYear({ section, text }: { section: Written; text: string }) {
  const { view } = useSheet()
  const before = view.lastYearTexts[section] ?? ''
  if (before === '') return null
  const same = Math.round(likenessOf(text, before) * 100)
  return (
    <details>
      <summary>
        {view.year - 1}年的文字（相同{same}%）
      </summary>
      <Paragraphs text={before} />
    </details>
  )
}

const Paragraphs = ({ text }: { text: string }) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (
      <p className="report-text" key={line}>
        {line}
      </p>
    ))
