import { Cited } from '#platform/pages/cited.tsx'
import { ClockStrip } from '#platform/pages/clock-strip.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { DueView, StripDay } from '../contract.ts'

/** The answer of the clock in one line, weighty, with what is left of it. */
export function DueSentence({ due }: { due: DueView }) {
  return (
    <p class={due.kind === 'over' ? 'due-sentence past' : 'due-sentence'}>
      {due.sentence}
      {due.kind === 'due' && due.workingDaysLeft !== null && <span>{leftInWords(due.workingDaysLeft)}</span>}
    </p>
  )
}

const leftInWords = (left: number): string => {
  if (left < 0) return `已超过${-left}个工作日`
  return left === 0 ? '今天是最后一日' : `还有${left}个工作日`
}

/** Why that day: each reason in one sentence with its article. */
export function Reasons({ due }: { due: DueView }) {
  return (
    <ol class="reasons">
      {due.because.map((reason) => (
        <li key={`${reason.code}${reason.from ?? ''}`}>
          <p>{reason.sentence}</p>
          {reason.cites && <Cited cites={reason.cites} />}
        </li>
      ))}
    </ol>
  )
}

/** The strip of an answer with its caption. */
export function StripOf(props: { due: DueView; strip: readonly StripDay[]; today?: string }) {
  const { due, strip, today } = props
  return <ClockStrip cells={strip} caption={captionOf(due, strip)} today={today} />
}

function captionOf(due: DueView, strip: readonly StripDay[]): string {
  const from = strip[0]?.day
  const received = from ? `${inChinese(from as Day)}收到` : ''
  if (due.on === null) return [received, due.sentence].filter(Boolean).join('，')
  const counted = strip.reduce((most, day) => Math.max(most, day.counted ?? 0), 0)
  const unsure = due.provisional ? '（暂定）' : ''
  return `${received}，第${counted}个工作日是${inChinese(due.on as Day)}${unsure}`
}
