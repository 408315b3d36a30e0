import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from 'sanity'

import {contributionRoles} from '@/lib/vocabularies/contributionRoles'

/** One name in a byline, and what that person did for the article. */
export const contributionType = defineType({
  name: 'contribution',
  title: 'Contributor',
  type: 'object',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'author',
      title: 'Person',
      type: 'reference',
      description: 'Somebody with an author page here. Create it from this field if it is missing.',
      to: [{type: 'author'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'role',
      title: 'Role',
      type: 'string',
      description: 'Only authors are cited as authors; the others are named in the byline.',
      options: {list: [...contributionRoles]},
      initialValue: contributionRoles[0].value,
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {name: 'author.name', role: 'role', media: 'author.portrait'},
    prepare: ({name, role, media}) => ({
      title: name ?? 'Nobody chosen yet',
      subtitle: contributionRoles.find(({value}) => value === role)?.title,
      media,
    }),
  },
})
