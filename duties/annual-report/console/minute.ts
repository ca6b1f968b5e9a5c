const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})

/** An instant as it is read in China: 2026年3月27日 14:40. */
export const minute = (instant: string): string => format.format(new Date(instant))
