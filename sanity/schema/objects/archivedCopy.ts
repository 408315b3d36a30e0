import {ArchiveIcon} from '@sanity/icons/Archive'
import {defineField, defineType} from 'sanity'

import {isWebUrl} from '@/lib/links/isWebUrl'

/** A lasting copy of a web page, offered to readers when the page has moved or gone. */
export const archivedCopyType = defineType({
  name: 'archivedCopy',
  title: 'Archived copy',
  type: 'object',
  icon: ArchiveIcon,
  options: {collapsible: true, collapsed: true},
  fields: [
    defineField({
      name: 'url',
      title: 'Address of the copy',
      type: 'url',
      description: 'https://web.archive.org/web/20260110120000/https://example.org/report',
      validation: (rule) =>
        rule.custom((url) => !url || isWebUrl(url) || 'Write a complete address that starts with https://'),
    }),
    defineField({
      name: 'capturedAt',
      title: 'Copied on',
      type: 'date',
      description: 'Not needed where the address tells it, as those of the Internet Archive do.',
    }),
    defineField({name: 'service', title: 'Kept by', type: 'string', description: 'Internet Archive, Perma.cc'}),
  ],
})
