import {defineArrayMember, defineType} from 'sanity'

import {BodyInput} from '@/sanity/inputs/body/BodyInput'

import {bodyDecorators} from '../textMarks'

/** The text of an article or a page, with everything that can stand in it. */
export const articleBodyType = defineType({
  name: 'articleBody',
  title: 'Text',
  type: 'array',
  components: {input: BodyInput},
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Paragraph', value: 'normal'},
        {title: 'Heading', value: 'h2'},
        {title: 'Smaller heading', value: 'h3'},
        {title: 'Smallest heading', value: 'h4'},
        {title: 'Quotation', value: 'blockquote'},
      ],
      lists: [
        {title: 'Bulleted list', value: 'bullet'},
        {title: 'Numbered list', value: 'number'},
      ],
      marks: {decorators: bodyDecorators, annotations: [{type: 'link'}, {type: 'internalLink'}]},
      of: [defineArrayMember({type: 'citation'}), defineArrayMember({type: 'footnote'})],
    }),
    defineArrayMember({type: 'figure'}),
    defineArrayMember({type: 'pullQuote'}),
    defineArrayMember({type: 'table'}),
    defineArrayMember({type: 'callout'}),
    defineArrayMember({type: 'code'}),
    defineArrayMember({type: 'embed'}),
  ],
})
