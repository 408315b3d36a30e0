import type {Stated} from '@/lib/manuscripts/facts/articleOf'
import type {FrontMatter} from '@/lib/manuscripts/facts/frontMatter'

const NAMES: Readonly<Record<string, keyof Stated>> = {
  title: 'title',
  subtitle: 'dek',
  dek: 'dek',
  description: 'dek',
  summary: 'dek',
  date: 'date',
  published: 'date',
  publishedat: 'date',
  author: 'authors',
  authors: 'authors',
  by: 'authors',
  slug: 'slug',
  topic: 'topics',
  topics: 'topics',
  tags: 'topics',
}

/** What a Markdown file says of itself, and a remark on everything that is not understood. */
export function statedInFrontMatter({fields, unread}: FrontMatter): {stated: Stated; remarks: string[]} {
  const stated: {-readonly [Name in keyof Stated]: Stated[Name]} = {}
  const remarks = unread.map((line) => `A line at the top of the file was not understood: ${line}`)
  for (const [name, values] of fields) {
    const field = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
    const value = values.join(', ')
    if (!field) remarks.push(`“${name}: ${value}” at the top of the file has no place in an article.`)
    else if (values.length === 0) continue
    else if (field === 'authors') stated.authors = values.flatMap(namesIn).filter(Boolean)
    else if (field === 'topics') stated.topics = values.length === 1 ? value.split(/\s*,\s*/) : values
    else stated[field] = value
  }
  return {stated, remarks}
}

/** `Lovelace, Ada` is one name, `Ada Lovelace, Karl Polanyi` are two. */
function namesIn(written: string): string[] {
  const [, family, given] = /^([^\s,;&]+(?: [^\s,;&]+)?), ?(\S+(?: \p{Lu}\.)*)$/u.exec(written) ?? []
  if (family && given && !(family.includes(' ') && given.includes(' '))) return [`${given} ${family}`]
  return written.split(/\s*(?:,|;|\s+and\s+|&)\s*/)
}

interface Page {
  querySelectorAll(selector: string): Iterable<{getAttribute(name: string): string | null}>
}

/** What a web page says of its author and date; its `title` has the site's name in it and is not used. */
export function statedInPage(page: Page): Stated {
  const contents = (selector: string) =>
    [...page.querySelectorAll(selector)].flatMap((meta) => meta.getAttribute('content')?.trim() || [])
  const [date] = contents(
    'meta[property="article:published_time"], meta[name="date"], meta[name="citation_publication_date"]',
  )
  const authors = [...new Set(contents('meta[name="citation_author"], meta[name="author"]'))]
  return {...(date && {date: date.replaceAll('/', '-')}), ...(authors.length > 0 && {authors})}
}
