import type {ReferenceRecord} from '@/lib/citations/reference'
import {plainWords} from '@/lib/citations/works/titleKey'

import type {Advice} from './advice'
import {shownName} from './nameAdvice'

const NEEDS_CONTAINER: Readonly<Record<string, string>> = {
  chapter: 'the title of the book',
  'article-journal': 'the name of the journal',
  'article-magazine': 'the name of the magazine',
  'article-newspaper': 'the name of the newspaper',
  'entry-encyclopedia': 'the name of the encyclopedia',
  'entry-dictionary': 'the name of the dictionary',
  'paper-conference': 'the title of the proceedings, or the name of the conference',
}

/** What an editor should know about where a reference appeared. */
export function placeAdvice({type, containerTitle, publisher, author, page}: ReferenceRecord): Advice[] {
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
    ...(publisher?.trim() && (author ?? []).some((name) => plainWords(shownName(name)) === plainWords(publisher))
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
