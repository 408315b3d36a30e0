import {authorId, slugOf} from './dataset.ts'

/** A query that is measured, with other parameters each time. */
export interface QueryCase {
  name: string
  query: string
  params(round: number, size: number): Record<string, unknown>
  perspective: 'published' | 'raw'
  /** Whether a hundred times the documents may take hardly longer. */
  staysFlat: boolean
}

/** The search comes first: what a replica prepares after its start must not be taken for a part of the others. */
export const queryCases: QueryCase[] = [
  {
    name: 'search of the Studio',
    query: `*[_type in $types] | score(boost(_type in ["article"] && title match text::query($terms), 10),
      ([@, _id] match text::query($terms) || references($raw)))[_score > 0]
      {_type, _id, _originalId, "orderings": [_score]} | order(_score desc)[0...101]`,
    params(round) {
      const term = `tide${1_008 + 36 * (round % 100)}`
      return {types: ['article', 'author'], terms: `${term}*`, raw: term}
    },
    perspective: 'raw',
    staysFlat: false,
  },
  {
    name: 'slug look-up',
    query: '*[_type == "article" && slug.current == $slug][0]{..., "authors": authors[]->{name}}',
    params: (round, size) => ({slug: slugOf(articleIndex(round, size))}),
    perspective: 'published',
    staysFlat: true,
  },
  {
    name: 'newest 20 with authors',
    query: `*[_type == "article" && defined(slug.current)] | order(publishedAt desc, _id asc)[0...20]
      {_id, title, publishedAt, "slug": slug.current, "authors": authors[]->{_id, name}}`,
    params: () => ({}),
    perspective: 'published',
    staysFlat: true,
  },
  {
    name: 'references($id)',
    query: '*[references($id)]{_id, title}',
    params: (round, size) => ({id: authorId(round % (size / 50))}),
    perspective: 'published',
    staysFlat: true,
  },
]

function articleIndex(round: number, size: number): number {
  const authors = size / 50
  return authors + ((round * 7919) % (size - authors))
}
