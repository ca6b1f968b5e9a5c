import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { useGazette } from './api.ts'
import { GazettePart } from './gazette-part.tsx'
import { ListsPart } from './lists-part.tsx'
import { PlacesPart } from './places-part.tsx'
import { SentPart } from './sent-part.tsx'
import './channels.css'

const tabs = [
  { tab: 'sent', label: '发出记录' },
  { tab: 'places', label: '账号和场所' },
  { tab: 'lists', label: '移送清单' },
  { tab: 'gazette', label: '政府公报' },
] as const

/** 其他渠道: what went out beside the site, the accounts and places, the lists for archive and library. */
export function ChannelsPage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query } = useLocation()
  const keepsGazette = useGazette().data?.keeps === true
  const shown = tabs.find(({ tab }) => tab === query.get('tab'))?.tab ?? 'sent'
  const itemId = query.get('item') ?? ''
  return (
    <>
      <PageHead
        title="其他渠道"
        note="微信、微博、公报、公示栏、查阅场所等：登记已公开的信息何时从哪里发出，留存网址或者现场照片。"
      />
      <nav className="tabs" aria-label="其他渠道">
        <ul>
          {tabs
            .filter(({ tab }) => tab !== 'gazette' || keepsGazette)
            .map(({ tab, label }) => (
              <li key={tab}>
                <Link to={`/${organ.organId}/channels?tab=${tab}`} current={tab === shown}>
                  {label}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {shown === 'sent' ? <SentPart itemId={itemId} /> : null}
      {shown === 'places' ? <PlacesPart /> : null}
      {shown === 'lists' ? <ListsPart /> : null}
      {shown === 'gazette' ? <GazettePart /> : null}
    </>
  )
}
