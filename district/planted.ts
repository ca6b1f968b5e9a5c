import { openDatabase } from '#platform/database/database.ts'
import type { TestGround } from '#platform/testing/database.ts'
import { platformOn } from '#platform/testing/platform.ts'
import { plantDistrict } from './plant.ts'

/** The county, planted as on 20 November 2026: the ground of the tests that look at it. */
export const plantedCounty: TestGround = {
  name: 'county',
  fill: async (url) => {
    const endings: (() => Promise<void> | void)[] = []
    const { db, close } = openDatabase(url)
    try {
      const { platform } = platformOn({ after: (end) => endings.push(end) }, db, '2026-11-20T01:30:00Z')
      await plantDistrict(platform)
    } finally {
      await close()
      for (const end of endings) await end()
    }
  },
}
