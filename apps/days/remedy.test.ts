import { test } from 'node:test'
import { says } from './desk.ts'
import { aDay } from './office.ts'
import { given, replies, reviewed, servedOnline } from './reply.ts'

test(
  '第三十七条: a partial disclosure goes to reconsideration, is revoked, and answered anew within the term set',
  aDay('2026-03-02', async (office) => {
    const citizen = await office.citizen()
    const title = '2025年低保工作会议纪要'
    const filed = await citizen.files({ title })
    office.day('2026-03-18')
    const handler = await office.desk('handler')
    await handler.opens(filed.number)
    await handler.does('认领')
    const first = await replies(office, filed, {
      parts: [
        {
          outcome: '区分处理，公开一部分',
          states: {
            公开的内容: '会议议定的事项',
            不予公开的内容: '各方发言的记录',
            不予公开的依据: { pick: '第十六条第二款：过程性信息' },
            理由: '发言记录属于讨论过程，没有规定应当公开',
          },
        },
      ],
      through: reviewed.partly,
      served: servedOnline,
    })
    says(
      first.letter,
      '能够作区分处理',
      '第三十七条',
      '公开的内容：会议议定的事项。',
      '不予公开的内容：各方发言的记录。',
    )
    says(first.letter, '第十六条第二款', '应当先申请行政复议', '行政复议决定书之日起15日内向清溪县人民法院')
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年3月18日）', '应当先申请行政复议')

    office.day('2026-04-08')
    const clerk = await office.desk('handler')
    await clerk.beginsRemedy({
      类型: { pick: '行政复议' },
      复议机关或者人民法院: '清溪县人民政府',
      案号: '清政复〔2026〕8号',
      事由: { pick: '不服答复' },
      请求: '撤销答复中不予公开发言记录的部分',
      申请人或者原告: '沈知远',
      受理或者立案之日: '2026-04-07',
      所涉申请: filed.number,
    })
    await clerk.sees('证据目录（由所涉申请的案卷生成）', '政府信息公开申请答复书')
    const { href: remedy } = new URL(clerk.page.url())

    office.day('2026-05-20')
    const concluding = await office.desk('handler')
    await concluding.page.goto(remedy)
    await concluding.does('登记结果', {
      收到决定或者裁判之日: '2026-05-20',
      结果: { pick: '撤销' },
      文号: '清政复决〔2026〕8号',
      理由摘要: '发言记录中的结论部分不属于讨论过程',
      责令履行的最后一日: '2026-06-10',
    })
    await concluding.cellSays(2026, 'review.corrected', '1')
    const head = await office.desk('head')
    await head.opens(filed.number)
    await head.does('重新办理', {
      收到决定或者判决之日: '2026-05-20',
      决定书或者判决书文号: '清政复决〔2026〕8号行政复议决定书',
      责令答复的最后一日: '2026-06-10',
    })
    await head.clockSays(
      '应当于2026年6月10日前（含当日）答复',
      '2026年5月20日被责令重新作出答复，限于2026年6月10日前答复',
    )
    await citizen.tracks(filed)
    await citizen.sees(
      '重新作出答复',
      '依据：清政复决〔2026〕8号行政复议决定书',
      '应当于2026年6月10日前（含当日）答复',
    )
    await citizen.seesNot('不服怎么办')

    office.day('2026-06-05')
    const anew = await replies(office, filed, {
      parts: [given('2025年低保工作会议纪要（全文）')],
      through: reviewed.granting,
      served: servedOnline,
    })
    says(anew.letter, '依据清政复决〔2026〕8号行政复议决定书，本机关重新作出答复。', '会议纪要（全文）')
    says(anew.letter, '6个月内直接向清溪县人民法院提起行政诉讼')
    const last = await office.desk('handler')
    // The first reply stays where it was counted; the correction is table four's.
    await last.reportSays(2026, 'partial', '1', title)
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年6月5日）')
    says(await citizen.downloads('政府信息公开申请答复书'), '会议纪要（全文）')
  }),
)
