import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'

import {linkStates} from '@/lib/links/linkStates'

/**
 * What the link checker knows of a reference's address, under `linkHealth.` and the reference's id, which is private.
 * Beside the reference and not in it: a check must not make a new revision of what articles cite.
 */
export const linkHealthType = defineType({
  name: 'linkHealth',
  title: 'Link health',
  type: 'document',
  icon: LinkIcon,
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({
      name: 'reference',
      title: 'Reference',
      type: 'reference',
      to: [{type: 'bibliographicReference'}],
      weak: true,
    }),
    defineField({name: 'url', title: 'Address that was checked', type: 'url'}),
    defineField({
      name: 'state',
      title: 'State',
      type: 'string',
      options: {list: linkStates.map(({value, title}) => ({value, title}))},
    }),
    defineField({
      name: 'status',
      title: 'Answer',
      type: 'number',
      description: 'The HTTP status; none when nothing answered.',
    }),
    defineField({name: 'message', title: 'What happened', type: 'string'}),
    defineField({name: 'checkedAt', title: 'Checked', type: 'datetime'}),
    defineField({name: 'firstFailedAt', title: 'Fails since', type: 'datetime'}),
    defineField({name: 'failures', title: 'Failures in a row', type: 'number'}),
    defineField({name: 'movedTo', title: 'New address', type: 'url'}),
    defineField({name: 'notBefore', title: 'Not to be asked before', type: 'datetime'}),
    defineField({name: 'isDue', title: 'To be checked next', type: 'boolean'}),
  ],
  preview: {select: {title: 'url', subtitle: 'message'}},
})
