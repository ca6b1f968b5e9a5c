import { openDatabase } from '#platform/database/database.ts'
import { databaseServer } from '#platform/database/server.ts'
import { openPlatform, readConfig } from '#platform/open-platform.ts'
import { type PlantOptions, plantDistrict } from './plant.ts'
import { isScale } from './tree.ts'

const usage = '--scale county|city|province（县、市、省）  --seed 整数'

/** What `--scale` and `--seed` ask for; a line that says what is wrong where they cannot be read. Other words are left alone. */
export function plantOptionsOf(args: readonly string[]): Pick<PlantOptions, 'scale' | 'seed'> | string {
  const asked = (name: string) => {
    const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`))
    const [, given = args[at + 1] ?? ''] = args[at]?.split('=') ?? []
    return at === -1 ? undefined : given
  }
  const [scale, seed] = [asked('--scale'), asked('--seed')]
  if (scale !== undefined && !isScale(scale)) return `没有这种规模：${scale}。用法：${usage}`
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) return `种子应当是整数：${seed}。用法：${usage}`
  return { ...(scale ? { scale } : {}), ...(seed ? { seed: Number(seed) } : {}) }
}

/** `gongkai plant [--scale …] [--seed …]`: plants the invented district into an empty database. */
export async function plantCommand(args: string[]): Promise<number> {
  const options = plantOptionsOf(args)
  if (typeof options === 'string') {
    console.error(options)
    return 2
  }
  const { url, stop } = await databaseServer()
  const { db, close } = openDatabase(url)
  try {
    const planted = await plantDistrict(openPlatform(db, readConfig()), {
      ...options,
      onProgress: console.log,
    })
    if (!planted) console.error('数据库中已有机关，演示数据只能建立在空的数据库里。')
    else console.log(`演示账号 ${planted.accounts.length} 个，密码：${planted.password}`)
    return planted ? 0 : 1
  } finally {
    await close()
    await stop()
  }
}
