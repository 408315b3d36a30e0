import {BookIcon} from '@sanity/icons/Book'
import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'

import {referenceTypes, referenceTypeTitle} from '@/lib/citations/referenceTypes'
import {ReferenceForm} from '@/sanity/inputs/reference/ReferenceForm'

import {referenceLine, referenceLineSelection} from '../referenceLine'
import {adviceRules} from './adviceRules'
import {accessFields} from './referenceAccess'
import {placeFields} from './referencePlace'
import {contributorFields} from './referenceContributors'

/**
 * A source, described once and shared by every article that uses it. Field names follow CSL-JSON.
 * Named in full because Sanity reserves `reference` for the type of reference fields.
 */
export const referenceType = defineType({
  name: 'bibliographicReference',
  title: 'Reference',
  type: 'document',
  icon: BookIcon,
  components: {input: ReferenceForm},
  groups: [
    {name: 'work', title: 'The work', icon: BookIcon, default: true},
    {name: 'access', title: 'Where to find it', icon: LinkIcon},
    {name: 'internal', title: 'For ourselves', icon: EyeClosedIcon},
  ],
  fieldsets: [{name: 'place', title: 'Where it appeared', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'type',
      title: 'Type',
      type: 'string',
      group: 'work',
      description: 'Choose this first: the form then asks only for what such an entry prints.',
      options: {list: referenceTypes.map(({value, title}) => ({value, title}))},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'work',
      description:
        'With its subtitle, in sentence case: The great transformation: The political and economic origins of our time',
      validation: (rule) => adviceRules(rule, 'title'),
    }),
    ...contributorFields,
    defineField({
      name: 'issued',
      title: 'Date of the work',
      type: 'issuedDate',
      group: 'work',
      description: 'As exactly as you know it. The year alone is enough for a book.',
      validation: (rule) => adviceRules(rule, 'issued'),
    }),
    ...placeFields,
    ...accessFields,
    defineField({
      name: 'verbatim',
      title: 'As it was pasted',
      type: 'text',
      rows: 3,
      group: 'internal',
      description:
        'The line the reference was made from, kept for comparison. Printed as it stands while there is no title.',
      validation: (rule) => adviceRules(rule, 'verbatim'),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      type: 'text',
      rows: 3,
      group: 'internal',
      description:
        'For colleagues: which edition we own, what is still to check. No page prints it, but it is in the public dataset: write nothing secret.',
    }),
  ],
  orderings: [
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
    {name: 'newest', title: 'Year, newest first', by: [{field: 'issued.year', direction: 'desc'}]},
    {name: 'oldest', title: 'Year, oldest first', by: [{field: 'issued.year', direction: 'asc'}]},
    {name: 'added', title: 'Added, newest first', by: [{field: '_createdAt', direction: 'desc'}]},
  ],
  preview: {
    select: {...referenceLineSelection(), type: 'type', containerTitle: 'containerTitle', publisher: 'publisher'},
    prepare: ({type, containerTitle, publisher, ...selected}) => ({
      title: referenceLine(selected),
      subtitle: [type && referenceTypeTitle(type), containerTitle ?? publisher].filter(Boolean).join(' · '),
    }),
  },
})
