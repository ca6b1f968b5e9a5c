import { randomInt } from 'node:crypto'

// Words that open most guessing lists; a password may not be one of them with digits or signs around it.
const common = [
  'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'iloveyou',
  'admin', 'administrator', 'root', 'welcome', 'letmein', 'abc', 'abcd', 'abcdef', 'woaini', 'gongkai',
  'zhengfu', 'zwgk', 'test', 'user', 'guest', 'changeme', 'q1w2e3r4', '1q2w3e4r', '1qaz2wsx', 'qazwsx',
] // biome-ignore format: a list

const runs = '01234567890987654321abcdefghijklmnopqrstuvwxyz'

const isCommon = (password: string): boolean => {
  const small = password.toLowerCase()
  const core = small.replace(/^[^a-z@]+|[^a-z]+$/g, '')
  return (
    common.includes(small) ||
    common.includes(core) ||
    /^(.{1,3})\1+.?$/.test(small) ||
    runs.includes(small) ||
    /^\d+$/.test(small)
  )
}

/** Why a password may not be used, as a sentence for the field; null where it may. */
export function passwordFault(password: string, username: string, least: number): string | null {
  if ([...password].length < least) return `密码至少 ${least} 个字符。`
  if (password.length > 128) return '密码不能超过 128 个字符。'
  if (username !== '' && password.toLowerCase().includes(username.toLowerCase()))
    return '密码不能包含用户名。'
  if (isCommon(password)) return '这个密码太常见，容易被猜中。请换一个，例如几个互不相关的词。'
  return null
}

// Without signs that are taken for one another on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand out once: four groups of four, 79 bits. */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('')
  return [group(), group(), group(), group()].join('-')
}
