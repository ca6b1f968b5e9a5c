import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { Batch, Kept } from '../../corpus/contract.ts'
import { useLastBatch, useRoot } from './api.ts'
import { stop, useSending } from './queue.ts'
import { Tally } from './tally.tsx'

const isRunning = ({ chosen, done, cancelled }: Batch): boolean => !cancelled && done < chosen

/** How far the last batch was sent and read, with a way to stop it. One that ended in another window is not shown. */
export function BatchProgress() {
  const root = useRoot()
  const client = useQueryClient()
  const sending = useSending()
  const isSending = sending.sent < sending.chosen && !sending.stopped
  const last = useLastBatch((batch) => isSending || (batch !== null && isRunning(batch)))
  const batch = last.data?.batch ?? null
  const done = batch?.done ?? 0
  // What was read stands in the lists at once.
  useEffect(() => {
    if (done > 0) void client.invalidateQueries({ queryKey: [root, 'list'] })
  }, [client, root, done])
  if (batch === null || (!isRunning(batch) && batch.batchId !== sending.batchId)) return null
  const chosen = Math.max(batch.chosen, batch.chosen + sending.chosen - sending.sent)
  return (
    <>
      <progress value={done} max={Math.max(1, chosen)} aria-label="读入的进度" />
      <p role="status" className="tight">
        {isSending ? `正在上传，已上传${sending.sent}个，共${sending.chosen}个。` : null}
        {wordsOf(batch, chosen, isSending)}
      </p>
      {isSending || isRunning(batch) ? <StopButton batchId={batch.batchId} /> : null}
      <ul className="kept">
        {[...sending.failed.map(({ name, why }) => refused(name, why)), ...batch.kept].map((each) => (
          <KeptLine key={`${each.name} ${each.readId}`} kept={each} />
        ))}
        {sending.strange.map((line) => (
          <li className="refused" key={line}>
            {`“${line}”没有网址，没有读。`}
          </li>
        ))}
      </ul>
    </>
  )
}

function wordsOf({ done, refused: bad, cancelled }: Batch, chosen: number, isSending: boolean): string {
  if (cancelled) return `已经停止：读了${done}个，其余没有读，读过的都在列表里。`
  if (isSending || done < chosen)
    return `已读${done}个，共${chosen}个文件。可以去做别的或者关闭网页，读过的都在列表里。`
  return `读完了：${chosen}个文件中读到${done - bad}份报告${bad > 0 ? `，${bad}份没有读成` : ''}。`
}

const refused = (name: string, why: string): Kept => ({
  name,
  readId: null,
  again: false,
  refused: why,
  organName: null,
  year: null,
  blocks: 0,
  explains: 0,
  warns: 0,
})

function StopButton({ batchId }: { batchId: string }) {
  const root = useRoot()
  const client = useQueryClient()
  const stopping = useMutation({
    mutationFn: () => stop(root, batchId),
    onSettled: () => void client.invalidateQueries({ queryKey: [root, 'batch'] }),
  })
  return (
    <>
      <Button onClick={() => stopping.mutate()} loading={stopping.isPending}>
        停止
      </Button>
      {stopping.error === null ? null : <ProblemAlert error={stopping.error} />}
    </>
  )
}

/** What became of one file. */
export function KeptLine({ kept }: { kept: Kept }) {
  const { organ } = useStanding()
  const { name, readId, refused: why, again } = kept
  if (why !== null || readId === null)
    return (
      <li className="refused">
        <strong>{name}</strong>：{why}
      </li>
    )
  return (
    <li>
      <Link to={`/${organ.organId}/reading/report/${readId}`}>{name}</Link>　{kept.organName ?? '机关不明'}　
      {kept.year === null ? '年度不明' : `${kept.year}年`}　<Tally {...kept} />
      {again ? '　以前读过，没有重复收存' : ''}
    </li>
  )
}
