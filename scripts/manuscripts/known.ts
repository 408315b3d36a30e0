import type {SanityClient} from '@sanity/client'
import {z} from 'zod'

const QUERY = `{
  "articles": *[_type == "article" && !(_id in path("versions.**"))]{_id, "title": coalesce(title, ""), "slug": coalesce(slug.current, "")},
  "authors": *[_type == "author" && !(_id in path("versions.**"))]{_id, "name": coalesce(name, ""), "slug": coalesce(slug.current, "")},
  "topics": *[_type == "topic" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]{_id, "title": coalesce(title, ""), "slug": coalesce(slug.current, "")}
}`

const named = {_id: z.string(), slug: z.string()}
const stored = z.object({
  articles: z.array(z.object({...named, title: z.string()})),
  authors: z.array(z.object({...named, name: z.string()})),
  topics: z.array(z.object({...named, title: z.string()})),
})

/** What there is already, drafts included. */
export interface Known {
  articles: {title: string; slug: string}[]
  /** Ids are without `drafts.`. */
  authors: {id: string; name: string; slug: string; isPublished: boolean}[]
  topics: {id: string; title: string; slug: string}[]
}

export async function readKnown(client: SanityClient): Promise<Known> {
  const {articles, authors, topics} = stored.parse(await client.fetch<unknown>(QUERY, {}, {perspective: 'raw'}))
  const published = new Set(authors.map(({_id}) => _id))
  return {
    articles,
    authors: authors.map(({_id, name, slug}) => {
      const id = _id.replace(/^drafts\./, '')
      return {id, name, slug, isPublished: published.has(id)}
    }),
    topics: topics.map(({_id, title, slug}) => ({id: _id, title, slug})),
  }
}
