type Command = (args: string[]) => Promise<number>

/** Commands of `gongkai`, each loaded when it is asked for. */
const commands: Record<string, { says: string; load: () => Promise<Command> }> = {
  due: {
    says: '计算答复期限：gongkai due 文件.json [--json]',
    load: async () => (await import('#duties/requests/cli.ts')).dueCommand,
  },
  read: {
    says: '读取已公布的年度报告：gongkai read 文件… [--addresses 地址清单] [--json] [--out 目录]',
    load: async () => (await import('#duties/annual-report/cli.ts')).readCommand,
  },
  report: {
    says: '校核年度报告：gongkai report check 文件… [--last-year 上年报告] [--below 目录] [--json]',
    load: async () => (await import('#duties/annual-report/report-cli.ts')).reportCommand,
  },
  ledger: {
    says: '核验台账：gongkai ledger verify [--organ 机关代码]',
    load: async () => (await import('#platform/ledger/cli.ts')).ledgerCommand,
  },
  plant: {
    says: '建立演示数据：gongkai plant [--scale county|city|province] [--seed 整数]',
    load: async () => (await import('#district/cli.ts')).plantCommand,
  },
  rebuild: {
    says: '由台账重建列表：gongkai rebuild',
    load: async () => (await import('./rebuild.ts')).rebuildCommand,
  },
}

function help(): void {
  console.log('公开：地方政府信息公开系统\n\n用法：gongkai 命令 [参数]\n')
  for (const { says } of Object.values(commands)) console.log(`  ${says}`)
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) {
  process.exitCode = await (await command.load())(args)
} else {
  help()
  process.exitCode = name === '' || name === 'help' || name === '--help' ? 0 : 2
}
