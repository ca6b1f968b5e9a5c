/** What the name of an organ tells of its level. `unknown` where it tells nothing for certain. */
export type OrganLevel = 'province' | 'city' | 'county' | 'town' | 'village' | 'department' | 'unknown'

const endings: readonly (readonly [RegExp, OrganLevel])[] = [
  [/(村民委员会|居民委员会|村委会|居委会|社区)$/, 'village'],
  [/(街道办事处|街道|镇人民政府|乡人民政府|民族乡|苏木人民政府|[镇乡])$/, 'town'],
  [/(局|委员会|委|厅|办公室|中心|支队|大队|院|署|处|站|所|公司|学校|管委会)$/, 'department'],
  [/(省|自治区)(人民政府)?$/, 'province'],
  [/(县|旗|自治县|自治旗)(人民政府)?$/, 'county'],
  [/[省市州盟]\S*(区|县|市)(人民政府)?$/, 'county'],
  [/(自治州|地区|盟|州|市)(人民政府)?$/, 'city'],
  [/区(人民政府)?$/, 'county'],
]

/** The level an organ's name speaks of: 清溪县石桥镇人民政府 → town. */
export function levelOfOrgan(name: string): OrganLevel {
  const bare = name.replace(/[\s（）()]/g, '')
  for (const [ending, level] of endings) if (ending.test(bare)) return level
  return 'unknown'
}

/**
 * May the organ make 规章? True, false, or undefined where the name does not tell.
 * 立法法: 国务院部门, 省、自治区、直辖市, 设区的市、自治州 governments. A county-level city cannot be told
 * from a city by its name, so a city is not judged.
 */
export function makesRegulations(name: string): boolean | undefined {
  const level = levelOfOrgan(name)
  if (level === 'province') return true
  if (level === 'town' || level === 'village' || level === 'county') return false
  return level === 'department' && /(县|旗|镇|乡|街道)/.test(name) ? false : undefined
}
