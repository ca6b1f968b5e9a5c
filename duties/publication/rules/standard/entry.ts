/** The tiers at which a standard catalogue is published, in their order. */
export const tiers = {
  county: '县级',
  town: '乡级',
  village: '村级',
} as const
export type Tier = keyof typeof tiers

/** One entry of a standard catalogue, as the table of 国办发〔2019〕54号 has its columns. */
export interface StandardEntry {
  /** 一级事项 */
  readonly first: string
  /** 二级事项; empty where the table has one level. */
  readonly second: string
  /** 公开内容（要素） */
  readonly content: string
  /** 公开依据 */
  readonly basis: string
  /** 公开时限, in its words. */
  readonly limit: string
  /** 公开主体, in its words. */
  readonly subject: string
  /** 公开渠道和载体: those that are ticked. */
  readonly carriers: readonly string[]
  /** 公开对象: everybody. */
  readonly everybody: boolean
  /** 公开对象: a group, in the table's words; empty for none. */
  readonly groups: string
  /** 公开方式: of one's own accord. */
  readonly published: boolean
  /** 公开方式: on request. */
  readonly onRequest: boolean
  /** 公开层级 */
  readonly tiers: readonly Tier[]
  /** Columns that the standard table does not have, such as 公开格式: heading → words. */
  readonly more: Readonly<Record<string, string>>
}

/** The entry's name in one line. */
export const entryName = ({ first, second }: Pick<StandardEntry, 'first' | 'second'>): string =>
  second && second !== first ? `${first}：${second}` : first

/** What makes two lines of two versions the same entry: its names, whatever the spacing and the brackets. */
export const entryKey = ({ first, second }: Pick<StandardEntry, 'first' | 'second'>): string =>
  `${first}\u0000${second}`.normalize('NFKC').replace(/[\s·、，,。.()（）"“”]/gu, '')
