import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'

import {isSafeHref} from '@/lib/links/isSafeHref'

import {readField} from '../readField'

/** One entry of the site's main menu: a document of ours, or an address. */
export const navigationLinkType = defineType({
  name: 'navigationLink',
  title: 'Menu entry',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Label',
      type: 'string',
      description: 'One or two words: Essays, About',
      validation: (rule) => rule.required().max(30),
    }),
    defineField({
      name: 'target',
      title: 'Page',
      type: 'reference',
      description: 'Follows the page when its address changes. Leave empty to write an address instead.',
      to: [{type: 'page'}, {type: 'topic'}, {type: 'series'}, {type: 'author'}, {type: 'article'}],
      hidden: ({parent, value}) => !value && Boolean(parent?.href),
    }),
    defineField({
      name: 'href',
      title: 'Address',
      type: 'string',
      description: 'A path on this site such as /archive, or a complete address such as https://example.org',
      hidden: ({parent, value}) => !value && Boolean(parent?.target),
      validation: (rule) =>
        rule.custom((href, {parent}) => {
          const hasTarget = Boolean(readField(parent, 'target'))
          if (!href) return hasTarget || 'Choose a page or write an address'
          if (hasTarget) return 'Choose a page or write an address, not both'
          return (
            (isSafeHref(href) && /^(\/|https:)/i.test(href)) || 'Start with a single / for this site, or with https://'
          )
        }),
    }),
  ],
  preview: {
    select: {label: 'label', href: 'href', title: 'target.title', name: 'target.name'},
    prepare: ({label, href, title, name}) => ({title: label, subtitle: title ?? name ?? href}),
  },
})
