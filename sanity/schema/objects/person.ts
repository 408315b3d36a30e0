import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from 'sanity'

/** A person who made a work, in the parts that citation styles put in different orders. */
export const personType = defineType({
  name: 'person',
  title: 'Person',
  type: 'object',
  icon: UserIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'family',
      title: 'Family name',
      type: 'string',
      description: 'Polanyi; for a single name, such as Plato, only this',
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'given', title: 'Given names', type: 'string', description: 'Karl, or K. P.'}),
    defineField({
      name: 'particles',
      title: 'Particles',
      type: 'string',
      description: 'What stands before the family name: van der, de, von',
    }),
    defineField({name: 'suffix', title: 'Suffix', type: 'string', description: 'Jr., III'}),
  ],
  preview: {
    select: {family: 'family', given: 'given', particles: 'particles', suffix: 'suffix'},
    prepare: ({family, given, particles, suffix}) => ({
      title: [[particles, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', '),
    }),
  },
})
