import { FoundItems } from '#duties/publication/console/found-items.tsx'
import { FoundRequests } from '#duties/requests/console/found-requests.tsx'
import { maySeeRequests } from '#duties/requests/console/rights.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'

/** 查找: what holds the words, duty by duty, of what the person may see. */
export function FindPage(_: ScreenProps) {
  const { organ } = useStanding()
  const words = (useLocation().query.get('q') ?? '').trim().slice(0, 100)
  const note = words === '' ? '请在上方的查找框里输入标题、编号中的字词。' : `含“${words}”的申请和信息。`
  return (
    <>
      <PageHead title="查找" note={note} />
      {words === '' || !maySeeRequests(organ.roles) ? null : <FoundRequests words={words} />}
      {words === '' ? null : <FoundItems words={words} />}
    </>
  )
}
