import {UnlinkIcon} from '@sanity/icons/Unlink'
import {defineField, defineType} from 'sanity'

/**
 * Exists exactly while a reference's address is dead, under `dead-link-` and the reference's id, and is public: the
 * pages that cite the reference read it. Written by the link checker alone.
 */
export const deadLinkType = defineType({
  name: 'deadLink',
  title: 'Dead link',
  type: 'document',
  icon: UnlinkIcon,
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
    defineField({name: 'url', title: 'Address', type: 'url'}),
    defineField({name: 'since', title: 'Found dead', type: 'datetime'}),
  ],
  preview: {select: {title: 'url', subtitle: 'since'}},
})
