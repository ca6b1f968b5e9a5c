import { test } from 'node:test'
import { says } from './desk.ts'
import { aDay } from './office.ts'
import { given, replies, reviewed, servedOnline } from './reply.ts'

const paper = {
  事项: { pick: '政府信息公开申请' },
  申请人类别: { pick: '自然人' },
  姓名或者名称: '沈知远',
  身份证明: { pick: '护照' },
  证件号码: 'Q99000001',
  联系电话: '13900000000',
}

test(
  '第三十条: an unclear request by post is corrected late, and the twenty days begin again',
  aDay('2026-04-01', async (office) => {
    const handler = await office.desk('handler')
    const filed = await handler.registers({
      ...paper,
      提出方式: { pick: '挂号信、特快专递' },
      签收之日: '2026-04-01',
      '所申请信息的名称、文号': '低保的材料',
      希望得到的形式: { pick: '纸质' },
      获取信息的方式: { pick: '当面领取' },
    })
    await handler.opens(filed.number)
    // The seventh working day is Monday 04-13, the twentieth Thursday 04-30: 04-04 to 04-06 are off.
    await handler.clockSays('应当于2026年4月30日前（含当日）答复', '2026年4月13日')
    await handler.does('认领')

    office.day('2026-04-09')
    const asking = await office.desk('handler')
    await asking.opens(filed.number)
    const notice = await asking.does('通知补正', {
      补正事项: '请写明年份\n请写明乡镇',
      '补正期限（工作日）': '10',
    })
    says(notice.letter, '民政局公开〔2026〕1号', '第三十条的规定，现一次性告知', '1.请写明年份。')
    says(notice.letter, '自收到本告知书之日起10个工作日内提交补正材料', '视为放弃申请', '清溪县民政局办公室')
    await asking.clockSays('等待申请人补正')
    office.day('2026-04-13')
    const serving = await office.desk('handler')
    await serving.opens(filed.number)
    await serving.does('登记补正通知送达', { 送达之日: '2026-04-13' })
    // Ten working days from 04-13 end on Monday 04-27.
    await serving.clockSays('等待申请人补正', '2026年4月27日')

    office.day('2026-04-29')
    const citizen = await office.citizen()
    await citizen.tracks(filed)
    await citizen.sees('待您补正', '请写明乡镇', '2026年4月27日')
    const words = await citizen.readsInLargePrint('政府信息公开申请补正告知书')
    says(words, '沈知远：', '2.请写明乡镇。', '民政局公开〔2026〕1号')
    await citizen.sends('提交补正', {
      '补正后的名称、文号': '2025年梅隐镇低保标准',
      补正后的内容: '梅隐镇2025年农村低保标准文件',
    })
    // From 04-29 anew; 05-01 to 05-05 are off, Saturday 05-09 is worked: the twentieth is Friday 05-29.
    await citizen.sees(
      '补正已经提交',
      '应当于2026年5月29日前（含当日）答复',
      '2026年4月29日收到补正的申请，答复期限自该日起重新计算。',
      '补正期限至2026年4月27日，补正的申请于2026年4月29日收到，应当记明逾期的正当理由。',
    )

    office.day('2026-05-20')
    const { letter } = await replies(office, filed, {
      parts: [given('清民发〔2025〕3号', '纸质复制件')],
      through: reviewed.granting,
      served: { 送达方式: { pick: '直接送达' }, 签收或者交邮之日: '2026-05-20', 送达凭证: '申请人签收' },
    })
    says(letter, '本机关于2026年4月29日收到补正的申请。', '第三十六条第二项', '清民发〔2025〕3号')
    says(letter, '6个月内直接向清溪县人民法院提起行政诉讼')
    const last = await office.desk('handler')
    await last.opens(filed.number)
    await last.clockSays('已答复（2026年5月20日）', '至2026年5月29日届满')
    await last.reportSays(2026, 'granted', '1', '2025年梅隐镇低保标准')
    await citizen.tracks(filed)
    await citizen.sees('已答复', '不服怎么办')
    says(await citizen.downloads('政府信息公开申请答复书'), '民政局公开〔2026〕2号')
  }),
)

test(
  '第三十九条: a petition in disguise is not processed, and is told where to go',
  aDay('2026-03-02', async (office) => {
    const citizen = await office.citizen()
    const title = '请求查处柳湾村干部并书面答复处理结果'
    const filed = await citizen.files({ title, description: '村干部侵占低保款，请求查处' })
    await citizen.sees('2026年3月2日收到，第20个工作日是2026年3月30日')
    office.day('2026-03-12')
    const handler = await office.desk('handler')
    await handler.opens(filed.number)
    await handler.clockSays('应当于2026年3月30日前（含当日）答复', '自2026年3月2日的次日起计算20个工作日')
    await handler.does('认领')
    const { letter } = await replies(office, filed, {
      parts: [
        {
          outcome: '信访、投诉、举报等活动',
          states: { 实为: { pick: '投诉' }, 相应渠道: '县信访局，和平路11号' },
        },
      ],
      through: reviewed.refusing,
      served: servedOnline,
    })
    says(letter, '政府信息公开申请不予处理告知书', '实为投诉事项', '第三十九条', '县信访局，和平路11号')
    says(letter, '60日内向清溪县人民政府申请行政复议，或者自收到本文书之日起6个月内直接向清溪县人民法院')
    const last = await office.desk('handler')
    await last.reportSays(2026, 'refused_petition', '1', title)
    last.isCalm()
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年3月12日）', '6个月内直接向清溪县人民法院')
    says(await citizen.downloads('政府信息公开申请不予处理告知书'), '实为投诉事项')
    await citizen.seesNot('分办', '审核')
  }),
)
