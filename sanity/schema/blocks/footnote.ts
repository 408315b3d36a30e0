import {HashIcon} from '@sanity/icons/Hash'
import {defineField, defineType} from 'sanity'

import {plainText} from '@/lib/portable-text/plainText'

/** A note that stands outside the flow of the text. Its number is derived. */
export const footnoteType = defineType({
  name: 'footnote',
  title: 'Footnote',
  type: 'object',
  icon: HashIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Note',
      type: 'footnoteText',
      description: 'A sentence or two beside the point. Sources belong in a citation, which may stand in a note, too.',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {text: 'text'},
    prepare: ({text}) => ({title: `Note: ${shorten(plainText(text)) || 'empty'}`}),
  },
})

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}
