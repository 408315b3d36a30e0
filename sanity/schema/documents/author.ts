import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {cleanLine} from '@/lib/citations/cleanLine'
import {isOrcid} from '@/lib/identifiers/orcid'

import {slugField} from '../slugField'

/** Somebody who is named in bylines; not an account, because bios outlive accounts. Rendered at `/authors/[slug]`. */
export const authorType = defineType({
  name: 'author',
  title: 'Author',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'As it stands in a byline: Ada Lovelace',
      validation: (rule) => rule.required().max(120),
    }),
    defineField({
      name: 'familyName',
      title: 'Family name',
      type: 'string',
      description:
        'Only where it is not the last word of the name: García Márquez, or the Mao of Mao Zedong. “Cite this article” files the author under it.',
      validation: (rule) =>
        rule.custom((familyName, {document}) => {
          const name = cleanLine(String(document?.name ?? '')) ?? ''
          return (
            !familyName || ` ${name} `.includes(` ${familyName.trim()} `) || 'Write it as it stands in the name above'
          )
        }),
    }),
    slugField({source: 'name', example: '/authors/ada-lovelace'}),
    defineField({
      name: 'portrait',
      title: 'Portrait',
      type: 'image',
      description: 'Shown round and small. Use the crop tool to put the face in the middle.',
      options: {hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif'},
      fields: [
        defineField({
          name: 'alt',
          title: 'Description',
          type: 'string',
          description:
            'For people who cannot see it: “Ada at her desk, laughing”. Left empty, screen readers pass over the portrait.',
        }),
      ],
    }),
    defineField({
      name: 'role',
      title: 'Role',
      type: 'string',
      description: 'Under the name: Historian of science, Contributing editor',
    }),
    defineField({
      name: 'affiliation',
      title: 'Affiliation',
      type: 'string',
      description: 'University of Vienna. Also used by reference managers.',
    }),
    defineField({
      name: 'bio',
      title: 'Biography',
      type: 'bioText',
      description: 'Two or three sentences in the third person. Printed below every article, so write it once, here.',
    }),
    defineField({
      name: 'links',
      title: 'Links',
      type: 'array',
      of: [defineArrayMember({type: 'profileLink'})],
    }),
    defineField({
      name: 'orcid',
      title: 'ORCID iD',
      type: 'string',
      description: 'The sixteen digits without the address: 0000-0002-1825-0097',
      validation: (rule) =>
        rule.custom(
          (orcid) =>
            !orcid || isOrcid(orcid) || 'Not a valid ORCID iD. Write it like 0000-0002-1825-0097, check each digit',
        ),
    }),
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {title: 'name', role: 'role', affiliation: 'affiliation', media: 'portrait'},
    prepare: ({title, role, affiliation, media}) => ({
      title: title ?? 'Unnamed',
      subtitle: [role, affiliation].filter(Boolean).join(', '),
      media,
    }),
  },
})
