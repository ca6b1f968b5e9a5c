import { type Filled, Hidden, Radios } from '#platform/pages/form.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { TrackView } from '../contract-track.ts'
import { suggestionGrounds } from '../rules/suggestions.ts'

interface SuggestProps {
  view: TrackView
  hidden: Readonly<Record<string, string>>
  filled: Filled
}

type Made = NonNullable<NonNullable<TrackView['suggestion']>['made']>

/** 第四十四条第二款: who was given something may suggest that everybody be told; and what came of it. */
export function Suggest({ view: { suggestion, organName }, hidden, filled }: SuggestProps) {
  if (suggestion === null) return null
  return (
    <section class="measure">
      <h2>建议主动公开</h2>
      {suggestion.made === null ? (
        <SuggestForm organName={organName} hidden={hidden} filled={filled} />
      ) : (
        <MadeAlready made={suggestion.made} organName={organName} />
      )}
    </section>
  )
}

function SuggestForm({ organName, hidden, filled }: Omit<SuggestProps, 'view'> & { organName: string }) {
  return (
    <form method="post" action="/requests/track/suggest" novalidate>
      <Hidden fields={hidden} />
      <p>
        您认为取得的信息应当让大家都能看到的，可以建议{organName}主动公开。{organName}
        审核后，结果在本页告诉您。
      </p>
      <Radios
        name="ground"
        label="建议的理由"
        filled={filled}
        choices={Object.entries(suggestionGrounds).map(([value, label]) => ({ value, label }))}
      />
      <div class="actions">
        <button class="second" type="submit">
          提出建议
        </button>
      </div>
    </form>
  )
}

function MadeAlready({ made, organName }: { made: Made; organName: string }) {
  const { on, ground, answer } = made
  return (
    <>
      <p>
        您于{inChinese(on as Day)}建议主动公开，理由是{ground}。{answer === null && `${organName}正在审核。`}
      </p>
      {answer && (
        <p>
          {inChinese(answer.on as Day)}，{organName}审核的结果：{answer.words}
          {answer.item ? (
            <>
              ，见<a href={answer.item.address}>{answer.item.title}</a>。
            </>
          ) : (
            '。'
          )}
        </p>
      )}
    </>
  )
}
