import { test } from 'node:test'
import { says } from './desk.ts'
import { aDay } from './office.ts'
import { decides, given, replies, reviewed, servedOnline } from './reply.ts'

test(
  '235号: a reply posted on the last day before a seven-day holiday is in time, though it arrives after it',
  aDay('2026-09-02', async (office) => {
    const citizen = await office.citizen()
    const title = '2025年临时救助发放台账'
    const filed = await citizen.files({ title })
    // Sunday 09-20 is worked, 09-25 to 09-27 are off: the twentieth working day is Wednesday 09-30.
    await citizen.sees('2026年9月2日收到，第20个工作日是2026年9月30日')
    office.day('2026-09-29')
    const handler = await office.desk('handler')
    await handler.opens(filed.number)
    await handler.clockSays('应当于2026年9月30日前（含当日）答复')
    await handler.does('认领')
    const { letter } = await decides(office, filed, {
      parts: [given('2025年临时救助发放台账（隐去姓名）', '纸质复制件')],
      through: reviewed.granting,
    })
    says(letter, '2026年9月29日', '纸质复制件')
    await citizen.tracks(filed)
    await citizen.sees('待送达', '答复已经作出，正在向您送达')
    await citizen.seesNot('政府信息公开申请答复书')

    // The clerk types it in on the first day back; what counts is the day it was given to the post.
    office.day('2026-10-08')
    const back = await office.desk('handler')
    await back.opens(filed.number)
    const { warnings } = await back.does('登记送达', {
      签收或者交邮之日: '2026-09-30',
      送达方式: { pick: '邮寄送达' },
      送达凭证: '中国邮政 EMS 1099000000001',
    })
    says(`[${warnings}]`, '[]')
    await back.clockSays(
      '已答复（2026年9月30日）',
      '至2026年9月30日届满',
      '答复已于2026年9月30日送达或者交邮',
    )
    await back.reportSays(2026, 'granted', '1', title)
    await citizen.tracks(filed)
    await citizen.sees('已答复（2026年9月30日）', '方式：邮寄送达', '凭证：中国邮政 EMS 1099000000001')
    await citizen.seesNot('超过期限')
    says(await citizen.downloads('政府信息公开申请答复书'), '隐去姓名')
  }),
)

test(
  '放假安排: a request received on a make-up Sunday is received on a working day',
  aDay('2026-09-20', async (office) => {
    const title = '2026年低保标准文件'
    const handler = await office.desk('handler')
    const filed = await handler.registers({
      提出方式: { pick: '当面提交' },
      提交之日: '2026-09-20',
      申请人类别: { pick: '自然人' },
      姓名或者名称: '沈知远',
      身份证明: { pick: '护照' },
      证件号码: 'Q99000001',
      联系电话: '13900000000',
      '所申请信息的名称、文号': title,
      希望得到的形式: { pick: '电子数据' },
      获取信息的方式: { pick: '网上获取' },
    })
    await handler.opens(filed.number)
    // 09-25 to 09-27 and 10-01 to 10-07 are off, Saturday 10-10 is worked: the twentieth is Friday 10-23.
    await handler.clockSays('应当于2026年10月23日前（含当日）答复', '2026年10月10日')
    await handler.does('认领')
    const citizen = await office.citizen()
    await citizen.tracks(filed)
    await citizen.sees('2026年9月20日收到，第20个工作日是2026年10月23日', '还有20个工作日')

    office.day('2026-10-10')
    const { letter } = await replies(office, filed, {
      parts: [
        {
          outcome: '已主动公开，告知获取方式和途径',
          states: { 获取方式和途径: '县政府门户网站“法定主动公开内容—社会救助”栏目' },
        },
      ],
      through: reviewed.pointing,
      served: servedOnline,
    })
    says(
      letter,
      '本机关于2026年9月20日收到您以当面提交方式提出的政府信息公开申请',
      '已经主动公开',
      '第三十六条第一项',
    )
    const last = await office.desk('handler')
    await last.opens(filed.number)
    await last.clockSays('已答复（2026年10月10日）')
    await last.reportSays(2026, 'granted', '1', title)
    await citizen.tracks(filed)
    says(await citizen.downloads('政府信息公开申请答复书'), '社会救助')
  }),
)

test(
  '第四十九条: a case that crosses into a year without a notice is provisional until the notice is entered',
  aDay('2026-12-18', async (office) => {
    const citizen = await office.citizen()
    const title = '2026年冬令救助方案'
    const filed = await citizen.files({ title })
    // 2027-01-01 is off by statute and nothing more is known: the twentieth is at least Monday 2027-01-18.
    await citizen.sees('2027年1月18日前（含当日）答复（暂定）', '安排公布后重新计算')
    const handler = await office.desk('handler')
    await handler.opens(filed.number)
    await handler.clockSays('2027年1月18日前（含当日）答复（暂定）', '结果为暂定')
    await handler.does('认领')

    // The notice gives 01-01 to 01-03 and makes Saturday 01-09 a working day: one day earlier, Friday 01-15.
    office.day('2026-12-24')
    const keeper = await office.desk('keeper')
    await keeper.entersNotice({
      kind: 'notice',
      year: 2027,
      number: '国办发明电〔2026〕99号',
      title: '国务院办公厅关于2027年部分节假日安排的通知',
      source: '',
      covers: { from: '2027-01-01', upTo: '2027-12-31' },
      festivals: [{ name: '元旦', off: ['2027-01-01', '2027-01-02', '2027-01-03'], on: ['2027-01-09'] }],
    })
    const told = await office.desk('handler')
    await told.today()
    await told.sees(title, '2027年1月15日')
    await told.opens(filed.number)
    await told.clockSays('应当于2027年1月15日前（含当日）答复')
    await citizen.tracks(filed)
    await citizen.sees('应当于2027年1月15日前（含当日）答复')
    await citizen.seesNot('暂定')

    office.day('2027-01-11')
    const { letter } = await replies(office, filed, {
      parts: [given('清民发〔2026〕31号')],
      through: reviewed.granting,
      served: servedOnline,
    })
    says(letter, '民政局公开〔2027〕1号', '2027年1月11日')
    const last = await office.desk('handler')
    await last.reportSays(2026, 'carried_forward', '1', title)
    await last.reportSays(2027, 'granted', '1', title)
    await last.reportSays(2027, 'carried_over', '1', title)
    await citizen.tracks(filed)
    says(await citizen.downloads('政府信息公开申请答复书'), '清民发〔2026〕31号')
  }),
)
