import {
  decisionsPath,
  gazettePath,
  openDataPath,
  registerPath,
  standardsPath,
  subscribePath,
} from '../addresses.ts'

/** A part of the portal beside the five fixed sections. */
export interface Way {
  label: string
  address: string
}

/** What is published in columns of their own. */
export const columnWays: readonly Way[] = [
  { label: '重大行政决策', address: decisionsPath },
  { label: '行政规范性文件登记簿', address: registerPath },
  { label: '基层政务公开标准目录', address: standardsPath },
  { label: '各机关公开专页', address: '/organs' },
]

/** 政府公报: only where the government keeps one. */
export const gazetteWay: Way = { label: '政府公报', address: gazettePath }

/** What the public may do here. */
export const serviceWays: readonly Way[] = [
  { label: '我要申请', address: '/requests/new' },
  { label: '查询办理进度', address: '/requests/track' },
  { label: '检索公开信息', address: '/search' },
  { label: '订阅更新', address: subscribePath },
  { label: '开放数据', address: openDataPath },
  { label: '数说公开', address: '/figures' },
  { label: '年度报告数据比较', address: '/reports/compare' },
  { label: '期限计算器', address: '/calculator' },
  { label: '工作日日历', address: '/calendar' },
  { label: '我为政府网站找错', address: '/found-error' },
  { label: '无障碍说明', address: '/accessibility' },
]
