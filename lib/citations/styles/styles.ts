import templates from '@citation-js/plugin-csl/lib/styles.json' with {type: 'json'}

import {apaStyle} from './apaStyle'
import {exportStyles} from './exportStyles'
import {harvardStyle} from './harvardStyle'
import {citationStyles, DEFAULT_STYLE, type BuiltInStyle} from './citationStyles'
import type {Style} from './style'
import {vancouverStyle} from './vancouverStyle'

/** The texts stay in the package that carries them and are mended in memory. */
const BUILT_IN: Record<BuiltInStyle, () => Pick<Style, 'xml' | 'isApa' | 'english'>> = {
  'apa-numbered': () => ({xml: apaStyle(templates.apa), isApa: true}),
  'apa-author-date': () => ({xml: apaStyle(templates.apa), isApa: true}),
  vancouver: () => ({xml: vancouverStyle(templates.vancouver), isApa: false}),
  harvard: () => ({xml: harvardStyle(templates.harvard1), isApa: false, english: 'en-GB'}),
}

const styles = new Map<string, Style>(exportStyles.map((style) => [style.id, style]))

/** The style of an id, or the default one, so that an operator's style whose file has gone breaks no page. */
export function styleOf(id: string): Style {
  const known = styles.get(id)
  if (known) return known
  const builtIn = citationStyles.find(({value}) => value === id)
  if (!builtIn) return styleOf(DEFAULT_STYLE)
  const {value, title, kind} = builtIn
  const style = {id: value, title, kind, ...BUILT_IN[value]()}
  styles.set(id, style)
  return style
}

/** Whether `styleOf` has the style itself, and not the default in its place. */
export function isKnownStyle(id: string): boolean {
  return citationStyles.some(({value}) => value === id) || styles.has(id)
}

/** Makes an operator's styles known to everything that formats in this process; the same ones again change nothing. */
export function addStyles(added: readonly Style[]): void {
  for (const style of added) styles.set(style.id, style)
}
