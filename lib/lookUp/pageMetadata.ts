import {parseHTML} from 'linkedom'

import {telltaleMarkup} from './telltaleMarkup'

/** What a page says of itself. */
export interface PageMetadata {
  /** Values of `<meta>` by name or property, in lower case, in order. */
  meta: ReadonlyMap<string, readonly string[]>
  /** The objects of its JSON-LD, out of their graphs. */
  linkedData: readonly Record<string, unknown>[]
  title: string
  canonical: string | null
  language: string | null
}

const MAX_VALUE = 2_000
const MAX_OBJECTS = 200

/** Of one name. Works of physicists have hundreds of authors, and no list prints more than twenty. */
const MAX_VALUES = 500

/** The metadata of a page; whatever is malformed is left out. */
export function pageMetadata(html: string): PageMetadata {
  const {document} = parseHTML(telltaleMarkup(html))
  const meta = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta')) {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').toLowerCase()
    const value = tidy(element.getAttribute('content') ?? '')
    const values = meta.get(name) ?? []
    if (!name || !value || values.length >= MAX_VALUES) continue
    values.push(value)
    meta.set(name, values)
  }
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
  return {
    meta,
    linkedData: scripts.flatMap(({textContent}) => objectsIn(parsed(textContent ?? ''))).slice(0, MAX_OBJECTS),
    title: tidy(document.querySelector('title')?.textContent ?? ''),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
    language: document.querySelector('html')?.getAttribute('lang') ?? null,
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_VALUE)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function objectsIn(value: unknown, depth = 0): Record<string, unknown>[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.slice(0, MAX_OBJECTS).flatMap((member) => objectsIn(member, depth + 1))
  const object: Record<string, unknown> = Object.fromEntries(Object.entries(value))
  return [object, ...objectsIn(object['@graph'], depth + 1), ...objectsIn(object.mainEntity, depth + 1)]
}
