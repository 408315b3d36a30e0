import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {citeText, referenceLineSelection} from '../referenceLine'

/** Stands in the text where a source is used. Numbers and wording are derived, never stored. */
export const citationType = defineType({
  name: 'citation',
  title: 'Citation',
  type: 'object',
  icon: BookmarkIcon,
  fields: [
    defineField({
      name: 'items',
      title: 'Works',
      type: 'array',
      description: 'Usually one. Several works that support the same point share a citation.',
      of: [defineArrayMember({type: 'citationItem'})],
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'mode',
      title: 'In the sentence',
      type: 'string',
      description:
        'A numbered style prints a raised number for brackets; as a part of the sentence, the names stand before it.',
      options: {
        list: [
          {title: 'In brackets: (Polanyi, 1944)', value: 'parenthetical'},
          {title: 'As a part of the sentence: Polanyi (1944)', value: 'narrative'},
        ],
        layout: 'radio',
      },
      initialValue: 'parenthetical',
    }),
  ],
  preview: {
    select: {
      ...referenceLineSelection('items.0.reference.'),
      locator: 'items.0.locator',
      label: 'items.0.label',
      second: 'items.1._key',
      third: 'items.2._key',
    },
    prepare: ({second, third, ...selected}) => ({
      title: `${citeText(selected)}${third ? ' and others' : second ? ' and another' : ''}`,
    }),
  },
})
