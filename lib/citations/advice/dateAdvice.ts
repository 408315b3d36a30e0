import type {EditedReference} from '@/lib/citations/referenceRecord'

import type {Advice} from './advice'

export interface Now {
  /** The year it is, for dates that are yet to come. */
  thisYear: number
}

const CHANGING = new Set(['webpage', 'post-weblog', 'entry-encyclopedia', 'entry-dictionary', 'dataset', 'document'])

/** What an editor should know about the dates of a reference. */
export function dateAdvice({issued, accessed, archive, url, doi, type}: EditedReference, {thisYear}: Now): Advice[] {
  if (!issued?.status && typeof issued?.year !== 'number') {
    return [{field: 'issued', level: 'error', message: 'Write the year of the work, or choose “No date”.'}]
  }
  const year = issued?.status === 'dated' || !issued?.status ? issued?.year : undefined
  if (typeof year === 'number' && year > thisYear) {
    return [
      {
        field: 'issued',
        level: 'warning',
        message: `${year} is yet to come. For a work that will appear choose “In press”.`,
      },
    ]
  }
  if (typeof year === 'number' && year >= 0 && year < 1000) {
    const message = `Is it the year ${year}? Write all four digits of a year, and -${year || 1} for one before our era.`
    return [{field: 'issued', level: 'warning', message}]
  }
  const isOpen = issued?.status === 'nd' && url && !doi && CHANGING.has(type ?? '')
  if (!isOpen || accessed || archive?.url || /[?&]oldid=/.test(url)) return []
  const message =
    'The page has no date. Write the day on which you read it, so that readers know which state of it you mean.'
  return [{field: 'accessed', level: 'warning', message}]
}
