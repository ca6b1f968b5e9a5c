import n2018 from './2018.json' with { type: 'json' }
import n2019 from './2019.json' with { type: 'json' }
import n2019amended from './2019-amended.json' with { type: 'json' }
import n2020 from './2020.json' with { type: 'json' }
import n2020amended from './2020-amended.json' with { type: 'json' }
import n2021 from './2021.json' with { type: 'json' }
import n2022 from './2022.json' with { type: 'json' }
import n2023 from './2023.json' with { type: 'json' }
import n2024 from './2024.json' with { type: 'json' }
import n2025 from './2025.json' with { type: 'json' }
import n2026 from './2026.json' with { type: 'json' }

/** One notice of the General Office of the State Council on days off; all days are written YYYY-MM-DD. */
export interface HolidayNotice {
  year: number
  /** 文号 */
  number: string
  /** 文号 of the notice that this one changes. It replaces the festivals it names and leaves the others. */
  amends?: string
  title: string
  /** Where the official text stands. */
  source: string
  /** The day on the official site: a calendar as known on an earlier day leaves the notice out. */
  publishedOn?: string
  /** The days that the notice settles, both included. */
  covers: { from: string; upTo: string }
  /** `off`: days off, weekend days among them too. `on`: weekend days worked instead. */
  festivals: { name: string; off: string[]; on: string[] }[]
}

/**
 * Every notice since 2018, in the order of publication: a new notice is a new file and a line here.
 */
export const holidayNotices: readonly HolidayNotice[] = [
  n2018,
  n2019,
  n2019amended,
  n2020,
  n2020amended,
  n2021,
  n2022,
  n2023,
  n2024,
  n2025,
  n2026,
]
