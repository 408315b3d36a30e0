import {boundedCache} from '@/lib/citations/entries/boundedCache'
import {localeOfStyle} from '@/lib/citations/styles/locales'
import {styleTerm} from '@/lib/citations/styles/styleTerm'
import type {Style} from '@/lib/citations/styles/style'

import {andOf} from './andOf'

/** What a sentence that names a work says beside names and years, as the style's entries say it. */
export interface NarrativeWords {
  and: string
  etAl: string
  noDate: string
  circa: string
  /** With the space before them. */
  bc: string
  ad: string
}

/** Where no style is known: the words of the default one. */
export const ENGLISH: NarrativeWords = {
  and: 'and',
  etAl: 'et al.',
  noDate: 'n.d.',
  circa: 'ca.',
  bc: ' B.C.E.',
  ad: ' C.E.',
}

const MAX_KEPT = 16

const kept = boundedCache<NarrativeWords>(MAX_KEPT)

/** The words of a style in a language. */
export function narrativeWords(style: Style, language: string): NarrativeWords {
  const term = (name: string, form?: 'short') => styleTerm(style, language, name, form)
  return kept.get(`${style.id} ${localeOfStyle(style, language)}`, () => ({
    and: andOf(language),
    etAl: term('et-al'),
    noDate: term('no date', 'short'),
    circa: term('circa', 'short'),
    bc: term('bc'),
    ad: term('ad'),
  }))
}
