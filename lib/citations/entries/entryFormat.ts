import type {EngineState, OutputFormat} from 'citeproc'

import {toBareDoi, doiUrl} from '@/lib/identifiers/doi'
import {isWebUrl} from '@/lib/links/isWebUrl'
import {withoutLiterals} from '@/lib/citations/richText'

/**
 * Output format for the engine: `i`, `b`, `sup`, `sub` and `a href`, no attributes besides.
 * Italics inside italics stay nested (`<i>…<i>…</i></i>`) for the style sheet to set upright.
 */
export const entryFormat: OutputFormat = {
  text_escape: escapeText,
  bibstart: '',
  bibend: '',
  '@font-style/italic': '<i>%%STRING%%</i>',
  '@font-style/oblique': '<i>%%STRING%%</i>',
  '@font-style/normal': '<i>%%STRING%%</i>',
  '@font-weight/bold': '<b>%%STRING%%</b>',
  '@font-weight/normal': false,
  '@font-weight/light': false,
  '@font-variant/small-caps': false,
  '@font-variant/normal': false,
  '@text-decoration/none': false,
  '@text-decoration/underline': false,
  '@vertical-align/sup': '<sup>%%STRING%%</sup>',
  '@vertical-align/sub': '<sub>%%STRING%%</sub>',
  '@vertical-align/baseline': false,
  '@passthrough/true': keep,
  '@strip-periods/true': keep,
  '@strip-periods/false': keep,
  '@quotes/true': (state, text) => quoted(state, text, ''),
  '@quotes/inner': (state, text) => quoted(state, text, '-inner'),
  '@quotes/false': false,
  '@cite/entry': keep,
  '@bibliography/entry': keep,
  '@display/block': keep,
  '@display/left-margin': keep,
  '@display/right-inline': keep,
  '@display/indent': keep,
  '@showid/true': keep,
  '@URL/true': (_, text) => linked(text),
  '@DOI/true': (_, text) => linked(text),
}

/** Text as markup. */
export function escapeText(text: string | undefined): string {
  return withoutLiterals(text ?? '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** The text of an entry's markup. */
export function unescapeText(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

function keep(_: unknown, text: string): string {
  return text
}

/** The engine asks for a lone inner quote where it means an apostrophe. */
function quoted(state: EngineState, text: string | undefined, level: '' | '-inner'): string {
  if (text === undefined) return level === '' ? state.getTerm('open-quote') : '’'
  return state.getTerm(`open${level}-quote`) + text + state.getTerm(`close${level}-quote`)
}

/**
 * Escaped text, linked when it is an address or a DOI.
 *
 * The engine marks addresses and DOIs alike; a DOI's own characters (`<>#?`) need more escaping than an address has.
 */
export function linked(text: string): string {
  const address = unescapeText(text)
  const doi = toBareDoi(address)
  if (doi !== null) return anchor(doiUrl(doi), text)
  return isWebUrl(address) ? anchor(new URL(address).href, text) : text
}

function anchor(href: string, text: string): string {
  return `<a href="${escapeText(href)}">${text}</a>`
}
