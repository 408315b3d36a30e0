import type {Table} from '@/lib/manuscripts/body'

import {elementsIn, type MarkupElement} from './markup'
import {NOTE_TAG} from './notes'

/** What to tell the editor of a table: its cells hold plain text, and only so many rows can be published. */
export function lostInCells(element: MarkupElement, {rows}: Table): string[] {
  const messages = [...elementsIn(element)].flatMap(({tag, attributes}) => {
    const href = tag === 'a' ? attributes.get('href') : undefined
    if (href && !href.startsWith('#'))
      return [`The link ${href.slice(0, 200)} in a table was left out: cells hold plain text.`]
    if (tag === NOTE_TAG) return ['A note in a table became a part of its cell, in brackets: cells hold plain text.']
    if (tag !== 'img') return []
    const alt = attributes.get('alt')?.trim()
    return [`A picture in a table was left out${alt ? `: “${alt}”` : ''}.`]
  })
  const isLong = rows.length > 200
  return isLong ? [...messages, `The table has ${rows.length} rows, and 200 can be published: split it.`] : messages
}
