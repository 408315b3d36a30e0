import {defineLocations, type DocumentLocationsState} from 'sanity/presentation'

import {addressOf, type Addressed} from '@/lib/addresses/addressOf'
import {readText} from '@/sanity/schema/readField'

const home = {title: 'Home', href: '/'}

/** Where on the site a document can be seen; the form shows these as links into the preview. */
export const locations = {
  article: located('article', [home, {title: 'Archive', href: '/archive'}]),
  author: located('author', [{title: 'Authors', href: '/authors'}]),
  topic: located('topic', [{title: 'Topics', href: '/topics'}]),
  series: located('series', []),
  page: located('page', []),
  settings: defineLocations({message: 'Used on every page', tone: 'caution', locations: [home]}),
  bibliographicReference: defineLocations({
    select: {id: '_id', title: 'title'},
    resolve: (document): DocumentLocationsState => {
      const id = readText(document, 'id')?.replace(/^drafts\./, '')
      const own = id ? [{title: readText(document, 'title') ?? 'Its page', href: `/references/${id}`}] : []
      return {
        message: 'Printed in every article that cites it; has a page once one of them is published',
        tone: 'positive',
        locations: [...own, {title: 'References', href: '/references'}],
      }
    },
  }),
}

function located(type: Addressed, others: {title: string; href: string}[]) {
  return defineLocations({
    select: {title: 'title', name: 'name', slug: 'slug.current'},
    resolve: (document): DocumentLocationsState => {
      const slug = readText(document, 'slug')
      if (!slug) return {message: 'Needs an address before it can be seen', tone: 'caution'}
      const title = readText(document, 'title') ?? readText(document, 'name') ?? 'Untitled'
      return {locations: [{title, href: addressOf(type, slug)}, ...others]}
    },
  })
}
