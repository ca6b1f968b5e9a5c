const around =
  /^(?:关于|请求|要求|申请|依法|公开|获取|查询|提供|了解)+|(?:的?(?:全部|相关|有关|所有)?(?:政府)?信息(?:公开)?(?:的?申请)?|的?复印件|情况说明)$/gu

/**
 * A title as a key: what does not tell one thing asked for from another is left out (width, case, blanks, marks, the
 * words of asking around it). Two requests of the same key are taken to ask the same; '' where nothing is left.
 */
export const titleKey = (title: string): string => {
  const plain = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return plain.replace(around, '') || plain
}
