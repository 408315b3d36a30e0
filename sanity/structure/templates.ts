import type {Template} from 'sanity'

import {singletonTypes} from '@/sanity/schema'

/** What a list fills in when a document is created from it. */
const groupTemplates: Template[] = [
  {
    id: 'article-by-author',
    title: 'Article by this author',
    schemaType: 'article',
    parameters: [{name: 'id', type: 'string'}],
    value: ({id}: {id: string}) => ({
      authors: [{_type: 'contribution', _key: 'first', author: {_type: 'reference', _ref: id}, role: 'author'}],
    }),
  },
  {
    id: 'article-in-topic',
    title: 'Article on this topic',
    schemaType: 'article',
    parameters: [{name: 'id', type: 'string'}],
    value: ({id}: {id: string}) => ({topics: [{_type: 'reference', _key: 'first', _ref: id}]}),
  },
  {
    id: 'article-in-series',
    title: 'Article in this series',
    schemaType: 'article',
    parameters: [{name: 'id', type: 'string'}],
    value: ({id}: {id: string}) => ({series: {_type: 'reference', _ref: id}}),
  },
  {
    id: 'reference-of-type',
    title: 'Reference of this type',
    schemaType: 'bibliographicReference',
    parameters: [{name: 'type', type: 'string'}],
    value: ({type}: {type: string}) => ({type}),
  },
]

/** Templates that make no sense outside the list that fills them in. */
export const groupTemplateIds: ReadonlySet<string> = new Set(groupTemplates.map(({id}) => id))

/** Everything that can be created: each type but the singletons, and each group's article. */
export function templates(inherited: Template[]): Template[] {
  return [...inherited.filter(({schemaType}) => !singletonTypes.has(schemaType)), ...groupTemplates]
}
