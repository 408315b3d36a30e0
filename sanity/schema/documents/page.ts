import {DocumentIcon} from '@sanity/icons/Document'
import {defineField, defineType} from 'sanity'

import {integrityRules} from '@/sanity/inputs/integrity/integrityRules'

import {slugField} from '../slugField'

/** A page that is not an article, such as About or Imprint. Rendered at `/[slug]`. */
export const pageType = defineType({
  name: 'page',
  title: 'Page',
  type: 'document',
  icon: DocumentIcon,
  validation: integrityRules,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'About us',
      validation: (rule) => rule.required().max(120),
    }),
    slugField({source: 'title', example: '/about', atRoot: true}),
    defineField({
      name: 'dek',
      title: 'Dek',
      type: 'text',
      rows: 2,
      description: 'A sentence under the title, also shown by search engines.',
    }),
    defineField({name: 'body', title: 'Text', type: 'articleBody', validation: (rule) => rule.required()}),
  ],
  orderings: [{name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', slug: 'slug.current'},
    prepare: ({title, slug}) => ({title: title ?? 'Untitled', subtitle: slug ? `/${slug}` : 'No address yet'}),
  },
})
