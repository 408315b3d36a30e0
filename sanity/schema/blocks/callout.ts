import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineField, defineType} from 'sanity'

import {calloutTones} from '@/lib/vocabularies/calloutTones'

/** A box beside the argument: a note, a warning, a definition. */
export const calloutType = defineType({
  name: 'callout',
  title: 'Callout',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'tone',
      title: 'Kind',
      type: 'string',
      options: {list: [...calloutTones], layout: 'radio', direction: 'horizontal'},
      initialValue: calloutTones[0].value,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'For a definition, the word that is defined. May stay empty otherwise.',
    }),
    defineField({name: 'text', title: 'Text', type: 'bioText', validation: (rule) => rule.required()}),
  ],
  preview: {
    select: {title: 'title', tone: 'tone', text: 'text'},
    prepare: ({title, tone, text}) => ({
      title: title ?? text,
      subtitle: calloutTones.find(({value}) => value === tone)?.title ?? 'Callout',
    }),
  },
})
