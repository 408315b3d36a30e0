import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {defineField, defineType} from 'sanity'

import {correctionKinds} from '@/lib/vocabularies/correctionKinds'

/** A dated notice that readers see with the article. */
export const correctionType = defineType({
  name: 'correction',
  title: 'Notice',
  type: 'object',
  icon: ErrorOutlineIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: [...correctionKinds], layout: 'radio'},
      initialValue: correctionKinds[0].value,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'date',
      title: 'Date',
      type: 'date',
      initialValue: () => new Date().toISOString().slice(0, 10),
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'text',
      title: 'What readers are told',
      type: 'text',
      rows: 3,
      description: 'Say what was wrong and what is right: “An earlier version gave the year as 1938; it was 1944.”',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {text: 'text', kind: 'kind', date: 'date'},
    prepare: ({text, kind, date}) => ({title: text, subtitle: [kind, date].filter(Boolean).join(' · ')}),
  },
})
