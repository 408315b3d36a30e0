import type {CitedEntry, CitedWorks} from '@/lib/citations/citing/citedEntry'
import {citingWords} from '@/lib/citations/citing/citingWords'
import {escapeText} from '@/lib/citations/entries/entryFormat'
import {collectFootnotes} from '@/lib/portable-text/footnotes'

import {blocksHtml, figureHtml} from './blocksHtml'
import type {FeedContext} from './feedContext'

/** What a feed entry takes of an article. */
export interface FeedText {
  leadImage?: object | null
  body: unknown
  disclosure?: string | null
  corrections: readonly {kind: string; text: string}[]
}

/**
 * An article's whole text as markup for feeds, with the citations, notes and list that its page has.
 *
 * Marks lead to the page's own fragments; the list follows, so that a feed read offline is complete.
 */
export function articleHtml(article: FeedText, works: CitedWorks, pageUrl: string): string {
  const {notes, noteOf} = collectFootnotes(article.body)
  const context: FeedContext = {works, noteOf, pageUrl}
  const isRetracted = article.corrections.some(({kind}) => kind === 'retraction')
  return [
    isRetracted ? '<p><strong>This article has been retracted.</strong></p>' : '',
    article.leadImage ? figureHtml(article.leadImage, context) : '',
    blocksHtml(article.body, context),
    article.disclosure ? `<p><em>${escapeText(article.disclosure)}</em></p>` : '',
    ...article.corrections.map(
      ({kind, text}) => `<p><strong>${escapeText(titled(kind))}.</strong> ${escapeText(text)}</p>`,
    ),
    section(
      citingWords.notes,
      list(
        notes.map(({text}) => blocksHtml(text, context)),
        works.isNumbered ? '<ol type="a">' : '<ol>',
      ),
    ),
    section(citingWords.references, entryList(works.entries.filter(({cited}) => cited))),
    section(citingWords.furtherReading, entryList(works.entries.filter(({cited}) => !cited))),
  ].join('')
}

function entryList(entries: readonly CitedEntry[]): string {
  const number = entries[0]?.number ?? null
  const start = number === 1 || number === null ? '' : ` start="${number}"`
  return list(
    entries.map(({html}) => html),
    number === null ? '<ul>' : `<ol${start}>`,
  )
}

function list(items: readonly string[], open: string): string {
  if (items.length === 0) return ''
  return `${open}${items.map((item) => `<li>${item}</li>`).join('')}</${open.slice(1, 3)}>`
}

function section(title: string, html: string): string {
  return html && `<h2>${title}</h2>${html}`
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
