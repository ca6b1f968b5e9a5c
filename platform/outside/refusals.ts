/** Why an address outside gave nothing, in words for the person who typed it. */
export const outsideRefusals = {
  noAddress: () => '这不是网址，请填写以“http://”或者“https://”开头的完整网址',
  noPort: () => '网址的端口不是网站常用的端口，系统不访问；请填写在网站上公开的网址',
  innerAddress: (host: string) =>
    `“${host}”是内部网络的地址，系统不访问；确需从政务内网读取的，请系统管理员允许该网段后再试，或者直接上传文件`,
  noSuchSite: (host: string) => `找不到网站“${host}”，请核对网址`,
  noAnswer: (host: string) => `网站“${host}”没有按时回应，请稍后再试，或者直接上传文件`,
  brokenOff: (host: string) => `从网站“${host}”读取时中断，请稍后再试，或者直接上传文件`,
  notTrusted: (host: string) => `网站“${host}”的安全证书无效，系统不读取；请直接上传文件`,
  tooManyMoves: () => '网址转了多次仍没有到达文件，请填写文件最终的网址',
  notThere: (status: string) => `网站回答没有这个文件（${status}），请核对网址`,
  notAllowed: (status: string) => `网站不允许读取这个文件（${status}），请直接上传文件`,
  siteFails: (status: string) => `网站出了故障（${status}），请稍后再试，或者直接上传文件`,
  tooLarge: (most: string) => `文件超过${most}，请只提供报告本身`,
  empty: () => '这个网址的文件是空的，请核对网址',
} as const

export type OutsideRefusalCode = keyof typeof outsideRefusals

/** What was asked of an address outside was not given: a value, never thrown. */
export interface OutsideRefusal {
  readonly kind: 'refused'
  readonly code: OutsideRefusalCode
  readonly sentence: string
}

/** A refusal as a value, with its sentence about the host, the status or the size. */
export const outsideRefused = (code: OutsideRefusalCode, about = ''): OutsideRefusal => ({
  kind: 'refused',
  code,
  sentence: outsideRefusals[code](about),
})
