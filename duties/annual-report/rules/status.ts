/** Where a report stands on its way up the tree, in the words of the screens. */
export const reportStatuses = {
  notBegun: '未开始',
  compiling: '编制中',
  submitted: '已报送',
  returned: '退回修改',
  accepted: '已审核锁定',
  published: '已公布',
  correcting: '更正中',
  corrected: '已更正公布',
} as const

export type ReportStatus = keyof typeof reportStatuses

/** True where the text names a status. */
export const isReportStatus = (text: string): text is ReportStatus => Object.hasOwn(reportStatuses, text)
