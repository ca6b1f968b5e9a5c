import type { Status } from './status.ts'

/** What happens next, said to the applicant. */
export const whatNext: Readonly<Record<Status, string>> = {
  arrived: '我们正在与您确认收到申请。确认之日为收到申请之日，答复期限自次日起计算。',
  unassigned: '申请已经登记，正在分办。我们将在期限内答复您。',
  handling: '申请正在办理。我们将在期限内答复您。',
  waitingCorrection: '申请内容不够明确，请您按下面的要求补正。收到补正的申请后，答复期限重新计算。',
  waitingReasons: '请您说明申请的理由，我们据此决定如何办理。',
  waitingFee: '请您按收费通知书缴纳信息处理费。缴费后，办理期限重新计算；逾期不缴纳的，视为放弃申请。',
  consulting: '所申请的信息涉及他人或者其他机关，我们正在征求意见，所需时间不计算在答复期限内。',
  inReview: '答复正在审核。我们将在期限内答复您。',
  returned: '答复正在审核。我们将在期限内答复您。',
  decided: '答复已经作出，正在向您送达。',
  replied: '答复已经送达。您如有不同意见，可以按答复书写明的途径寻求救济。',
  withdrawn: '您已撤回申请，本件不再办理。您可以随时重新申请。',
  handedOver: '申请已经移送有职责的机关办理，由该机关与您联系。',
  split: '申请包含多项内容，已拆分为多件分别办理，请按各件的编号查询。查询码不变。',
  archived: '本件已经办结并归档。',
}
