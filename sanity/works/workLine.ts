import type {EditedReference} from '@/lib/citations/referenceRecord'
import {referenceLine} from '@/sanity/schema/referenceLine'

/** A work on one line: `Polanyi (1944). The great transformation`, and where it appeared. */
export function workLine(work: Omit<EditedReference, '_id'>): {title: string; place: string} {
  const {author, editor, issued, title, verbatim, containerTitle, publisher, doi, url} = work
  const names = (author ?? []).map((name) => name.literal || [name.particles, name.family].filter(Boolean).join(' '))
  const [family0, family1, family2] = names.filter(Boolean)
  const [firstEditor] = editor ?? []
  if (!title?.trim() && verbatim?.trim()) return {title: verbatim, place: 'Not taken apart yet'}
  const address = title?.trim() ? null : doi || url
  if (address) return {title: address, place: ''}
  return {
    title: referenceLine({
      family0,
      family1,
      family2,
      editor: firstEditor?.literal || firstEditor?.family || undefined,
      status: issued?.status ?? undefined,
      year: issued?.year ?? undefined,
      workTitle: title || undefined,
    }),
    place: containerTitle || publisher || '',
  }
}
