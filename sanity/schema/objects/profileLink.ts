import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'

import {isSafeHref} from '@/lib/links/isSafeHref'

/** One of an author's pages elsewhere. */
export const profileLinkType = defineType({
  name: 'profileLink',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Label',
      type: 'string',
      description: 'What readers click: Website, Mastodon, Institute page',
      validation: (rule) => rule.required().max(60),
    }),
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      description: 'https://example.org/ada or mailto:ada@example.org',
      validation: (rule) =>
        rule
          .required()
          .uri({scheme: ['http', 'https', 'mailto']})
          .custom((url) => !url || isSafeHref(url) || 'Write a complete address that starts with https:// or mailto:'),
    }),
  ],
  preview: {select: {title: 'label', subtitle: 'url'}},
})
