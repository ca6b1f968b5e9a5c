import { openDatabase } from '#platform/database/database.ts'
import { databaseServer } from '#platform/database/server.ts'
import { verify } from './verify.ts'

/** `gongkai ledger verify [--organ ID]`: reads every chain again; 0 where all are whole, 1 where one is not. */
export async function ledgerCommand(args: string[]): Promise<number> {
  const [verb, flag, organId] = args
  if (verb !== 'verify' || (flag && flag !== '--organ')) {
    console.error('用法：gongkai ledger verify [--organ 机关编号]')
    return 2
  }
  const { url, stop } = await databaseServer()
  const { db, close } = openDatabase(url, { connections: 1 })
  try {
    const { facts, cases, broken } = await verify(db, {
      ...(organId ? { organId } : {}),
      onProgress: (done) => process.stderr.write(`\r已核验 ${done} 条`),
    })
    process.stderr.write('\n')
    for (const { caseId, seq, why } of broken)
      console.log(`${caseId} 第 ${seq} 条：${why === 'changed' ? '与记录时不一致' : '之前的记录缺失'}`)
    console.log(`${cases} 件，${facts} 条记录，${broken.length} 处不符`)
    return broken.length === 0 ? 0 : 1
  } finally {
    await close()
    await stop()
  }
}
