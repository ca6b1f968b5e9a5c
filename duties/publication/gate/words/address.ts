import type { Around, Hit } from './hit.ts'

// A door: 12号, 3幢2单元501室, 4组15号; not 12号令, 12号文.
const door =
  /(?<!\d)(?:\d{1,5}(?:[-—附之]\d{1,5}){0,3}|[一二三四五六七八九十百]{1,5})\s{0,2}(?:组\s{0,2}\d{1,5}\s{0,2}(?:号|户)|号(?!令|文|公告|通知|线|地块|机|院士|码)|室|栋|幢|座|单元)[\d\-A-Za-z号栋幢座室单元楼层户]{0,30}/
const anyDoor = /\d\s{0,2}[组号室栋幢座单]|[一二三四五六七八九十百][组号室栋幢座单]/
const home =
  /(?:家庭住址|家庭地址|户籍(?:所在)?地址?|户口所在地|现住(?:址|地)?|经常居住地|居住地址?|住址|家住|住所地?|(?<![居入暂安常])住(?=[于在：:]|[^\s，。；、宿建房院户址所宅保持改]{2}))[\s：:为于在是]{0,3}/g
const ofOrganisation =
  /(公司|企业|工厂|合作社|法定代表人|负责人|事务所|中心|学校|医院|委员会|局|经营部|商行|店)/
const placeOfWork =
  /(?:办公|单位|公司|受理|注册|经营|项目|施工|违法|案发|事发|通讯|机关)(?:地址|地点|场所|位置)|位于|坐落/
const person =
  /(?:申请人|当事人|被处罚人|户主|业主|死者|伤者|患者|村民|居民|姓名)[：:\s]{0,2}[\u4e00-\u9fa5·]{2,4}(?=[，,、；;\s（(])/g
const headingOfHome = /住址|家庭地址|户籍|户口所在|居住地|现住/
const headingOfPlace = /地址|住所|住处/

const clauseEnd = /[。；;\n]/

/** The door after `start`, within the clause and `reach` characters. */
function doorAfter(folded: string, start: number, reach: number): Hit | undefined {
  const rest = folded.slice(start, start + reach)
  const end = rest.search(clauseEnd)
  const clause = end < 0 ? rest : rest.slice(0, end)
  const found = door.exec(clause)
  if (found === null) return undefined
  const from = start + found.index
  return { code: 'privateAddress', from, to: from + found[0].length }
}

/**
 * Doors of private persons: after words for a home, after a person's name where no words make it a place of
 * work, or under a heading of homes. Each hit is the part from the number of the house on.
 */
export function addressesIn(folded: string, around: Around): readonly Hit[] {
  const heading = around.heading ?? ''
  if (headingOfHome.test(heading) || (around.aboutPerson && headingOfPlace.test(heading)))
    return [doorAfter(folded, 0, 120)].filter((hit) => hit !== undefined)
  if (!anyDoor.test(folded)) return []
  const hits: Hit[] = []
  for (const found of folded.matchAll(home)) {
    const earlier = folded.slice(Math.max(0, found.index - 60), found.index)
    if (/^住/.test(found[0]) && !/^住址/.test(found[0]) && ofOrganisation.test(earlier)) continue
    hits.push(...[doorAfter(folded, found.index + found[0].length, 45)].filter((hit) => hit !== undefined))
  }
  for (const found of folded.matchAll(person)) {
    const start = found.index + found[0].length
    const hit = doorAfter(folded, start, 45)
    if (hit && !placeOfWork.test(folded.slice(start, hit.from))) hits.push(hit)
  }
  return hits
}
