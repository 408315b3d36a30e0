import {CopyIcon} from '@sanity/icons/Copy'
import {defineArrayMember, defineField, defineType} from 'sanity'

/**
 * Says that two references which look alike are two works, under an id that begins with `distinctWorks.` and is private.
 * Beside the references and not in them: a judgement must not make a new revision of what articles cite.
 */
export const distinctWorksType = defineType({
  name: 'distinctWorks',
  title: 'Not the same work',
  type: 'document',
  icon: CopyIcon,
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({
      name: 'works',
      title: 'References',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'bibliographicReference'}], weak: true})],
    }),
  ],
  preview: {select: {title: 'works.0.title', subtitle: 'works.1.title'}},
})
