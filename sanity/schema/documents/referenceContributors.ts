import {defineArrayMember, defineField} from 'sanity'

import {readField} from '../readField'
import {isUnneeded} from './isUnneeded'

const contributors = [defineArrayMember({type: 'person'}), defineArrayMember({type: 'organisation'})]

/** Who made a referenced work. */
export const contributorFields = [
  defineField({
    name: 'author',
    title: 'Authors',
    type: 'array',
    group: 'work',
    description: 'In the order of the title page. A ministry, agency or newspaper is an organisation.',
    of: contributors,
    validation: (rule) =>
      rule
        .custom(
          (author, {document}) =>
            Boolean(author?.length) || hasEditor(document) || 'Without an author the entry begins with its title',
        )
        .warning(),
  }),
  defineField({
    name: 'editor',
    title: 'Editors',
    type: 'array',
    group: 'work',
    hidden: isUnneeded('editor'),
    of: contributors,
  }),
  defineField({
    name: 'translator',
    title: 'Translators',
    type: 'array',
    group: 'work',
    hidden: isUnneeded('translator'),
    of: contributors,
  }),
]

function hasEditor(document: unknown): boolean {
  const editors = readField(document, 'editor')
  return Array.isArray(editors) && editors.length > 0
}
