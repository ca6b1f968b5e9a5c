import { Button } from 'antd'

interface MoreRowsShown {
  /** How many are shown, and of what: 条, 件. */
  shown: number
  unit: string
  /** Fetches further ones; undefined where all are shown. */
  more: (() => void) | undefined
  busy: boolean
}

/** Under a list that is fetched a page at a time: how many are shown, and the button for more. */
export function MoreRows({ shown, unit, more, busy }: MoreRowsShown) {
  return (
    <p className="after-table" role="status">
      {more === undefined ? `共 ${shown} ${unit}。` : `已显示 ${shown} ${unit}，还有更多。`}
      {more === undefined ? null : (
        <Button onClick={more} loading={busy}>
          继续显示
        </Button>
      )}
    </p>
  )
}
