import {defineArrayMember, defineType} from 'sanity'

import {normalStyle, plainDecorators} from '../textMarks'

/** What a footnote says; it may cite. */
export const footnoteTextType = defineType({
  name: 'footnoteText',
  title: 'Note',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: normalStyle,
      lists: [],
      marks: {decorators: plainDecorators, annotations: [{type: 'link'}]},
      of: [defineArrayMember({type: 'citation'})],
    }),
  ],
})
