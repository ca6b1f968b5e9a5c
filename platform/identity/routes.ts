import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { accountRoutes } from './account-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { coverRoutes } from './cover-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { roleRoutes } from './role-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** Sign-in, one's own account, and the people and roles of an organ. */
export function identityRoutes(app: App, platform: Ground): void {
  sessionRoutes(app, platform)
  accountRoutes(app)
  peopleRoutes(app, platform)
  roleRoutes(app, platform)
  coverRoutes(app, platform)
  auditRoutes(app, platform)
}
