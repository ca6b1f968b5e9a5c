import type { Contact } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { ContactTable } from './contact-table.tsx'

/** 我为政府网站找错: where somebody who found a mistake on the site tells of it. */
export function FoundErrorPage(props: { frame: Frame; contact: Contact | null; about: string }) {
  const { frame, contact, about } = props
  const { site } = frame
  return (
    <Page
      frame={frame}
      title="我为政府网站找错"
      meta={{ level: 'list', column: otherColumn('我为政府网站找错', '对本站内容和功能的纠错意见') }}
      trail={[]}
    >
      <h1>我为政府网站找错</h1>
      <div class="measure">
        <p>您发现本站的内容有误、链接打不开或者功能不能使用，请告诉我们，我们会及时核实更正。</p>
        {site.errorReport && (
          <p>
            <a class="button" href={site.errorReport}>
              到找错平台留言
            </a>
          </p>
        )}
        {about && (
          <p class="note">
            请说明页面地址：
            <br />
            {site.address}
            {about}
          </p>
        )}
        <h2>直接联系</h2>
        {contact ? (
          <ContactTable contact={contact} caption="网站纠错的联系方式" />
        ) : (
          <p>联系方式正在更新，请向有关机关的公开工作机构反映。</p>
        )}
        <p class="quiet">对某一条信息的内容有疑问的，也可以在该信息的页面上找到发布机关的联系方式。</p>
      </div>
    </Page>
  )
}
