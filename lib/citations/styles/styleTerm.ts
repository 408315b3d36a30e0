import {unescapeText} from '@/lib/citations/entries/entryFormat'

import {localeOfStyle, localeXml} from './locales'
import type {Style} from './style'

const STYLE_LOCALE = /<locale\b(?:\s+xml:lang=["']([^"']*)["'])?\s*>(.*?)<\/locale>/gs

/**
 * How a style writes a term in a language: ` B.C.E.`, `n.d.`; with the space that the engine sets before an era.
 *
 * The style's own words for the dialect come before those for the language, for any language, and the locale's.
 */
export function styleTerm(
  style: Pick<Style, 'xml' | 'english'>,
  language: string,
  name: string,
  form?: 'short',
): string {
  const locale = localeOfStyle(style, language)
  const own = [...style.xml.matchAll(STYLE_LOCALE)]
  const inLanguage = (wanted: string | undefined) => own.filter(([, tag]) => tag === wanted).map(([, , terms]) => terms)
  const sources = [locale, locale.slice(0, 2), undefined].flatMap(inLanguage).concat(localeXml(locale))
  const wanted = [...(form ? [form] : []), undefined]
  for (const shape of wanted) {
    for (const source of sources) {
      const found = termIn(source ?? '', name, shape)
      if (found !== null) return found
    }
  }
  return name
}

function termIn(xml: string, name: string, form: 'short' | undefined): string | null {
  for (const [, attributes = '', text = ''] of xml.matchAll(/<term\b([^>]*)>([^<]*)<\/term>/g)) {
    if (attribute(attributes, 'name') === name && attribute(attributes, 'form') === (form ?? null)) {
      return unescapeText(text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))))
    }
  }
  return null
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\b${name}=["']([^"']*)["']`).exec(attributes)?.[1] ?? null
}
