const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** True where the eighteenth sign of a 统一社会信用代码 follows from the seventeen before it (GB 32100—2015). */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false
  const sum = [...code.slice(0, 17)].reduce(
    (total, sign, i) => total + signs.indexOf(sign) * (3 ** i % 31),
    0,
  )
  return signs[(31 - (sum % 31)) % 31] === code[17]
}
