/** Texts of invented items: words drawn as words are in a language, few of them often and most of them seldom. */

// The commonest words, in the order of their frequency; the rarer ones are made of the characters of everyday writing.
const common =
  '政府 公开 信息 工作 通知 建设 管理 项目 服务 发展 企业 规定 资金 办理 安全 单位 人员 部门 责任 实施 标准 要求 加强 申请 监督 检查 社会 组织 保障 意见 方案 公示 生产 教育 农村 审批 行政 改革 环境 生态 财政 预算 决算 应急 防汛 疫情 医疗 就业 补贴 低保 救助 养老 残疾 住房 土地 征收 规划 工程 施工 招标 采购 中标 质量 食品 药品 执法 处罚 许可 登记 备案 评估 考核 培训 宣传 调查 统计 数据 平台 网络 水利 灌溉 河道 道路 桥梁 运输 公交 停车 供水 供电 燃气 垃圾 污水 绿化 森林 防火 耕地 种植 粮食 畜牧 渔业 旅游 文化 体育 图书 非遗 民族 宗教 退役 军人 志愿 社区 街道 乡镇 村民 委员 代表 提案 建议 复议 诉讼 赔偿 调解 仲裁 劳动 合同 工资 社保 公积 税收 减免 贷款 担保 融资 创业 孵化 科技 创新 专利 人才 引进 高校 学校 教师 学生 幼儿 校车 营养 疫苗 接种 医院 诊所 中医 卫生 健康 老年 儿童 妇女 家庭 婚姻'.split(
    ' ',
  )

const vocabularySize = 20_000
const drawTableSize = 1 << 20

/** Numbers that look drawn, the same for the same seed. */
export function drawing(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

// The 3,755 characters of the first level of GB 2312, in which everyday texts are written.
function everydayCharacters(): string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  return [...new TextDecoder('gb18030').decode(new Uint8Array(bytes))].filter((each) =>
    /\p{Script=Han}/u.test(each),
  )
}

function makeVocabulary(): string[] {
  const characters = everydayCharacters()
  const random = drawing(20_26)
  const pick = () => characters[Math.floor(characters.length * random() ** 3)] ?? ''
  const words = new Set(common)
  while (words.size < vocabularySize) words.add(pick() + pick() + (random() < 0.25 ? pick() : ''))
  return [...words]
}

// Frequency falls a little faster than the rank rises: a table from which drawing is one step.
function makeDrawTable(): Uint16Array {
  const weights = Array.from({ length: vocabularySize }, (_, rank) => (rank + 5) ** -1.1)
  const sum = weights.reduce((one, other) => one + other, 0)
  const table = new Uint16Array(drawTableSize)
  let upTo = 0
  let at = 0
  for (const [rank, weight] of weights.entries()) {
    upTo += (weight / sum) * drawTableSize
    while (at < upTo && at < drawTableSize) table[at++] = rank
  }
  return table
}

let kept: { words: string[]; table: Uint16Array } | undefined

const language = () => {
  kept ??= { words: makeVocabulary(), table: makeDrawTable() }
  return kept
}

/** The word of that rank, 0 the commonest. */
export const wordAt = (rank: number): string => language().words[rank] ?? ''

const drawRank = (random: () => number): number => language().table[Math.floor(random() * drawTableSize)] ?? 0

const followers = 3

// A word is followed mostly by one of its few usual companions.
const companion = (rank: number, which: number): number =>
  language().table[Math.imul(rank * followers + which + 1, 0x9e3779b1) >>> 12] ?? 0

/** Words one after another, the words of the document's own matter among them again and again. */
function wordsOf(random: () => number, count: number, matter: readonly number[]): string {
  let text = ''
  let rank = drawRank(random)
  for (let i = 0; i < count; i++) {
    text += wordAt(rank)
    const drawn = random()
    if (drawn < 0.7) rank = companion(rank, Math.floor(drawn * 10 * followers) % followers)
    else if (drawn < 0.9) rank = matter[Math.floor(random() * matter.length)] ?? 0
    else rank = drawRank(random)
  }
  return text
}

/** What a document is about. */
export const matterOf = (random: () => number): number[] => Array.from({ length: 5 }, () => drawRank(random))

const endings = ['通知', '公告', '意见', '公示', '批复', '办法', '方案', '情况通报']

export const titleOf = (random: () => number, organ: string, matter: readonly number[]): string =>
  `${organ}关于${wordsOf(random, 3 + Math.floor(random() * 4), matter)}的${endings[Math.floor(random() * endings.length)]}`

/** Three to eight paragraphs of two to four clauses each: about three hundred characters. */
export function paragraphsOf(random: () => number, matter: readonly number[]): string[] {
  return Array.from({ length: 3 + Math.floor(random() * 6) }, () => {
    const clauses = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
      wordsOf(random, 5 + Math.floor(random() * 6), matter),
    )
    return `${clauses.join('，')}。`
  })
}
