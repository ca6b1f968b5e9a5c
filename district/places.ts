import type { Random } from './random.ts'

/** A place that does not exist: its name, how it is spelt in addresses, and what it is. */
export interface Place {
  readonly name: string
  readonly spelt: string
  readonly suffix: string
}

const place = (name: string, spelt: string, suffix: string): Place => ({ name, spelt, suffix })

/** 清溪县 */
export const fullName = ({ name, suffix }: Place): string => `${name}${suffix}`

export const province = place('云泽', 'yunze', '省')
export const homeCity = place('澜江', 'lanjiang', '市')
export const homeCounty = place('清溪', 'qingxi', '县')

/** The cities of 云泽省, the first of which is 澜江市. */
export const cities: readonly Place[] = [
  homeCity,
  ...[
    ['霓州', 'nizhou'],
    ['沄阳', 'yunyang'],
    ['笙州', 'shengzhou'],
    ['曦城', 'xicheng'],
    ['璟阳', 'jingyang'],
    ['皓江', 'haojiang'],
    ['琮州', 'congzhou'],
    ['棠州', 'tangzhou'],
    ['珞川', 'luochuan'],
    ['潆水', 'yingshui'],
    ['巽州', 'xunzhou'],
    ['蓼洲', 'liaozhou'],
    ['砚海', 'yanhai'],
  ].map(([name = '', spelt = '']) => place(name, spelt, '市')),
]

/** The eight towns and streets of 清溪县. */
export const homeTowns: readonly Place[] = [
  place('兰芷', 'lanzhi', '街道'),
  place('望川', 'wangchuan', '街道'),
  place('青砚', 'qingyan', '镇'),
  place('松陂', 'songbei', '镇'),
  place('白鹭渡', 'bailudu', '镇'),
  place('梅隐', 'meiyin', '镇'),
  place('稻香洲', 'daoxiangzhou', '镇'),
  place('云栈', 'yunzhan', '乡'),
]

type Syllable = readonly [string, string]

const pairs = (text: string): Syllable[] =>
  text.split(' ').map((each): Syllable => [each.charAt(0), each.slice(1)])

const countyFronts = pairs(
  '霁ji 漪yi 筠yun 岫xiu 蘅heng 湉tian 樾yue 暄xuan 菡han 沄yun 笙sheng 曦xi 璟jing 皓hao 琮cong 棠tang 珞luo 潆ying 蓼liao 砚yan 箬ruo 泠ling 濛meng 霭ai 煦xu 晔ye 篁huang 蓁zhen 槿jin 椿chun 峤qiao 嵘rong 珩heng 楸qiu',
)
const countyBacks = pairs('川chuan 陵ling 泉quan 台tai 皋gao 浦pu 原yuan 源yuan 津jin 丘qiu 谷gu 湾wan')
const townFronts = pairs(
  '青qing 白bai 松song 竹zhu 梅mei 柳liu 桃tao 枫feng 桂gui 荷he 莲lian 霞xia 鹤he 鹭lu 雁yan 燕yan 稻dao 蒲pu 芦lu 茶cha',
)
const townBacks = pairs(
  '桥qiao 塘tang 坪ping 渡du 铺pu 滩tan 岭ling 坳ao 畈fan 墩dun 圩xu 堡bao 寨zhai 峪yu 坝ba 店dian',
)

const villageNames = pairsOfTwo(
  '鹤汀heting 柳岸liuan 竹篱zhuli 桑麻sangma 荷塘hetang 松风songfeng 杏雨xingyu 鹿鸣luming 芦滩lutan 枫落fengluo ' +
    '石磨shimo 古槐guhuai 水车shuiche 月牙yueya 双井shuangjing 半山banshan 晒谷shaigu 渔梁yuliang 茶坪chaping 麦垄mailong ' +
    '磨坊mofang 乌桕wujiu 银杏yinxing 燕窝yanwo 雁回yanhui 听泉tingquan 观稼guanjia 耕读gengdu 砚池yanchi 墨溪moxi ' +
    '橘园juyuan 栗园liyuan 苇荡weidang 萍洲pingzhou 藕塘outang 菱角lingjiao 驿前yiqian 渡口dukou 瓦窑wayao 陶坊taofang ' +
    '纸槽zhicao 九曲jiuqu 长堤changdi 短亭duanting 大樟dazhang 小满xiaoman 谷雨guyu 霜降shuangjiang 惊蛰jingzhe 蓑衣suoyi',
)

function pairsOfTwo(text: string): Syllable[] {
  return text.split(' ').map((each): Syllable => {
    const name = each.replace(/[a-z]/g, '')
    return [name, each.slice(name.length)]
  })
}

const join = ([name, spelt]: Syllable, [more, speltMore]: Syllable, suffix: string): Place =>
  place(name + more, spelt + speltMore, suffix)

/** Draws places until there are `count` that differ in name and in spelling from each other and from `taken`. */
function draw(count: number, taken: readonly Place[], one: () => Place): Place[] {
  const names = new Set(taken.flatMap(({ name, spelt }) => [name, spelt]))
  const drawn: Place[] = []
  while (drawn.length < count) {
    const candidate = one()
    if (names.has(candidate.name) || names.has(candidate.spelt)) continue
    names.add(candidate.name).add(candidate.spelt)
    drawn.push(candidate)
  }
  return drawn
}

/** Counties and districts, all different, for `cityCount` cities of `perCity`; the first is 清溪县. */
export function drawCounties(random: Random, cityCount: number, perCity: number): Place[][] {
  const others = draw(cityCount * perCity - 1, [homeCounty, ...cities], () =>
    join(random.pick(countyFronts), random.pick(countyBacks), random.chance(0.25) ? '区' : '县'),
  )
  const all = [homeCounty, ...others]
  return Array.from({ length: cityCount }, (_, i) => all.slice(i * perCity, (i + 1) * perCity))
}

/** Two streets, five towns and a township of a county other than 清溪县. */
export function drawTowns(random: Random): Place[] {
  const suffixes = homeTowns.map((town) => town.suffix)
  return draw(suffixes.length, [], () => join(random.pick(townFronts), random.pick(townBacks), '')).map(
    (town, i) => ({ ...town, suffix: suffixes[i] ?? '镇' }),
  )
}

/** The villages of one county, all different, `perTown` for each of its towns. */
export function drawVillages(random: Random, townCount: number, perTown: number): Place[][] {
  const all = draw(townCount * perTown, [], () => {
    const [name, spelt] = random.pick(villageNames)
    return place(name, spelt, '村')
  })
  return Array.from({ length: townCount }, (_, i) => all.slice(i * perTown, (i + 1) * perTown))
}
