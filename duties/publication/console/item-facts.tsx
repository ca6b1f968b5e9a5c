import { citedOf } from '#law/citation.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { DayText, minuteInChinese } from '#platform/console/day-text.tsx'
import { Entry } from '#platform/console/entry.tsx'
import type { ContentShown, ItemView } from '../contract-desk.ts'
import { isWithheldGround, withheldGrounds } from '../rules/attribute.ts'
import { inWords } from '../rules/kind-field.ts'
import { itemKind } from '../rules/kinds.ts'
import { validityLabel } from '../rules/vocabulary.ts'
import { EntryNamed } from './entry-input.tsx'

/** By when it must be public, and why. */
export function DueLine({ due }: { due: ItemView['due'] }) {
  return (
    <div className="due-line">
      <strong className={due.late ? 'late' : ''}>{due.sentence}</strong>
      {due.workingDaysLeft === null ? null : (
        <span>
          {due.workingDaysLeft < 0
            ? `逾期 ${-due.workingDaysLeft} 个工作日`
            : `还剩 ${due.workingDaysLeft} 个工作日`}
        </span>
      )}
      {due.because.length === 0 ? null : (
        <details>
          <summary>为什么是这一天</summary>
          <ol>
            {due.because.map(({ sentence, cites }) => (
              <li key={sentence}>
                {sentence}
                {cites ? <CitedPlace cited={cites} /> : null}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

/** Who has looked at the text, who is next. */
export function Stages({ view }: { view: ItemView }) {
  if (view.stages.length === 0) return null
  return (
    <ol className="stages" aria-label="审核进度">
      {view.stages.map((stage) => (
        <li key={stage.stage} className={stage.how}>
          <strong>{stage.label}</strong>
          <span>{stageWords(stage, view.working !== null && view.stage !== 'inReview')}</span>
        </li>
      ))}
    </ol>
  )
}

function stageWords({ how, by }: ItemView['stages'][number], isDraft: boolean): string {
  if (how === 'passed') return `${by ?? ''}已同意`
  if (how === 'returned') return `${by ?? ''}已退回`
  if (how === 'waiting') return '等待办理'
  return isDraft ? '送审后办理' : '在前一环节之后'
}

/** The entries of a text, as they are. */
export function ContentEntries({ view, content }: { view: ItemView; content: ContentShown }) {
  const fields = Object.entries(itemKind(content.kind)?.fields ?? {})
  return (
    <dl className="facts">
      <Entry label="索引号">{view.indexNumber}</Entry>
      <Entry label="体裁">{view.kindLabel}</Entry>
      <Entry label="栏目">{view.headingLabel || '未选'}</Entry>
      {content.entry ? <EntryNamed code={content.entry} /> : null}
      <Entry label="成文日期">
        <DayText on={content.formedOn} />
      </Entry>
      {content.documentNumber ? <Entry label="文号">{content.documentNumber}</Entry> : null}
      <Entry label="公开属性">{view.attributeLabel}</Entry>
      {itemKind(content.kind)?.holds ? <Entry label="有效性">{validityLabel(content.validity)}</Entry> : null}
      {fields.map(([name, field]) =>
        content.extra[name] === undefined ? null : (
          <Entry key={name} label={field.label}>
            {inWords(content.extra[name], field)}
          </Entry>
        ),
      )}
      {content.ground && isWithheldGround(content.ground) ? (
        <Entry label="不予公开的条款">
          {withheldGrounds[content.ground].label}
          <CitedPlace cited={citedOf(withheldGrounds[content.ground].cites)} />
        </Entry>
      ) : null}
      {content.groundWords ? <Entry label="不予公开的理由">{content.groundWords}</Entry> : null}
      {view.publishedAt === null ? null : <Entry label="公开时间">{minuteInChinese(view.publishedAt)}</Entry>}
      {view.releaseAt === null ? null : <Entry label="定时发布">{minuteInChinese(view.releaseAt)}</Entry>}
    </dl>
  )
}
