import type { Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { importTasks } from './import/run.ts'
import { reminderTasks } from './reminders.ts'

/** Every job of this duty, by name. */
export const requestTasks = (platform: Platform): Record<string, Task> => ({
  ...reminderTasks(platform),
  ...importTasks(platform),
})
