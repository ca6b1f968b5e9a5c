import { departmentOf } from '../departments/departments.ts'
import { firm } from '../items/lists.ts'
import { vocabularyOf } from '../items/vocabulary.ts'
import type { Organ } from '../organ.ts'
import { fullName } from '../places.ts'
import type { Random } from '../random.ts'

/** What is asked for, in the words of an applicant. */
export interface Subject {
  readonly title: string
  readonly description: string
}

const estates = ['芷兰苑', '望川花园', '砚湖名邸', '松风雅居', '文澜新村', '白鹭湾小区'] as const
const routes = ['文澜路', '沿溪路', '望川大道', '崇文街'] as const

const details = [
  '请提供上述信息的全文及附件。',
  '包括批准文件、附图和有关会议研究结果，如有多个版本，请提供最终版本。',
  '所需信息形成于{year}年前后，具体文号不详，请协助检索。',
  '本人因办理有关手续需要了解上述情况，请提供复印件并加盖公章。',
  '如部分内容不宜公开，请作区分处理后提供其余部分。',
  '请一并提供资金的下达文件、分配明细和拨付凭证。',
] as const

/** What somebody asks of an organ, with the places and names that stand for 某 and 本. */
export function drawSubject(random: Random, organ: Organ, parts: readonly string[], year: number): Subject {
  const words = vocabularyOf(
    organ.department ? { organ, department: departmentOf(organ.department) } : { organ },
  )
  const of = random.whole(year - 3, year)
  const place = random.pick(parts)
  const title = random
    .pick(words.asked)
    .replace('本村', `${place}${organ.level === 'town' ? '' : '部分村组'}`)
    .replace(/某(起|项目|地块|工地|小区|企业|超市|诊所|路段|社会团体|镇|日)/, (whole, what: string) => {
      if (what === '小区') return random.pick(estates)
      if (what === '企业' || what === '超市') return firm({ random, area: fullName(organ.area) })
      if (what === '地块') return `99${of}-${random.whole(1, 30)}号地块`
      if (what === '路段') return random.pick(routes)
      return what === '镇' ? place : whole
    })
  return {
    title: random.chance(0.4) && !/\d{4}年|^(关于|本人|对|近|分)/.test(title) ? `${of}年${title}` : title,
    description: random.pick(details).replace('{year}', String(of)),
  }
}
