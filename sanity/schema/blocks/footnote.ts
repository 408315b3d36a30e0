import {HashIcon} from '@sanity/icons/Hash'
import {defineField, defineType, isPortableTextSpan, isPortableTextTextBlock} from 'sanity'

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

function plainText(blocks: unknown): string {
  if (!Array.isArray(blocks)) return ''
  return blocks
    .filter((block) => isPortableTextTextBlock(block))
    .map(({children}) => children.map((child) => (isPortableTextSpan(child) ? child.text : '')).join(''))
    .join(' ')
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}
