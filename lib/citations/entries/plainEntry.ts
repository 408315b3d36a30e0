import type {CslItem, CslName} from '@/lib/citations/csl/csl'
import {escapeText, linked} from './entryFormat'

/** An entry without a style: names, year, title, container, publisher, address. Escaped markup, never empty. */
export function plainEntry(item: CslItem): string {
  const names = (item.author ?? item.editor ?? []).map(nameText).join('; ')
  const year = item.issued?.['date-parts'][0]?.[0]
  const parts = [
    names,
    year ? `(${year})` : '(n.d.)',
    item.title ?? '[Untitled]',
    item['container-title'],
    item.publisher,
  ]
  const sentences = parts.filter(Boolean).map((part) => escapeText(part?.replace(/\.$/, '')))
  const address = item.DOI ? `https://doi.org/${item.DOI}` : item.URL
  return `${sentences.join('. ')}.${address ? ` ${linked(escapeText(address))}` : ''}`
}

function nameText({literal, family, given}: CslName): string {
  return literal ?? [family, given].filter(Boolean).join(', ')
}
