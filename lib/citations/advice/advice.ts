import {doiAdvice, urlAdvice} from './linkAdvice'
import {nameAdvice} from './nameAdvice'
import type {ContributorRecord, ReferenceRecord} from '@/lib/citations/reference'
import type {EditedReference} from '@/lib/citations/referenceRecord'
import {oddCapitals, sentenceCase} from './titleAdvice'
import {plainWords} from '@/lib/citations/works/titleKey'
import {typeAdvice} from './typeAdvice'

export type AdviceLevel = 'error' | 'warning' | 'info'

/** Text fields to be set at once; null empties one. */
export type Fix = Readonly<Record<string, string | null>>

export interface Advice {
  field: keyof ReferenceRecord
  level: AdviceLevel
  /** A sentence to the editor that says what to do. */
  message: string
  /** What would settle it. */
  fix?: Fix
}

interface Now {
  /** The year it is, for dates that are yet to come. */
  thisYear: number
}

const NEEDS_CONTAINER: Readonly<Record<string, string>> = {
  chapter: 'the title of the book',
  'article-journal': 'the name of the journal',
  'article-magazine': 'the name of the magazine',
  'article-newspaper': 'the name of the newspaper',
  'entry-encyclopedia': 'the name of the encyclopedia',
  'entry-dictionary': 'the name of the dictionary',
  'paper-conference': 'the title of the proceedings, or the name of the conference',
}

const CHANGING = new Set(['webpage', 'post-weblog', 'entry-encyclopedia', 'entry-dictionary', 'dataset', 'document'])

/** What an editor should know about a reference, field by field. Empty for a good one. */
export function referenceAdvice(reference: EditedReference, now: Now): Advice[] {
  if (isKeptVerbatim(reference)) {
    return [
      {
        field: 'verbatim',
        level: 'warning',
        message:
          'Not taken apart yet: the entry is printed as it was pasted. With a title and a date it follows the style of the publication.',
      },
    ]
  }
  return [
    ...titleAdvice(reference),
    ...namesAdvice(reference),
    ...dateAdvice(reference, now),
    ...placeAdvice(reference),
    ...doiAdvice(reference),
    ...urlAdvice(reference),
    ...typeAdvice(reference),
  ]
}

/** Whether a reference has only the line that it was pasted as, which is printed as it stands. */
export function isKeptVerbatim({title, verbatim}: Pick<ReferenceRecord, 'title' | 'verbatim'>): boolean {
  return !title?.trim() && Boolean(verbatim?.trim())
}

function titleAdvice({title, type, language}: ReferenceRecord): Advice[] {
  if (!title?.trim())
    return [{field: 'title', level: 'error', message: 'Write the title, as the work itself gives it.'}]
  const capitals = oddCapitals({title, type: type ?? '', language: language ?? ''})
  if (!capitals) return []
  const problem = capitals === 'all' ? 'The title is in capitals.' : 'The title has a capital at every word.'
  return [
    {
      field: 'title',
      level: 'warning',
      message: `${problem} Write it as a sentence, with capitals for names alone; styles that want others add them.`,
      fix: {title: sentenceCase(title)},
    },
  ]
}

function namesAdvice({author, editor, translator}: ReferenceRecord): Advice[] {
  const lists = {author, editor, translator} as const
  const advice = (['author', 'editor', 'translator'] as const).flatMap((field) =>
    (lists[field] ?? []).flatMap((name): Advice[] => {
      const message = nameAdvice(name)
      return message ? [{field, level: 'warning', message: `${shown(name)}: ${message}`}] : []
    }),
  )
  if (author?.length || editor?.length) return advice
  return [...advice, {field: 'author', level: 'info', message: 'Without an author the entry begins with its title.'}]
}

function dateAdvice({issued, accessed, archive, url, doi, type}: EditedReference, {thisYear}: Now): Advice[] {
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

function placeAdvice({type, containerTitle, publisher, author, page}: ReferenceRecord): Advice[] {
  const needed = NEEDS_CONTAINER[type ?? '']
  return [
    ...(needed && !containerTitle?.trim()
      ? [
          {
            field: 'containerTitle',
            level: 'warning',
            message: `Write ${needed}: without it nobody finds the work.`,
          } as const,
        ]
      : []),
    ...(publisher?.trim() && (author ?? []).some((name) => plainWords(shown(name)) === plainWords(publisher))
      ? [
          {
            field: 'publisher',
            level: 'info',
            message: 'The author is the publisher: entries name it once, so this may be left empty.',
            fix: {publisher: null},
          } as const,
        ]
      : []),
    ...pageAdvice(page ?? ''),
  ]
}

function pageAdvice(page: string): Advice[] {
  const label = /^\s*(?:pp?|pages?|seiten?|s)\b\.?\s*(?=\d)/i
  if (label.test(page)) {
    const bare = page.replace(label, '').trim()
    return [
      {
        field: 'page',
        level: 'warning',
        message: `Write the number alone: ${bare}. Styles add “pp.” themselves.`,
        fix: {page: bare},
      },
    ]
  }
  const [, first, last] = /^(\d+)\s*[-–—]+\s*(\d+)$/.exec(page.trim()) ?? []
  if (!first || !last || Number(last) >= Number(first)) return []
  const whole = `${first.slice(0, Math.max(0, first.length - last.length))}${last}`
  if (Number(whole) <= Number(first))
    return [{field: 'page', level: 'warning', message: 'The last page is before the first.'}]
  const range = `${first}–${whole}`
  return [{field: 'page', level: 'info', message: `Write both pages in full: ${range}`, fix: {page: range}}]
}

function shown({literal, given, family}: ContributorRecord): string {
  return literal || [given, family].filter(Boolean).join(' ')
}
