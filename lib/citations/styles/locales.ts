import locales from '@citation-js/plugin-csl/lib/locales.json' with {type: 'json'}

const LOCALES = {
  'en-US': () => locales['en-US'],
  'en-GB': () => british(locales['en-US']),
  'de-DE': () => locales['de-DE'],
  'es-ES': () => locales['es-ES'],
  'fr-FR': () => locales['fr-FR'],
  'nl-NL': () => locales['nl-NL'],
}

export type Locale = keyof typeof LOCALES

/** The CSL locale of a language: its terms, quotation marks and dates. */
export function localeXml(language: string): string {
  return withSpacedEras(LOCALES[localeOf(language)]())
}

/** The engine sets an era right behind the year; some locales forget the space between. */
function withSpacedEras(xml: string): string {
  return xml.replace(/(?<=<term name="(?:ad|bc)">)(?! |&#160;)/g, '&#160;')
}

/** The nearest locale: that of the region, of the language, or American English. English elsewhere is British. */
function localeOf(language: string): Locale {
  const tag = language.toLowerCase()
  if (/^en-(?!us\b)/.test(tag)) return 'en-GB'
  const known: Locale[] = ['en-US', 'de-DE', 'es-ES', 'fr-FR', 'nl-NL']
  return known.find((locale) => locale.slice(0, 2) === tag.split('-')[0]) ?? 'en-US'
}

/** The locale in which a style sets a language; one written in British English keeps to that in any English. */
export function localeOfStyle({english}: {english?: Locale}, language: string): Locale {
  return english && /^en\b/i.test(language) ? english : localeOf(language)
}

/** The package carries no British locale; single quotation marks, stops outside them, day before month, “edn”. */
function british(american: string): string {
  return american
    .replace('xml:lang="en-US"', 'xml:lang="en-GB"')
    .replace('punctuation-in-quote="true"', 'punctuation-in-quote="false"')
    .replace(/(?<=<term name="open-quote">)“/, '‘')
    .replace(/(?<=<term name="close-quote">)”/, '’')
    .replace(/(?<=<term name="open-inner-quote">)‘/, '“')
    .replace(/(?<=<term name="close-inner-quote">)’/, '”')
    .replace(
      /<date form="text">.*?<\/date>/s,
      '<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>',
    )
    .replace(/(<term name="edition" form="short">\s*<single>)ed\./, '$1edn')
}
