import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from 'sanity'

import {locatorLabels} from '@/lib/citations/citing/locatorLabels'
import {ReferencePicker} from '@/sanity/inputs/citation/ReferencePicker'

import {mayBeDraft} from '../mayBeDraft'
import {citeText, referenceLineSelection} from '../referenceLine'

/** One work in a citation, and the place in it. */
export const citationItemType = defineType({
  name: 'citationItem',
  title: 'Cited work',
  type: 'object',
  icon: BookIcon,
  fieldsets: [
    {name: 'place', title: 'Place in the work', options: {columns: 2}},
    {name: 'wording', title: 'Words around it', options: {columns: 2, collapsible: true, collapsed: true}},
  ],
  fields: [
    defineField({
      name: 'reference',
      title: 'Reference',
      type: 'reference',
      description: 'Search by author, year and title, or create it here. A reference is shared by all articles.',
      to: [{type: 'bibliographicReference'}],
      components: {input: ReferencePicker},
      validation: (rule) => mayBeDraft(rule).required(),
    }),
    defineField({
      name: 'locator',
      title: 'Number',
      type: 'string',
      description: '12, 12–14 or iv; empty for the whole work',
      fieldset: 'place',
    }),
    defineField({
      name: 'label',
      title: 'Of',
      type: 'string',
      options: {list: locatorLabels.map(({value, title}) => ({value, title}))},
      initialValue: locatorLabels[0].value,
      fieldset: 'place',
    }),
    defineField({
      name: 'prefix',
      title: 'Before',
      type: 'string',
      description: 'see, for example',
      fieldset: 'wording',
    }),
    defineField({
      name: 'suffix',
      title: 'After',
      type: 'string',
      description: '“, emphasis added”, with its comma: nothing is put between',
      fieldset: 'wording',
    }),
    defineField({
      name: 'suppressAuthor',
      title: 'Leave out the author',
      type: 'boolean',
      description: 'When the sentence has just named the author: the name is not printed again.',
      fieldset: 'wording',
    }),
  ],
  preview: {
    select: {...referenceLineSelection('reference.'), locator: 'locator', label: 'label', title: 'reference.title'},
    prepare: ({title, ...selected}) => ({title: citeText(selected), subtitle: title}),
  },
})
