import type { Frame } from './frame.ts'
import { type SectionKey, sections } from './sections.ts'

/** Head of a page: whose site it is (the home page says it itself), the small tools, the five fixed sections. */
export function Masthead(props: { frame: Frame; section?: SectionKey | undefined; home: boolean }) {
  const { frame, section, home } = props
  return (
    <header class="masthead">
      {frame.site.demonstration && (
        <p class="demonstration">
          <span class="shell">演示系统：单位、人员和信息均为虚构</span>
        </p>
      )}
      <div class="shell masthead-row">
        {!home && (
          <a class="masthead-name" href="/">
            <strong>{frame.site.name || '政府信息公开'}</strong>
            {frame.site.name && <span>政府信息公开</span>}
          </a>
        )}
        <Tools frame={frame} />
      </div>
      <nav class="sections" aria-label="栏目">
        <ul class="shell">
          {sections.map(({ key, label: [before, kept, after], address }) => (
            <li key={key}>
              <a href={address} aria-current={key === section ? 'page' : undefined}>
                {before && <span class="wide">{before}</span>}
                {kept}
                {after && <span class="wide">{after}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Tools({ frame }: { frame: Frame }) {
  return (
    <ul class="tools">
      <li>
        <a href="/search">检索</a>
      </li>
      {frame.path !== '' && (
        <>
          <li>
            <a href={choiceAddress(frame, 'size', frame.large ? 'normal' : 'large')} rel="nofollow">
              {frame.large ? '标准字号' : '大字版'}
            </a>
          </li>
          <li>
            <a href={choiceAddress(frame, 'script', frame.traditional ? 'hans' : 'hant')} rel="nofollow">
              {frame.traditional ? <span lang="zh-Hans">简体</span> : <span lang="zh-Hant">繁體</span>}
            </a>
          </li>
        </>
      )}
      <li>
        <a href="/accessibility">无障碍说明</a>
      </li>
    </ul>
  )
}

const choiceAddress = ({ path }: Frame, name: 'size' | 'script', value: string): string =>
  `/display?${name}=${value}&back=${encodeURIComponent(path)}`
