import { citedOf } from '#law/citation.ts'
import { Cited } from '#platform/pages/cited.tsx'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { articles } from '../rules/articles.ts'
import { pageTariff, pieceTariff } from '../rules/fees.ts'
import { terms } from '../rules/terms.ts'

/** 依申请公开: how to ask, what happens then, when an answer must come, what it costs, what one can do against it. */
export function AboutPage({ frame }: { frame: Frame }) {
  return (
    <Page
      frame={frame}
      section="requests"
      title="依申请公开"
      meta={{ level: 'list', column: columnOf('requests') }}
      trail={[]}
    >
      <h1>依申请公开</h1>
      <p class="measure">
        没有主动公开的政府信息，任何公民、法人和其他组织都可以申请获取，不需要说明用途。申请之前，可以先
        <a href="/search">检索</a>是否已经公开。
      </p>
      <p class="actions">
        <a class="button" href="/requests/new">
          我要申请
        </a>
        <a class="button second" href="/requests/track">
          查进度
        </a>
      </p>
      <div class="measure">
        <Channels />
        <h2>申请怎样办理</h2>
        <Course />
        <Costs />
        <h2>不服怎么办</h2>
        <p>
          对答复不服，或者机关逾期不答复的，可以依法申请行政复议或者提起行政诉讼，也可以向上一级机关或者政府信息公开工作主管部门投诉、举报。复议机关、法院和期限，以答复书写明的为准。
        </p>
        <h2>办理期限怎么算</h2>
        <p>
          期限按工作日计算，收到申请的当天不算，周末和法定节假日不算，调休上班的日子要算。您可以用
          <a href="/calculator">期限计算器</a>自己核对，也可以查看全年的<a href="/calendar">工作日日历</a>。
        </p>
      </div>
    </Page>
  )
}

function Channels() {
  return (
    <>
      <h2>怎样提出申请</h2>
      <ul>
        <li>
          <strong>网上提出</strong>：在本站逐页填写，不需要注册账号。提交后得到回执、申请编号和查询码。
        </li>
        <li>
          <strong>当面提交</strong>：到受理机关的公开工作机构提交，提交之日为收到申请之日。
        </li>
        <li>
          <strong>邮寄</strong>
          ：请在信封上注明“政府信息公开申请”。需要签收的，签收之日为收到之日；平常信函，以双方确认之日为准。
        </li>
        <li>
          <strong>口头提出</strong>：书写确有困难的，可以口头提出，由公开工作机构代为填写。
        </li>
      </ul>
      <p>
        各机关的地址、电话和办公时间，见<a href="/guide">公开指南</a>。书面申请可以打印
        <a href="/requests/form">申请表</a>填写。申请应当写明三项内容：
      </p>
      <ol>
        <li>申请人的姓名或者名称、身份证明、联系方式；</li>
        <li>所申请信息的名称、文号，或者便于查询的其他特征；</li>
        <li>希望得到的形式，和获取的方式、途径。</li>
      </ol>
      <Cited cites={citedOf(articles.identity)} />
      <Cited cites={citedOf(articles.writing)} />
    </>
  )
}

function Course() {
  return (
    <ol class="steps">
      <li>
        <h3>收到</h3>
        <p>当面提交的为提交之日，邮寄的为签收之日，网上提出的为双方确认之日。期限自次日起计算。</p>
        <Cited cites={citedOf(articles.receivedOnline)} />
      </li>
      <li>
        <h3>内容不明确的，{terms.correctionNotice.workingDays}个工作日内一次性告知补正</h3>
        <p>答复期限自收到补正的申请之日起重新计算。没有正当理由逾期不补正的，视为放弃申请。</p>
        <Cited cites={citedOf(articles.correctionOnce)} />
      </li>
      <li>
        <h3>涉及他人的，征求第三方意见</h3>
        <p>
          第三方应当在{terms.thirdPartyOpinion.workingDays}
          个工作日内提出意见。征求意见所需时间不计算在答复期限内。
        </p>
        <Cited cites={citedOf(articles.consultationExcluded)} />
      </li>
      <li>
        <h3>{terms.reply.workingDays}个工作日内答复</h3>
        <p>
          能够当场答复的当场答复。需要延长的，应当经公开工作机构负责人同意并告知您，最长再延长
          {terms.extension.workingDays}个工作日。
        </p>
        <Cited cites={citedOf(articles.extension)} />
      </li>
    </ol>
  )
}

function Costs() {
  return (
    <>
      <h2>是否收费</h2>
      <p>
        不收取费用。但是，申请的数量、频次明显超过合理范围的，机关可以收取信息处理费：按件计收的，
        {pieceTariff.free}以内不收；按量计收的，{pageTariff.free}
        以内不收。收费的机关会书面通知，请在收到通知次日起
        {terms.feePayment.workingDays}个工作日内缴纳。
      </p>
      <Cited cites={citedOf(articles.fee)} />
    </>
  )
}
