import {defineDocuments} from 'sanity/presentation'

/** Which document the form shows when an editor walks the site to an address. Fixed routes stand before `/:slug`. */
export const mainDocuments = defineDocuments([
  {route: '/', type: 'settings'},
  {route: '/articles/:slug', filter: '_type == "article" && slug.current == $slug'},
  {route: '/authors/:slug', filter: '_type == "author" && slug.current == $slug'},
  {route: '/topics/:slug', filter: '_type == "topic" && slug.current == $slug'},
  {route: '/series/:slug', filter: '_type == "series" && slug.current == $slug'},
  {route: '/references/:id', filter: '_type == "bibliographicReference" && _id == $id'},
  {route: '/:slug', filter: '_type == "page" && slug.current == $slug'},
])
