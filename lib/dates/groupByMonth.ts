import {formatMonth, machineDate, type DateSettings} from './formatDate'

export interface MonthGroup<Item> {
  /** `2026-01`. */
  month: string
  /** `January 2026`. */
  title: string
  items: Item[]
}

export interface YearGroup<Item> {
  /** `2026`. */
  year: string
  /** Newest first. */
  months: MonthGroup<Item>[]
}

/** Years and months of publication, newest first; items of one month newest first. Items without a date are left out. */
export function groupByMonth<Item extends {publishedAt: string}>(
  items: readonly Item[],
  settings: DateSettings = {},
): YearGroup<Item>[] {
  const newestFirst = items
    .filter(({publishedAt}) => machineDate(publishedAt, settings) !== '')
    .toSorted((a, b) => new Date(b.publishedAt).getTime() - new Date(a.publishedAt).getTime())

  const years: YearGroup<Item>[] = []
  for (const item of newestFirst) {
    const day = machineDate(item.publishedAt, settings)
    const year = lastOrNew(years, (group) => group.year === day.slice(0, 4), {year: day.slice(0, 4), months: []})
    const title = formatMonth(item.publishedAt, settings)
    const month = lastOrNew(year.months, (group) => group.month === day.slice(0, 7), {
      month: day.slice(0, 7),
      title,
      items: [],
    })
    month.items.push(item)
  }
  return years
}

/** The year in which readers saw it appear, `2026`; `''` for what is no date. */
export function publicationYear(instant: string, settings: DateSettings = {}): string {
  return machineDate(instant, settings).slice(0, 4)
}

function lastOrNew<Group>(groups: Group[], isSame: (group: Group) => boolean, fresh: Group): Group {
  const last = groups.at(-1)
  if (last !== undefined && isSame(last)) return last
  groups.push(fresh)
  return fresh
}
