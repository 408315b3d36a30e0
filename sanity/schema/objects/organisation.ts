import {UsersIcon} from '@sanity/icons/Users'
import {defineField, defineType} from 'sanity'

/** A body that made a work and is never split into given and family name. */
export const organisationType = defineType({
  name: 'organisation',
  title: 'Organisation',
  type: 'object',
  icon: UsersIcon,
  fields: [
    defineField({
      name: 'literal',
      title: 'Name',
      type: 'string',
      description: 'In full, as it is to be printed: World Health Organization',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {select: {title: 'literal'}},
})
