import type {Reading} from '../parsedEntry'

/**
 * An encyclopedia entry from the address of a Wikipedia page: `…/wiki/Gaza_peace_plan`,
 * `…/w/index.php?title=Gaza_peace_plan&oldid=878158136`. The address is kept with its version. Null for other addresses.
 */
export function wikipediaEntry(address: string): Reading | null {
  const title = wikipediaTitle(address)
  if (!title) return null
  const url = URL.parse(address)
  const hasVersion = Boolean(url?.searchParams.get('oldid'))
  const language = url?.hostname.split('.')[0] ?? 'en'
  return {
    reference: {
      type: 'entry-encyclopedia',
      title,
      containerTitle: 'Wikipedia',
      url: address,
      issued: {status: 'nd'},
      ...(/^(?:en|simple|www|m)$/.test(language) ? {} : {language}),
    },
    confidence: {
      type: 'sure',
      title: 'likely',
      containerTitle: 'sure',
      url: 'sure',
      issued: 'guess',
      ...(/^(?:en|simple|www|m)$/.test(language) ? {} : {language: 'likely'}),
    },
    problems: hasVersion
      ? ['The date of the version is not known: look it up in the page’s history.']
      : ['The address leads to the newest version: use “Permanent link” on the page, and write its date.'],
  }
}

/** The title in the address of a Wikipedia page, or null. */
export function wikipediaTitle(address: string): string | null {
  const url = URL.parse(address)
  if (!url || !/(?:^|\.)wikipedia\.org$/.test(url.hostname)) return null
  const title = url.searchParams.get('title') ?? decoded(/^\/wiki\/(.+)$/.exec(url.pathname)?.[1] ?? '')
  return title.replace(/_/g, ' ').trim() || null
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
