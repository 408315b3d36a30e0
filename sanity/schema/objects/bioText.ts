import {defineArrayMember, defineType} from 'sanity'

import {normalStyle, plainDecorators} from '../textMarks'

/** Paragraphs with emphasis and links, nothing else. */
export const bioTextType = defineType({
  name: 'bioText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: normalStyle,
      lists: [],
      marks: {decorators: plainDecorators, annotations: [{type: 'link'}]},
    }),
  ],
})
