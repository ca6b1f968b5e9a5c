/** A field of the standard catalogues at the grass roots (国办发〔2019〕54号); the code numbers its entries. */
export interface StandardField {
  readonly code: string
  readonly label: string
  /** Other names under which its tables exist. */
  readonly alias: readonly string[]
}

const named = (code: string, label: string, ...alias: string[]): StandardField => ({ code, label, alias })

/**
 * The twenty-six pilot fields. An organ may bring a table of another field: it gets a code of its own from 50 on.
 * 税收管理、户籍管理、农村危房改造 are from memory; the others stand in a published district's rule.
 */
export const standardFields: readonly StandardField[] = [
  named('01', '国土空间规划', '城乡规划'),
  named('02', '重大建设项目', '重大建设项目批准和实施'),
  named('03', '公共资源交易', '公共资源配置'),
  named('04', '财政预决算', '财政预算决算', '预决算'),
  named('05', '安全生产'),
  named('06', '税收管理'),
  named('07', '农村集体土地征收', '征地补偿', '土地征收'),
  named('08', '国有土地上房屋征收与补偿', '国有土地上房屋征收'),
  named('09', '保障性住房', '住房保障'),
  named('10', '农村危房改造', '农村危房'),
  named('11', '生态环境', '环境保护'),
  named('12', '救灾', '灾害救助'),
  named('13', '食品药品监管', '食品药品'),
  named('14', '城市综合执法', '城市管理综合执法'),
  named('15', '就业', '就业创业', '公共就业服务'),
  named('16', '社会保险'),
  named('17', '社会救助'),
  named('18', '养老服务'),
  named('19', '扶贫', '乡村振兴', '巩固脱贫攻坚成果'),
  named('20', '涉农补贴'),
  named('21', '义务教育'),
  named('22', '卫生健康', '医疗卫生'),
  named('23', '公共文化服务', '公共文化体育'),
  named('24', '公共法律服务'),
  named('25', '户籍管理'),
  named('26', '市政服务'),
]

/** The first code for fields that are not among the twenty-six. */
export const firstOwnField = 50

/** The field that a title, sheet name or file name speaks of; the longest name that stands in it. */
export function fieldNamedIn(words: string): StandardField | undefined {
  const named = standardFields.flatMap((field) =>
    [field.label, ...field.alias].map((name) => ({ field, name })),
  )
  const within = named.filter(({ name }) => words.includes(name))
  return within.sort((one, other) => other.name.length - one.name.length)[0]?.field
}
