import { kinds } from './kinds.ts'

const accepted = Object.keys(kinds)
  .filter((ending) => !['jpeg', 'tiff'].includes(ending))
  .join('、')

/** Why a file is not accepted, in the words shown beside it. */
export const fileRefusals = {
  empty: (name) => `文件“${name}”没有内容，请检查后重新选择。`,
  tooLarge: (name) => `文件“${name}”太大。请压缩或拆分后重新选择。`,
  kindNotAccepted: (name) => `不接收“${name}”这种格式的文件。可以上传的格式有：${accepted}。`,
  disguised: (name) => `文件“${name}”的内容与扩展名不符，或者设有打开密码。请用正确的格式重新保存后上传。`,
} as const satisfies Record<string, (name: string) => string>

export type FileRefusal = keyof typeof fileRefusals
