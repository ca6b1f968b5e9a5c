/** What a department of the invented county is and does: the ground of its items, requests and figures. */
export interface Department {
  /** Initials, the last part of its code. */
  readonly key: string
  /** Name without its place: 民政局. */
  readonly name: string
  readonly short: string
  /** The same department of the city and of the province, where they have another name. */
  readonly provinceName?: string
  /** 机关代字 in its document numbers: 清民发. */
  readonly mark: string
  /** 主要职责, one clause each. */
  readonly functions: readonly string[]
  /** 内设机构 */
  readonly offices: readonly string[]
  readonly vocabulary: Vocabulary
  readonly volume: Volume
}

/** The words of its trade, put into the templates of items and requests. */
export interface Vocabulary {
  /** 专项行动、专项活动 */
  readonly campaigns: readonly string[]
  /** 做好……工作 */
  readonly tasks: readonly string[]
  /** 名单、目录、结果, to be announced */
  readonly lists: readonly string[]
  /** 规范性文件, title without 清溪县 */
  readonly rules: readonly string[]
  /** 许可事项 */
  readonly licences: readonly string[]
  /** Unlawful act, and the law it breaks */
  readonly offences: readonly (readonly [string, string])[]
  /** What the public asks for by request, in the words of an applicant */
  readonly asked: readonly string[]
}

/** How much happens in a year, in an ordinary county. */
export interface Volume {
  readonly items: number
  readonly requests: number
  readonly licences: number
  readonly penalties: number
  readonly coercions: number
  /** 行政事业性收费, 万元 a year */
  readonly fees: number
}
