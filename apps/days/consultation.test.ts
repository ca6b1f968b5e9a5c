import { test } from 'node:test'
import { says } from './desk.ts'
import { aDay } from './office.ts'
import { given, replies, reviewed, servedOnline } from './reply.ts'

test(
  '第三十二条: a third party objects for its trade secret and is overruled in the public interest',
  aDay('2026-03-02', async (office) => {
    const citizen = await office.citizen()
    const title = '县福利院食材采购合同'
    const filed = await citizen.files({ title })

    office.day('2026-03-09')
    const asking = await office.desk('handler')
    await asking.opens(filed.number)
    await asking.does('认领')
    const asked = await asking.does('征求意见', {
      征求谁的意见: { pick: '第三方' },
      名称: '澜江青禾食品有限公司',
      涉及的信息: '2025年县福利院食材采购合同的单价和供货渠道',
    })
    says(
      asked.letter,
      '澜江青禾食品有限公司：',
      '15个工作日内',
      '由本机关依照条例的规定决定是否公开',
      '征求意见回执',
    )
    await asking.clockSays('等待被征求意见方答复')
    await asking.sees('征求意见回执.docx', '政府信息公开征求意见告知书.docx')
    await citizen.tracks(filed)
    await citizen.sees('征求意见中', '所需时间不计算在答复期限内')
    says(
      await citizen.downloads('政府信息公开征求意见告知书'),
      '沈知远：',
      '征求意见书已于2026年3月9日发出',
      '征求意见所需时间不计算在答复期限内',
    )
    await citizen.seesNot('澜江青禾')

    office.day('2026-03-20')
    const answered = await office.desk('handler')
    await answered.opens(filed.number)
    await answered.does('登记征求意见书送达', { 征求意见: { pick: '第三方' }, 送达之日: '2026-03-10' })
    await answered.does('登记反馈意见', {
      征求意见: { pick: '第三方' },
      意见: { pick: '不同意公开' },
      理由: '单价和供货渠道属于商业秘密',
      理由是否合理: true,
    })
    // Example F of the clock: nine working days excluded, from 03-30 to Monday 04-13.
    await answered.clockSays(
      '应当于2026年4月13日前（含当日）答复',
      '至2026年3月20日共9个工作日，不计算在期限内',
    )

    office.day('2026-03-25')
    const head = await office.desk('head')
    await head.opens(filed.number)
    const told = await head.does('为公共利益决定公开', {
      征求意见: { pick: '第三方' },
      公共利益的理由: '食材价格关系福利院老人的伙食和财政资金的使用，不公开将使公众无从监督',
    })
    says(
      told.letter,
      '决定公开政府信息告知书',
      '澜江青禾食品有限公司：',
      '无从监督',
      '第三十二条',
      '本机关决定予以公开',
    )
    says(told.letter, '申请行政复议，或者自收到本文书之日起6个月内直接')

    office.day('2026-04-10')
    const { letter } = await replies(office, filed, {
      parts: [given('县福利院食材采购合同（2025年）')],
      through: reviewed.granting,
      served: servedOnline,
    })
    says(letter, '可以公开', '县福利院食材采购合同（2025年）')
    const last = await office.desk('handler')
    await last.reportSays(2026, 'granted', '1', title)
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年4月10日）', '至2026年3月20日共9个工作日')
    await citizen.seesNot('澜江青禾', '商业秘密', '公共利益')
    says(await citizen.downloads('政府信息公开申请答复书'), '现以电子数据形式提供')
  }),
)

test(
  '第三十四条: the co-maker of a joint document is silent, and counts as consenting',
  aDay('2026-03-02', async (office) => {
    const citizen = await office.citizen()
    const title = '民政、财政两局联合印发的临时救助办法'
    const filed = await citizen.files({ title })
    office.day('2026-03-04')
    const handler = await office.desk('handler')
    await handler.opens(filed.number)
    await handler.does('认领')
    const asked = await handler.does('征求意见', {
      征求谁的意见: { pick: '共同制作机关' },
      名称: '清溪县财政局',
      涉及的信息: '清民发〔2024〕12号临时救助办法',
    })
    says(asked.letter, '清溪县财政局：', '第三十四条', '逾期未提出意见的，视为同意公开')
    office.day('2026-03-26')
    const waiting = await office.desk('handler')
    await waiting.opens(filed.number)
    await waiting.does('登记征求意见书送达', { 征求意见: { pick: '共同制作机关' }, 送达之日: '2026-03-05' })
    // Fifteen working days from 03-05 end on Thursday 03-26: silence is not consent before it is over.
    await waiting.clockSays('2026年3月26日')

    office.day('2026-03-27')
    const ending = await office.desk('handler')
    await ending.opens(filed.number)
    const ended = await ending.does('结束征求意见', {
      征求意见: { pick: '共同制作机关' },
      原因: { pick: '逾期未提出意见' },
    })
    says(ended.warnings, '视为同意')
    // Two days used by 03-04, 03-05 to 03-26 excluded, eighteen more from 03-27: Wednesday 04-22.
    await ending.clockSays('应当于2026年4月22日前（含当日）答复', '共16个工作日，不计算在期限内')
    const { letter } = await replies(office, filed, {
      parts: [given('清民发〔2024〕12号')],
      through: reviewed.granting,
      served: servedOnline,
    })
    says(letter, '清民发〔2024〕12号', '第三十六条第二项')
    const last = await office.desk('handler')
    await last.reportSays(2026, 'granted', '1', title)
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年3月27日）', '征求意见结束', '共16个工作日')
    says(await citizen.downloads('政府信息公开申请答复书'), '清民发〔2024〕12号')
  }),
)
