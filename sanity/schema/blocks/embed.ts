import {PlayIcon} from '@sanity/icons/Play'
import {defineField, defineType} from 'sanity'

import {embedProvider, embedProviderNames} from '@/lib/embeds/embedProvider'

/** A film, talk or recording elsewhere. Readers get a card that links to it; nothing is loaded from that site. */
export const embedType = defineType({
  name: 'embed',
  title: 'Video or audio',
  type: 'object',
  icon: PlayIcon,
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      description: `Copied from the address bar: https://www.youtube.com/watch?v=… From ${embedProviderNames.join(', ')}.`,
      validation: (rule) =>
        rule
          .required()
          .custom(
            (url) => !url || embedProvider(url) !== null || `Only from ${embedProviderNames.join(', ')}, over https`,
          ),
    }),
    defineField({
      name: 'title',
      title: 'Title of the work',
      type: 'string',
      description: 'What readers click, and what screen readers say.',
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'caption', title: 'Caption', type: 'string', description: 'Speaker, place, length: 52 minutes'}),
  ],
  preview: {
    select: {title: 'title', url: 'url'},
    prepare: ({title, url}) => ({title, subtitle: (url && embedProvider(url)) ?? url}),
  },
})
