import type { Planted } from '#district/plant.ts'
import { roles } from '#law/roles.ts'
import type { Config } from '#platform/platform.ts'

/** Prints where the program answers and, for the demonstration district, who may sign in. */
export function announce({ publicAddress }: Config, planted: Planted | null, milliseconds: number): void {
  console.log(`\n公开系统已启动（${(milliseconds / 1000).toFixed(1)} 秒）`)
  console.log(`  门户    ${publicAddress}/`)
  console.log(`  工作台  ${publicAddress}/console/`)
  console.log(`  接口    ${publicAddress}/api/openapi.json`)
  if (planted) {
    console.log('\n演示账号（数据均为虚构，密码相同）：')
    for (const { username, name, organName, roles: held } of planted.accounts)
      console.log(
        `  ${username.padEnd(22)} ${organName} ${name}（${held.map((role) => roles[role].label).join('、')}）`,
      )
    console.log(`  密码：${planted.password}`)
    console.log('\n可在门户“查进度”试用的申请：')
    for (const { number, queryCode } of planted.receipts) console.log(`  ${number}  查询码 ${queryCode}`)
  }
  console.log('\n按 Ctrl+C 停止。')
}
