import {StackIcon} from '@sanity/icons/Stack'
import {defineField, defineType} from 'sanity'

import {slugField} from '../slugField'

/** Articles that are read in order. Rendered at `/series/[slug]`; an article names its series, not the reverse. */
export const seriesType = defineType({
  name: 'series',
  title: 'Series',
  type: 'document',
  icon: StackIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'The river papers',
      validation: (rule) => rule.required().max(120),
    }),
    slugField({source: 'title', example: '/series/the-river-papers'}),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 3,
      description: 'What holds the parts together, in one or two sentences.',
    }),
    defineField({name: 'image', title: 'Image', type: 'figure', options: {collapsible: true, collapsed: true}}),
  ],
  orderings: [{name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {select: {title: 'title', subtitle: 'description', media: 'image.image'}},
})
