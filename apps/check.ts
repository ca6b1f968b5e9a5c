import { spawnSync } from 'node:child_process'
import { projectFolder } from '#platform/runtime/data-folder.ts'

const jsx = ['--import', './platform/runtime/jsx.mjs']
const steps: { name: string; command: [string, ...string[]] }[] = [
  { name: 'format and lint', command: ['node_modules/.bin/biome', 'check', '.'] },
  { name: 'types of the rules', command: ['node_modules/.bin/tsc', '-p', 'tsconfig.rules.json'] },
  { name: 'types of the server', command: ['node_modules/.bin/tsc', '-p', 'tsconfig.server.json'] },
  { name: 'types of the console', command: ['node_modules/.bin/tsc', '-p', 'tsconfig.console.json'] },
  { name: 'map', command: [process.execPath, ...jsx, 'apps/test.ts', 'map.test.ts'] },
  { name: 'tests', command: [process.execPath, ...jsx, 'apps/test.ts'] },
]

const failed = steps.filter(({ name, command: [program, ...args] }) => {
  console.log(`── ${name}`)
  return spawnSync(program, args, { cwd: projectFolder, stdio: 'inherit' }).status !== 0
})
console.log(
  failed.length === 0 ? 'all in order' : `not in order: ${failed.map(({ name }) => name).join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
