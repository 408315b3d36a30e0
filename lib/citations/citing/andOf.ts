import {localeXml} from '@/lib/citations/styles/locales'

/** How a language joins the last two of a list: `and`, `und`. */
export function andOf(language: string): string {
  return /<term name="and">([^<]*)</.exec(localeXml(language))?.[1] ?? 'and'
}
