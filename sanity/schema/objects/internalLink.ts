import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineField, defineType} from 'sanity'

/** An annotation: text that leads to another page of the publication, whatever its address becomes. */
export const internalLinkType = defineType({
  name: 'internalLink',
  title: 'Link to a page of ours',
  type: 'object',
  icon: DocumentTextIcon,
  fields: [
    defineField({
      name: 'target',
      title: 'Page',
      type: 'reference',
      description: 'The link keeps working when the page’s address changes.',
      to: [{type: 'article'}, {type: 'author'}, {type: 'page'}, {type: 'topic'}, {type: 'series'}],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {select: {title: 'target.title', name: 'target.name'}, prepare: ({title, name}) => ({title: title ?? name})},
})
