/** The roles a person may hold at an organ, with the words the screens use. Source: 第四条 (公开工作机构), 第十七条 (审查), practice. */
export const roles = {
  informationOfficer: { label: '信息员', duty: '起草、上传本单位的公开信息' },
  handler: { label: '承办人', duty: '登记、办理政府信息公开申请' },
  reviewer: { label: '审核人', duty: '审核拟发布的信息和拟作出的答复' },
  secrecyReviewer: { label: '保密审查人', duty: '逐项进行保密审查，先审查、后公开' },
  legalReviewer: { label: '合法性审核人', duty: '审核答复和规范性文件的合法性' },
  officeHead: { label: '公开工作机构负责人', duty: '同意延期，审定答复' },
  leader: { label: '分管领导', duty: '签发答复和年度报告' },
  publisher: { label: '发布人', duty: '发布、撤下公开信息' },
  supervisor: { label: '主管部门监督员', duty: '督促、检查下级机关，汇总年度报告' },
  auditor: { label: '审计员', duty: '查看全部记录，不能办理' },
  administrator: { label: '管理员', duty: '管理人员、角色和设置，不能查看申请人信息' },
} as const

export type Role = keyof typeof roles

/** All roles in the order in which screens list them. */
export const roleNames = Object.keys(roles) as readonly Role[]

/** True where the string names a role. */
export const isRole = (name: string): name is Role => Object.hasOwn(roles, name)
