import { intranetRanges } from '#platform/http/outside-ranges.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { hookTasks } from './hooks.ts'
import { importTasks } from './import/run.ts'
import { reminderTasks } from './reminders.ts'

/** Every job of this duty, by name; `intranet` are the networks of the own house that may be called. */
export const requestTasks = (platform: Platform, intranet = intranetRanges()): Record<string, Task> => ({
  ...reminderTasks(platform),
  ...importTasks(platform),
  ...hookTasks(platform, intranet),
})
