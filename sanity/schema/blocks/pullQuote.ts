import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {defineField, defineType} from 'sanity'

/** A sentence of the article set large. A quotation of somebody else is a Quotation paragraph. */
export const pullQuoteType = defineType({
  name: 'pullQuote',
  title: 'Pull quote',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Quote',
      type: 'text',
      rows: 3,
      description: 'One striking sentence, without quotation marks.',
      validation: (rule) => rule.required().max(300),
    }),
    defineField({
      name: 'attribution',
      title: 'Said by',
      type: 'string',
      description: 'Only if it is not the author of the article: Hannah Arendt',
    }),
  ],
  preview: {select: {title: 'text', subtitle: 'attribution'}},
})
