import type { Vocabulary } from '../departments/department.ts'
import type { Scene } from './scene.ts'

interface Words extends Vocabulary {
  readonly offices: readonly string[]
}

/** The words of an organ's trade: of its department, of a government or of a town. */
export function vocabularyOf({ department, organ }: Pick<Scene, 'department' | 'organ'>): Words {
  if (department) return { ...department.vocabulary, offices: department.offices }
  return organ.level === 'town' ? townWords : governmentWords
}

const governmentWords: Words = {
  offices: ['办公室', '政务公开办公室', '督查室'],
  campaigns: [
    '安全生产专项整治',
    '农村人居环境整治提升行动',
    '优化营商环境提升行动',
    '“政务公开日”活动',
    '根治拖欠农民工工资专项行动',
  ],
  tasks: [
    '政务公开',
    '防汛抗旱',
    '秋冬季大气污染防治',
    '春节期间市场保供',
    '重点民生实事办理',
    '行政规范性文件清理',
  ],
  lists: ['民生实事项目完成情况', '重大行政决策事项目录', '行政规范性文件清理结果', '政府工作报告任务分解'],
  rules: [
    '重大行政决策程序实施办法',
    '国有建设用地和房屋征收补偿安置办法',
    '农村公益事业奖补办法',
    '城市烟花爆竹燃放管理规定',
    '科学技术奖励办法',
    '政府投资引导资金管理办法',
    '城区犬只管理办法',
  ],
  licences: [],
  offences: [],
  asked: [
    '县城总体规划调整的批复文件',
    '本村征收土地的县政府批准文件',
    '县政府常务会议纪要',
    '国有土地上房屋征收决定及补偿方案',
    '关于某路段改造的县政府文件',
    '县政府与某企业的投资协议',
    '某小区周边地块的控制性详细规划',
    '重点民生实事项目的资金安排',
    '县政府购买服务指导性目录',
    '水库移民后期扶持实施方案',
    '县域义务教育学校布局调整方案',
    '本村集体建设用地使用权的确权依据',
    '行政区划调整的请示和批复',
    '国有农场土地权属争议的处理决定',
  ],
}

const townWords: Words = {
  offices: ['党政办公室', '经济发展办公室', '社会事务办公室', '综合行政执法队', '便民服务中心'],
  campaigns: [
    '农村人居环境整治',
    '森林防火宣传活动',
    '秸秆禁烧巡查',
    '自建房安全排查',
    '城乡居民医保缴费宣传',
  ],
  tasks: [
    '防汛抢险',
    '农村低保动态管理',
    '高标准农田管护',
    '农村宅基地审批',
    '冬春火灾防控',
    '村级财务管理',
    '农村道路交通安全',
  ],
  lists: [
    '农村低保对象',
    '耕地地力保护补贴发放',
    '临时救助对象',
    '农村危房改造对象',
    '公益性岗位人员',
    '义务兵优待金发放',
  ],
  rules: [],
  licences: ['农村宅基地和乡村建设规划许可', '临时占用乡村道路审批', '小型餐饮登记备案'],
  offences: [
    ['在公路用地范围内设置障碍', '《中华人民共和国公路法》'],
    ['焚烧秸秆', '《中华人民共和国大气污染防治法》'],
  ],
  asked: [
    '本村土地流转合同和流转费发放情况',
    '本人宅基地审批档案',
    '村道硬化工程的预算和结算',
    '低保对象评议材料',
    '镇政府年度财政补助资金安排',
    '征地补偿费发放清册',
  ],
}
