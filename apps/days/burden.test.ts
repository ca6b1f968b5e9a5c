import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { fileRequest } from '#duties/requests/public-desk.ts'
import { says } from './desk.ts'
import { aDay, type Office } from './office.ts'
import { replies, reviewed, servedOnline } from './reply.ts'

const intake = {
  category: 'naturalPerson',
  name: '沈知远',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13900000000',
  email: '',
  address: '',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

/** The same person files these many, a day or so apart, as the portal takes them. */
async function filesMany(office: Office, days: readonly string[]): Promise<void> {
  for (const [i, day] of days.entries()) {
    office.day(day)
    const ask = { ...intake, title: `2025年第${i + 1}批低保名单` }
    const how = { askId: randomUUID(), channel: 'online' } as const
    const filed = await fileRequest(office.platform, office.organId, ask, how)
    assert.equal(filed.kind, 'filed', JSON.stringify(filed))
  }
}

test(
  '第三十五条: thirty requests of one person in a month; the reasons are asked, weighed, and do not hold',
  aDay('2026-06-01', async (office) => {
    const days = Array.from(
      { length: 29 },
      (_, i) => `2026-06-${String(1 + Math.floor((i * 23) / 29)).padStart(2, '0')}`,
    )
    await filesMany(office, days)
    office.day('2026-06-24')
    const citizen = await office.citizen()
    const title = '2025年第30批低保名单'
    const filed = await citizen.files({ title })
    assert.equal(filed.number, '民政局公申〔2026〕30号')

    const handler = await office.desk('handler')
    await handler.opens(filed.number)
    // No holiday within: the twentieth working day is Wednesday 07-22.
    await handler.clockSays('应当于2026年7月22日前（含当日）答复')
    await handler.sees('本件是该申请人本月第30件，可以按件收取100元', '已向本机关提出政府信息公开申请30件')
    await handler.does('认领')
    const asked = await handler.does('要求说明理由', {
      '数量、频次': '2026年6月1日至24日共提出30件，同期本机关收到的其他申请为2件',
      请于此日前说明: '2026-07-03',
    })
    says(
      asked.letter,
      '说明理由告知书',
      '共提出30件',
      '明显超过合理范围',
      '第三十五条',
      '请于2026年7月3日前书面说明',
    )
    await handler.clockSays('应当于2026年7月22日前（含当日）答复')

    office.day('2026-07-02')
    await citizen.tracks(filed)
    await citizen.sees('待您说明理由', '请于此日前说明：2026年7月3日')
    await citizen.sends('提交理由', { 申请的理由: '想看看你们怎么答复' })
    await citizen.sees('理由已经提交')

    office.day('2026-07-06')
    const weighing = await office.desk('handler')
    await weighing.opens(filed.number)
    await weighing.sees('想看看你们怎么答复')
    await weighing.does('判断申请理由', { 理由是否合理: false, 判断的根据: '申请与生产、生活、科研没有联系' })
    const { letter } = await replies(office, filed, {
      parts: [
        {
          outcome: '大量、反复申请且理由不合理',
          states: {
            '数量、频次': '2026年6月1日至24日共提出30件',
            理由: '申请人称想看看如何答复，与其需要无关',
          },
        },
      ],
      through: reviewed.refusing,
      served: servedOnline,
    })
    says(
      letter,
      '不予处理告知书',
      '2026年6月24日以民政局公开〔2026〕1号要求您说明理由',
      '本机关认为申请理由不合理',
    )
    says(letter, '第三十五条', '6个月内直接向清溪县人民法院提起行政诉讼')
    const last = await office.desk('handler')
    await last.reportSays(2026, 'refused_mass', '1', title)
    await last.reportSays(2026, 'carried_forward', '29', '2025年第1批低保名单')
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年7月6日）', '结论：理由不合理')
    says(await citizen.downloads('政府信息公开申请不予处理告知书'), '共提出30件')
  }),
)

test(
  '第四十二条: a processing fee is noticed, not paid, and the request given up',
  aDay('2026-04-01', async (office) => {
    const citizen = await office.citizen()
    const title = '2015年至2025年全部低保审批表'
    const filed = await citizen.files({ title })
    office.day('2026-04-10')
    const handler = await office.desk('handler')
    await handler.opens(filed.number)
    await handler.clockSays('应当于2026年4月30日前（含当日）答复')
    await handler.does('认领')
    const fee = await handler.does('通知缴费', {
      计收方式: { pick: '按量' },
      数量: '244',
      收费理由: '页数明显超过合理范围',
    })
    // 244 pages: 30 free, 70 at 10 yuan (31 to 100), 100 at 20 (101 to 200), 44 at 40.
    says(
      fee.letter,
      '收费通知书',
      '本件提供信息244页，按量计收，应缴4460元',
      '次日起20个工作日内缴纳',
      '视为放弃申请',
    )
    await handler.clockSays('等待申请人缴费')
    office.day('2026-04-13')
    const serving = await office.desk('handler')
    await serving.opens(filed.number)
    await serving.does('登记收费通知送达', { 送达之日: '2026-04-13' })
    // Twenty working days from 04-13: 05-01 to 05-05 are off, 05-09 is worked: Wednesday 05-13.
    await serving.clockSays('2026年5月13日')
    await citizen.tracks(filed)
    await citizen.sees('待您缴费', '4460元', '逾期不缴纳的，视为放弃申请')
    says(await citizen.downloads('政府信息公开信息处理费收费通知书'), '应缴4460元')

    office.day('2026-05-14')
    const ending = await office.desk('handler')
    await ending.opens(filed.number)
    await ending.clockSays('缴费期限已于2026年5月13日届满')
    const { letter } = await replies(office, filed, {
      parts: [{ outcome: '逾期不缴费，不再处理', states: {} }],
      through: reviewed.refusing,
      served: servedOnline,
    })
    says(
      letter,
      '不再处理告知书',
      '于2026年4月13日送达',
      '缴费期限于2026年5月13日届满',
      '逾期没有缴纳',
      '本机关不再处理',
    )
    const last = await office.desk('handler')
    await last.reportSays(2026, 'other_overdue_fee', '1', title)
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年5月14日）')
    says(await citizen.downloads('政府信息公开申请不再处理告知书'), '4460元')
  }),
)
