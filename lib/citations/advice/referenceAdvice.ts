import type {ReferenceRecord} from '@/lib/citations/reference'
import type {EditedReference} from '@/lib/citations/referenceRecord'

import type {Advice} from './advice'
import {dateAdvice, type Now} from './dateAdvice'
import {doiAdvice, urlAdvice} from './linkAdvice'
import {nameAdvice, shownName} from './nameAdvice'
import {placeAdvice} from './placeAdvice'
import {oddCapitals, sentenceCase} from './titleAdvice'
import {typeAdvice} from './typeAdvice'

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
      return message ? [{field, level: 'warning', message: `${shownName(name)}: ${message}`}] : []
    }),
  )
  if (author?.length || editor?.length) return advice
  return [...advice, {field: 'author', level: 'info', message: 'Without an author the entry begins with its title.'}]
}
