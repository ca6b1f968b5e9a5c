/** Days off of one festival, written YYYY-MM-DD. */
export interface StatutoryFestival {
  name: string
  off: string[]
}

/** Days off of the lunar festivals, MM-DD. */
interface LunarYear {
  /** 除夕、正月初一至初三 */
  springFestival: readonly string[]
  qingming: string
  dragonBoat: string
  midAutumn: string
}

// Years whose notice is still to come. A test holds the table against a lunar calendar.
const lunarYears: Readonly<Record<number, LunarYear>> = {
  2027: {
    springFestival: ['02-05', '02-06', '02-07', '02-08'],
    qingming: '04-05',
    dragonBoat: '06-09',
    midAutumn: '09-15',
  },
  2028: {
    springFestival: ['01-25', '01-26', '01-27', '01-28'],
    qingming: '04-04',
    dragonBoat: '05-28',
    midAutumn: '10-03',
  },
  2029: {
    springFestival: ['02-12', '02-13', '02-14', '02-15'],
    qingming: '04-04',
    dragonBoat: '06-16',
    midAutumn: '09-22',
  },
  2030: {
    springFestival: ['02-02', '02-03', '02-04', '02-05'],
    qingming: '04-05',
    dragonBoat: '06-05',
    midAutumn: '09-12',
  },
  2031: {
    springFestival: ['01-22', '01-23', '01-24', '01-25'],
    qingming: '04-05',
    dragonBoat: '06-24',
    midAutumn: '10-01',
  },
  2032: {
    springFestival: ['02-10', '02-11', '02-12', '02-13'],
    qingming: '04-04',
    dragonBoat: '06-12',
    midAutumn: '09-19',
  },
  2033: {
    springFestival: ['01-30', '01-31', '02-01', '02-02'],
    qingming: '04-04',
    dragonBoat: '06-01',
    midAutumn: '09-08',
  },
  2034: {
    springFestival: ['02-18', '02-19', '02-20', '02-21'],
    qingming: '04-05',
    dragonBoat: '06-20',
    midAutumn: '09-27',
  },
  2035: {
    springFestival: ['02-07', '02-08', '02-09', '02-10'],
    qingming: '04-05',
    dragonBoat: '06-10',
    midAutumn: '09-16',
  },
  2036: {
    springFestival: ['01-27', '01-28', '01-29', '01-30'],
    qingming: '04-04',
    dragonBoat: '05-30',
    midAutumn: '10-04',
  },
}

/**
 * The days off that are certain in a year even before its notice: 《全国年节及纪念日放假办法》第二条,
 * as revised on 2024-11-10 (thirteen days; before 2025, 劳动节 has one). Lunar festivals only for the
 * years of the table. Not the days moved to make long holidays: those only a notice can give.
 */
export const statutoryFestivals = (year: number): StatutoryFestival[] => {
  const on = (...days: string[]): string[] => days.map((day) => `${year}-${day}`)
  const fixed = [
    { name: '元旦', off: on('01-01') },
    { name: '劳动节', off: year < 2025 ? on('05-01') : on('05-01', '05-02') },
    { name: '国庆节', off: on('10-01', '10-02', '10-03') },
  ]
  const lunar = lunarYears[year]
  if (lunar === undefined) return fixed
  return [
    ...fixed,
    { name: '春节', off: on(...lunar.springFestival) },
    { name: '清明节', off: on(lunar.qingming) },
    { name: '端午节', off: on(lunar.dragonBoat) },
    { name: '中秋节', off: on(lunar.midAutumn) },
  ]
}
