import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from 'sanity'

import {slugField} from '../slugField'

/** A subject that articles share. Rendered at `/topics/[slug]`. */
export const topicType = defineType({
  name: 'topic',
  title: 'Topic',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'One or two words: Cities, Public health',
      validation: (rule) => rule.required().max(60),
    }),
    slugField({source: 'title', example: '/topics/cities'}),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 3,
      description: 'One or two sentences at the top of the topic’s page.',
    }),
  ],
  orderings: [{name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {select: {title: 'title', subtitle: 'description'}},
})
