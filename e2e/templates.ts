import type {SanityClient} from '@sanity/client'
import {z} from 'zod'

const addresses = z.object({
  article: z.string(),
  author: z.string(),
  topic: z.string(),
  series: z.string(),
  page: z.string(),
  year: z.string(),
  work: z.string(),
})

/** One address for every template of the site, taken from what the sample publication holds. */
export async function readTemplates(content: SanityClient): Promise<[template: string, address: string][]> {
  const slugs = addresses.parse(
    await content.fetch(
      `{
        "article": *[_type == "article" && count(furtherReading) > 0] | order(publishedAt desc)[0].slug.current,
        "author": *[_type == "author"][0].slug.current,
        "topic": *[_type == "topic"][0].slug.current,
        "series": *[_type == "series"][0].slug.current,
        "page": *[_type == "page"][0].slug.current,
        "year": string::split(*[_type == "article"] | order(publishedAt desc)[0].publishedAt, "-")[0],
        "work": *[_type == "article" && count(furtherReading) > 0] | order(publishedAt desc)[0].furtherReading[0]._ref
      }`,
      {},
      {perspective: 'published'},
    ),
  )
  return [
    ['home', '/'],
    ['article', `/articles/${slugs.article}`],
    ['authors', '/authors'],
    ['author', `/authors/${slugs.author}`],
    ['topics', '/topics'],
    ['topic', `/topics/${slugs.topic}`],
    ['series', `/series/${slugs.series}`],
    ['archive', '/archive'],
    ['archive of a year', `/archive/${slugs.year}`],
    ['page', `/${slugs.page}`],
    ['references', '/references'],
    ['a search of the references', '/references/search?q=the&sort=newest'],
    ['a work', `/references/${slugs.work}`],
    ['not found', '/articles/no-such-article'],
  ]
}
