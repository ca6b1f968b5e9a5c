/** Where the major decisions stand on the portal. */
export const decisionsPath = '/decisions'
export const decisionFeedPath = '/feeds/decisions.atom'

export const decisionAddress = ({
  organCode,
  decisionId,
}: {
  organCode: string
  decisionId: string
}): string => `${decisionsPath}/${organCode}/${decisionId}`
