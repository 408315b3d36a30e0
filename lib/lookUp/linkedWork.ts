/** The part of a page's JSON-LD that describes the work on it. */
export interface LinkedWork {
  types: string[]
  title?: string
  authors: {name: string; isOrganisation: boolean}[]
  date?: string
  publisher?: string
  partOf?: string
  language?: string
}

const WORKS =
  /^(?:.*NewsArticle|Article|.*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Book|Chapter|Dataset|Thesis|VideoObject|PodcastEpisode|WebPage|AboutPage|FAQPage|CreativeWork)$/
const VAGUE = /^(?:WebPage|AboutPage|FAQPage|CreativeWork)$/

/** The first work that a page's objects describe, articles before mere pages. */
export function linkedWork(objects: readonly Record<string, unknown>[]): LinkedWork | null {
  const works = objects.filter((object) => typesOf(object).some((type) => WORKS.test(type)))
  const work = works.find((object) => !typesOf(object).every((type) => VAGUE.test(type))) ?? works[0]
  if (!work) return null
  return {
    types: typesOf(work),
    title: textIn(work.headline) ?? textIn(work.name),
    authors: listOf(work.author).flatMap(authorOf),
    date: textIn(work.datePublished) ?? textIn(work.dateCreated),
    publisher: nameIn(work.publisher),
    partOf: nameIn(work.isPartOf),
    language: textIn(work.inLanguage),
  }
}

function typesOf(object: Record<string, unknown>): string[] {
  return listOf(object['@type']).flatMap((type) => textIn(type) ?? [])
}

function authorOf(author: unknown): LinkedWork['authors'] {
  const name = nameIn(author)
  if (!name) return []
  const isOrganisation = isObject(author) && typesOf(author).some((type) => type !== 'Person')
  return [{name, isOrganisation}]
}

function nameIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return nameIn(value[0])
  return isObject(value) ? textIn(value.name) : textIn(value)
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.replace(/\s+/g, ' ').trim().slice(0, 2_000) : undefined
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.slice(0, 100) : [value]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
