import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'

/** How the portal can be used by everyone, and whom to ask for help (第四十三条). */
export function AccessibilityPage({ frame }: { frame: Frame }) {
  return (
    <Page
      frame={frame}
      title="无障碍说明"
      meta={{ level: 'list', column: otherColumn('无障碍说明', '大字版、键盘操作、读屏和打印') }}
      trail={[]}
    >
      <h1>无障碍说明</h1>
      <div class="measure">
        <p>本站按照无障碍环境建设的要求制作，方便老年人、残疾人和使用各种设备的人查阅信息、提出申请。</p>
        <h2>大字版</h2>
        <p>
          页面右上角的“大字版”放大全站文字，再按“标准字号”恢复。您也可以用浏览器自带的缩放，页面会随之调整，不需要左右拖动。
        </p>
        <h2>键盘操作</h2>
        <p>
          全部功能都可以只用键盘完成：用 Tab 键逐项前进，用 Shift 加 Tab
          后退，用回车键打开，用空格键选择。每页的第一项是“跳到正文”。
        </p>
        <h2>读屏</h2>
        <p>
          标题、列表、表格和表单都有名称，可以用读屏软件阅读，也可以使用浏览器自带的朗读。期限带是图形，同时附有文字结论和逐日列表。
        </p>
        <h2>打印</h2>
        <p>每一页都可以直接用浏览器打印，导航和按钮不会印出。回执、期限带和年度报告的表格适合用A4纸打印。</p>
        <h2>不用脚本</h2>
        <p>
          关闭浏览器的脚本功能后，本站全部功能仍可使用。提交表单需要允许本站使用
          Cookie，仅用于防止他人冒用您的表单。
        </p>
        <h2>需要帮助</h2>
        <p>
          阅读困难或者视听有障碍的，行政机关应当提供必要的帮助（《条例》第四十三条）。您可以在申请时写明需要的帮助，也可以直接联系
          <a href="/guide">公开工作机构</a>。
        </p>
      </div>
    </Page>
  )
}
