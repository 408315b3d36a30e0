import {defineField, defineType} from 'sanity'

import {isWebUrl} from '@/lib/links/isWebUrl'
import {reuseGrounds} from '@/lib/licences/reuseGrounds'

/** Whose image it is, printed as “Photo: Name; Outlet” with the outlet linked. */
export const creditType = defineType({
  name: 'credit',
  title: 'Credit',
  type: 'object',
  options: {collapsible: true, collapsed: true, columns: 2},
  fields: [
    defineField({
      name: 'creator',
      title: 'Made by',
      type: 'string',
      description: 'As it is to be printed: Dorothea Lange',
    }),
    defineField({
      name: 'outlet',
      title: 'Source',
      type: 'string',
      description: 'Where it comes from: Library of Congress',
    }),
    defineField({
      name: 'url',
      title: 'Address of the source',
      type: 'url',
      description: 'The page of the image, not the file: https://www.loc.gov/item/2017762891/',
      validation: (rule) =>
        rule.custom((url) => !url || isWebUrl(url) || 'Write a complete address that starts with https://'),
    }),
    defineField({
      name: 'licence',
      title: 'Licence',
      type: 'string',
      description: 'As the source names it: CC BY-SA 4.0. Empty if none is needed.',
    }),
    defineField({
      name: 'reuse',
      title: 'Why we may print it',
      type: 'string',
      description: 'For ourselves; readers do not see it.',
      options: {list: [...reuseGrounds]},
    }),
  ],
})
