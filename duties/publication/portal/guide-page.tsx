import { terms } from '#duties/requests/rules/terms.ts'
import { citeInChinese } from '#law/citation.ts'
import type { Contact, Organ } from '#platform/organs/contract.ts'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { headings } from '../rules/catalogue.ts'
import { terms as publicationTerms } from '../rules/terms.ts'
import { ContactTable } from './contact-table.tsx'

interface GuideProps {
  frame: Frame
  organ: Organ
  contact: Contact | null
  /** Organs whose guides are linked; none on the guide of one of them. */
  others: readonly Organ[]
}

/** 政府信息公开指南 of one organ (第十二条第二款). */
export function GuidePage({ frame, organ, contact, others }: GuideProps) {
  const title = `${organ.name}政府信息公开指南`
  const own = others.length === 0
  return (
    <Page
      frame={frame}
      section="guide"
      title={title}
      meta={{ level: 'list', column: columnOf('guide') }}
      trail={own ? [{ label: '政府信息公开指南', address: '/guide' }] : []}
    >
      <h1>{title}</h1>
      <div class="measure">
        <p>
          为了方便公民、法人和其他组织获取{organ.name}
          的政府信息，根据《中华人民共和国政府信息公开条例》第十二条编制本指南。
        </p>
        <Office organ={organ} contact={contact} />
        <Arrangement organ={organ} />
        <Ways organ={organ} />
        <Remedies />
      </div>
      {others.length > 0 && (
        <>
          <h2>各机关的指南</h2>
          <ul class="organ-columns">
            {others.map((each) => (
              <li key={each.code}>
                <a href={`/guide/${each.code}`}>{each.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function Office({ organ, contact }: Pick<GuideProps, 'organ' | 'contact'>) {
  return (
    <>
      <h2>一、公开工作机构</h2>
      {contact ? (
        <ContactTable contact={contact} caption={`${organ.name}政府信息公开工作机构的联系方式`} />
      ) : (
        <p>联系方式正在更新，请向上一级机关的公开工作机构咨询。</p>
      )}
    </>
  )
}

function Arrangement({ organ }: { organ: Organ }) {
  return (
    <>
      <h2>二、信息的分类和编排</h2>
      <p>主动公开的信息按照《条例》第二十条分为下列各类：</p>
      <ol class="categories">
        {headings
          .filter((heading) => heading.place.article === 20)
          .map((heading) => (
            <li key={heading.code}>
              <a href={`/items?organ=${organ.code}&catalogue=${heading.code}`}>{heading.label}</a>
            </li>
          ))}
      </ol>
      <p>
        每条信息有一个索引号，一般由公开机关的统一社会信用代码、年份和流水号组成。一条信息一个号码，不会变更，也不会重复使用。
      </p>
    </>
  )
}

function Ways({ organ }: { organ: Organ }) {
  return (
    <>
      <h2>三、获取信息的方式</h2>
      <h3>（一）主动公开</h3>
      <p>
        属于主动公开范围的信息，自形成或者变更之日起{publicationTerms.publication.workingDays}个工作日内公开（
        {citeInChinese({ article: 26, quote: '' })}
        ）。您可以在本平台<a href="/search">检索</a>、<a href={`/items?organ=${organ.code}`}>查阅</a>
        和下载，也可以到国家档案馆、公共图书馆和政务服务场所设置的政府信息查阅点查阅。
      </p>
      <h3>（二）依申请公开</h3>
      <p>
        没有主动公开的信息，可以向{organ.name}申请公开。申请可以当面提交、邮寄，也可以
        <a href={`/requests/new/${organ.code}`}>在网上提出</a>
        。书写确有困难的，可以口头提出，由公开工作机构代为填写。收到申请后，能够当场答复的当场答复；不能当场答复的，在
        {terms.reply.workingDays}个工作日内答复。具体办法见<a href="/requests">依申请公开</a>。
      </p>
    </>
  )
}

function Remedies() {
  return (
    <>
      <h2>四、监督和救济</h2>
      <p>
        认为行政机关没有按照要求主动公开信息，或者对申请不依法答复处理的，可以向政府信息公开工作主管部门提出（
        {citeInChinese({ article: 47, paragraph: 2, quote: '' })}
        ）。认为行政机关在公开工作中侵犯其合法权益的，可以向上一级行政机关或者主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼（
        {citeInChinese({ article: 51, quote: '' })}）。
      </p>
    </>
  )
}
