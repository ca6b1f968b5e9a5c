import { Alert } from 'antd'
import type { Problem } from '../api.ts'
import { useCaseDesk } from './desk.ts'

/** True where somebody else recorded a step first. */
export const isMovedOn = (problem: Problem): boolean =>
  problem.status === 409 && (problem.code === 'movedOn' || problem.code === 'changedMeanwhile')

/** Says that somebody else was first, and what they did; the case on the screen has been read again by then. */
export function MovedOn({ sentAt }: { sentAt: number }) {
  const { timeline } = useCaseDesk()
  const since = timeline.filter((entry) => entry.seq > sentAt)
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title="他人已先行办理"
      description={
        <>
          <ul className="tight-list">
            {since.map((entry) => (
              <li key={entry.seq}>
                {entry.by === undefined ? '' : `${entry.by}：`}
                {entry.label}
              </li>
            ))}
          </ul>
          <p className="tight">本页已更新，您填写的内容还在。请核对后再提交。</p>
        </>
      }
    />
  )
}
