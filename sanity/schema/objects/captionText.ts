import {defineArrayMember, defineType} from 'sanity'

import {normalStyle, plainDecorators} from '../textMarks'

/** One paragraph under a figure; it may cite. */
export const captionTextType = defineType({
  name: 'captionText',
  title: 'Caption',
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
  validation: (rule) => rule.max(1).error('A caption is one paragraph'),
})
