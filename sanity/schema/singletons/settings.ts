import {CogIcon} from '@sanity/icons/Cog'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {DEFAULT_STYLE} from '@/lib/citations/styles/citationStyles'
import {isLanguageTag, isTimeZone} from '@/lib/vocabularies/locale'
import {publicationKinds} from '@/lib/vocabularies/publicationKinds'
import {CitationStyleInput} from '@/sanity/inputs/citationStyle/CitationStyleInput'

/** What holds for the whole publication. There is one, with the id `settings`. */
export const settingsType = defineType({
  name: 'settings',
  title: 'Settings',
  type: 'document',
  icon: CogIcon,
  groups: [
    {name: 'publication', title: 'Publication', default: true},
    {name: 'menu', title: 'Menu'},
    {name: 'conventions', title: 'Conventions'},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      group: 'publication',
      description: 'In the masthead, in feeds and in citations: The Meridian Review',
      validation: (rule) => rule.required().max(80),
    }),
    defineField({
      name: 'tagline',
      title: 'Tagline',
      type: 'string',
      group: 'publication',
      description: 'A few words beside the name: Essays on how things are decided',
      validation: (rule) => rule.max(120),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 3,
      group: 'publication',
      description: 'One or two sentences for the foot of every page, search engines and feed readers.',
    }),
    defineField({
      name: 'logo',
      title: 'Logo',
      type: 'image',
      group: 'publication',
      description: 'Replaces the name in the masthead and stands in feeds. Leave empty to set the name in type.',
      options: {accept: 'image/png,image/jpeg,image/webp'},
    }),
    defineField({
      name: 'navigation',
      title: 'Menu',
      type: 'array',
      group: 'menu',
      description: 'At the top of every page, in this order. Five or six entries fit on a phone.',
      of: [defineArrayMember({type: 'navigationLink'})],
      validation: (rule) => rule.max(8),
    }),
    defineField({
      name: 'citationStyle',
      title: 'Citation style',
      type: 'string',
      group: 'conventions',
      description: 'For all articles. Changing it re-sets every reference list.',
      components: {input: CitationStyleInput},
      initialValue: DEFAULT_STYLE,
    }),
    defineField({
      name: 'publicationKind',
      title: 'Kind of publication',
      type: 'string',
      group: 'conventions',
      description: 'What reference managers save your articles as.',
      options: {list: [...publicationKinds], layout: 'radio', direction: 'horizontal'},
      initialValue: 'magazine',
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      type: 'string',
      group: 'conventions',
      description: 'Decides which day an article belongs to: Europe/Vienna, America/New_York, UTC',
      initialValue: 'UTC',
      validation: (rule) =>
        rule.custom((zone) => !zone || isTimeZone(zone) || 'Write a zone such as Europe/Vienna or UTC'),
    }),
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      group: 'conventions',
      description: 'Of the publication, as a code: en, en-GB, de',
      initialValue: 'en',
      validation: (rule) => rule.custom((tag) => !tag || isLanguageTag(tag) || 'Write a code such as en, en-GB or de'),
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'tagline', media: 'logo'}},
})
