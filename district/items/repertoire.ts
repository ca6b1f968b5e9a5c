import { departmentOf } from '../departments/departments.ts'
import type { Organ } from '../organ.ts'
import { guide, licenceList, penaltyDecision, penaltyList } from './decisions.ts'
import { appointment, meeting, policy, workReport } from './government.ts'
import { announcement, grant } from './lists.ts'
import { budget, feeList, finalAccounts, procurement } from './money.ts'
import { campaignNotice, consultation, news, proposalReply, taskNotice } from './notices.ts'
import { enterpriseService, leaders, ownRule, profile } from './profile.ts'
import { recruitment, recruitmentResult } from './recruitment.ts'
import { emergencyPlan, inspection, warning } from './safety.ts'
import type { Template } from './scene.ts'
import { communique, economy, plan, workFigures } from './statistics.ts'
import { homestead, townPlan, townProject, townWelfare, villageAccounts, villageAffairs } from './towns.ts'
import { landNotice, landResult, projectApproval, projectProgress } from './works.ts'

/** What an organ writes at a set time of the year: from one month and day to another. */
export interface Fixed {
  readonly template: Template
  readonly from: string
  readonly upTo: string
  /** Only in that year; every year where it is left out. */
  readonly onlyIn?: number
}

const fixed = (template: Template, from: string, upTo: string, onlyIn?: number): Fixed =>
  onlyIn === undefined ? { template, from, upTo } : { template, from, upTo, onlyIn }

const yearly: readonly Fixed[] = [
  fixed(leaders, '01-05', '03-20'),
  fixed(budget, '02-01', '02-20'),
  fixed(feeList, '03-01', '04-10'),
  fixed(finalAccounts, '08-20', '09-25'),
]

const onceOnly: readonly Fixed[] = [
  fixed(profile, '01-02', '01-12', 2024),
  fixed(ownRule, '01-10', '04-30', 2024),
]

const monthly: readonly Fixed[] = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
  (month) => fixed(economy, `${month}-15`, `${month}-25`),
)

const quarterly: readonly Fixed[] = ['01', '04', '07', '10'].map((month) =>
  fixed(villageAccounts, `${month}-05`, `${month}-20`),
)

/** The papers of an organ that come at their time. */
export function fixedOf(organ: Organ): readonly Fixed[] {
  if (organ.kind === 'village') return quarterly
  if (organ.kind === 'enterprise') return [fixed(enterpriseService, '03-01', '04-30')]
  if (organ.kind === 'vertical' && organ.level === 'town') return onceOnly.slice(0, 1)
  const plans = [fixed(plan, '02-10', '03-31')]
  if (organ.kind === 'government')
    return [...onceOnly, ...yearly, ...plans, fixed(workReport, '01-22', '02-20')]
  if (organ.department === 'tjj')
    return [...onceOnly, ...yearly, ...plans, ...monthly, fixed(communique, '03-15', '04-10')]
  return [...onceOnly, ...yearly, ...(organ.level === 'town' ? [] : plans)]
}

type Weighted = readonly (readonly [Template, number])[]

const ofGovernment: Weighted = [
  [meeting, 24],
  [policy, 16],
  [appointment, 6],
  [news, 10],
  [announcement, 5],
  [emergencyPlan, 1],
  [consultation, 4],
  [campaignNotice, 4],
  [taskNotice, 6],
  [projectProgress, 4],
  [procurement, 3],
]

const ofTowns: Weighted = [
  [townWelfare, 11],
  [homestead, 6],
  [townProject, 8],
  [townPlan, 5],
  [campaignNotice, 3],
  [taskNotice, 3],
  [news, 8],
  [announcement, 2],
  [procurement, 1],
  [penaltyList, 1],
]

const own: Readonly<Record<string, Weighted>> = {
  qxj: [[warning, 40]],
  yjj: [
    [warning, 6],
    [emergencyPlan, 5],
    [inspection, 10],
    [grant, 5],
  ],
  zrzyj: [
    [landNotice, 10],
    [landResult, 12],
  ],
  rsj: [
    [recruitment, 5],
    [recruitmentResult, 5],
    [grant, 8],
  ],
  jtj: [
    [recruitment, 2],
    [recruitmentResult, 2],
    [grant, 4],
    [inspection, 4],
  ],
  wjj: [
    [recruitment, 2],
    [inspection, 12],
    [grant, 3],
    [emergencyPlan, 1],
  ],
  scjg: [[inspection, 22]],
  sthj: [
    [inspection, 18],
    [projectProgress, 4],
  ],
  zjj: [
    [inspection, 8],
    [projectProgress, 8],
    [projectApproval, 3],
  ],
  fgj: [
    [projectApproval, 16],
    [projectProgress, 6],
  ],
  jtysj: [
    [projectApproval, 5],
    [projectProgress, 8],
  ],
  slj: [
    [inspection, 6],
    [projectApproval, 4],
    [projectProgress, 6],
  ],
  nynj: [
    [inspection, 5],
    [grant, 10],
    [projectProgress, 6],
  ],
  mzj: [[grant, 14]],
  tyjr: [[grant, 6]],
  ybj: [[grant, 6]],
  lyj: [[grant, 5]],
}

/** What an organ writes in between, each as often as its weight. */
export function ordinaryOf(organ: Organ): Weighted {
  if (organ.kind === 'village') return [[villageAffairs, 1]]
  if (organ.kind === 'government') return ofGovernment
  if (organ.kind === 'enterprise' || (organ.kind === 'vertical' && organ.level === 'town')) return []
  if (organ.level === 'town') return ofTowns
  const { volume, vocabulary: words } = departmentOf(organ.department ?? '')
  return [
    [news, 16],
    [campaignNotice, 10],
    [taskNotice, 11],
    [announcement, 11],
    [proposalReply, 5],
    [procurement, 5],
    [workFigures, 3],
    [consultation, words.rules.length > 0 ? 2 : 0],
    [licenceList, Math.min(12, volume.licences / 12)],
    [guide, words.licences.length],
    [penaltyList, Math.min(9, volume.penalties / 8)],
    [penaltyDecision, Math.min(3, volume.penalties / 4)],
    ...(own[organ.department ?? ''] ?? []),
  ]
}

/** How many of these an organ writes in a year. */
export function volumeOf(organ: Organ): number {
  if (organ.department) return departmentOf(organ.department).volume.items
  if (organ.kind === 'government') return 84
  if (organ.kind === 'town' || organ.kind === 'street') return 34
  return organ.kind === 'village' ? 5 : 0
}
