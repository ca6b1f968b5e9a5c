import type { Department } from './department.ts'
import { economyDepartments } from './economy.ts'
import { endedDepartments } from './ended.ts'
import { landDepartments } from './land.ts'
import { orderDepartments } from './order.ts'
import { peopleDepartments } from './people.ts'
import { verticalUnits } from './vertical.ts'

/** The departments of a county government, as they stand after the changes. */
export const departments: readonly Department[] = [
  ...economyDepartments,
  ...peopleDepartments,
  ...landDepartments,
  ...orderDepartments,
]

const byKey = new Map([...departments, ...endedDepartments, ...verticalUnits].map((each) => [each.key, each]))

/** The department, ended one or vertical unit of that key. Throws RangeError where there is none. */
export function departmentOf(key: string): Department {
  const found = byKey.get(key)
  if (found) return found
  throw new RangeError(`no department ${key}`)
}
