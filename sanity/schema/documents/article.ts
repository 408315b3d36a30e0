import {BookIcon} from '@sanity/icons/Book'
import {CogIcon} from '@sanity/icons/Cog'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EditIcon} from '@sanity/icons/Edit'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {licences} from '@/lib/licences/licences'
import {ReferencePicker} from '@/sanity/inputs/citation/ReferencePicker'
import {FurtherReadingInput} from '@/sanity/inputs/furtherReading/FurtherReadingInput'
import {integrityRules} from '@/sanity/inputs/integrity/integrityRules'

import {mayBeDraft} from '../mayBeDraft'
import {slugField} from '../slugField'

/** What the publication is made of. Rendered at `/articles/[slug]`; reading time and citation numbers are derived. */
export const articleType = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  validation: integrityRules,
  groups: [
    {name: 'write', title: 'Write', icon: EditIcon, default: true},
    {name: 'details', title: 'Details', icon: CogIcon},
    {name: 'references', title: 'References', icon: BookIcon},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'write',
      description: 'Sentence case, no full stop. Reused in lists, feeds and citations.',
      validation: (rule) => rule.required().max(160),
    }),
    defineField({
      name: 'dek',
      title: 'Dek',
      type: 'text',
      rows: 2,
      group: 'write',
      description:
        'One or two sentences under the title that say why to read on. Also shown in lists and by search engines.',
      validation: (rule) => rule.max(300).warning('Over 300 characters: lists and search engines will cut it'),
    }),
    slugField({source: 'title', example: '/articles/on-tides', group: ['write', 'details']}),
    defineField({
      name: 'authors',
      title: 'Contributors',
      type: 'array',
      group: ['write', 'details'],
      description: 'In byline order; citations of this article follow the same order.',
      of: [defineArrayMember({type: 'contribution'})],
      validation: (rule) => rule.required().min(1).unique(),
    }),
    defineField({
      name: 'leadImage',
      title: 'Lead image',
      type: 'figure',
      group: 'write',
      description: 'Stands above the text and on the cards in lists.',
      options: {collapsible: true, collapsed: false},
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'articleBody',
      group: 'write',
      description:
        'Paste from Word keeps headings, lists, links and emphasis. For a citation or a note, see the toolbar or its “…”.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'publishedAt',
      title: 'Published',
      type: 'datetime',
      group: 'details',
      description: 'The date readers see and citations use. Lists are in this order, newest first.',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => [
        rule.required(),
        rule
          .custom((date?: string) => !date || Date.parse(date) <= Date.now() || 'This date is yet to come')
          .warning('This date is yet to come. The article shows as soon as it is published, whatever the date.'),
      ],
    }),
    defineField({
      name: 'updatedAt',
      title: 'Updated',
      type: 'datetime',
      group: 'details',
      description: 'Only after a change that readers should know of; small repairs need no date.',
      validation: (rule) =>
        rule.min(rule.valueOfField('publishedAt')).error('An article cannot be updated before it is published'),
    }),
    defineField({
      name: 'topics',
      title: 'Topics',
      type: 'array',
      group: 'details',
      description: 'One to three are best, five at most. Printed above the title, in this order.',
      of: [defineArrayMember({type: 'reference', to: [{type: 'topic'}]})],
      validation: (rule) => rule.unique().max(5),
    }),
    defineField({
      name: 'series',
      title: 'Series',
      type: 'reference',
      group: 'details',
      description: 'Only if the article is a part of one. Parts are in the order of their dates.',
      to: [{type: 'series'}],
    }),
    defineField({
      name: 'furtherReading',
      title: 'Further reading',
      type: 'array',
      group: 'references',
      description:
        'Works that the text does not cite. Cited works are listed by themselves: put a citation into the text where you use them.',
      of: [
        defineArrayMember({
          type: 'reference',
          title: 'Work',
          to: [{type: 'bibliographicReference'}],
          components: {input: ReferencePicker},
          validation: mayBeDraft,
        }),
      ],
      components: {input: FurtherReadingInput},
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'disclosure',
      title: 'Disclosure',
      type: 'text',
      rows: 2,
      group: 'details',
      description: 'What readers should know about the author’s interests or funding: “The author advises …”.',
    }),
    defineField({
      name: 'licence',
      title: 'Licence',
      type: 'string',
      group: 'details',
      description: 'What others may do with the text.',
      options: {list: licences.map(({value, title}) => ({value, title}))},
      initialValue: licences[0].value,
    }),
    defineField({
      name: 'corrections',
      title: 'Corrections and notices',
      type: 'array',
      group: 'details',
      description: 'Printed with the article, with their dates. Never correct a fact silently.',
      of: [defineArrayMember({type: 'correction'})],
    }),
  ],
  orderings: [
    {name: 'published', title: 'Published, newest first', by: [{field: 'publishedAt', direction: 'desc'}]},
    {name: 'edited', title: 'Edited, newest first', by: [{field: '_updatedAt', direction: 'desc'}]},
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
  ],
  preview: {
    select: {
      title: 'title',
      first: 'authors.0.author.name',
      second: 'authors.1.author.name',
      third: 'authors.2.author.name',
      publishedAt: 'publishedAt',
      media: 'leadImage.image',
    },
    prepare: ({title, first, second, third, publishedAt, media}) => ({
      title: title ?? 'Untitled',
      subtitle: [byline(first, second, third), publishedAt?.slice(0, 10)].filter(Boolean).join(' · '),
      media,
    }),
  },
})

function byline(first?: string, second?: string, third?: string): string {
  if (!first) return 'No author yet'
  if (third) return `${first} and others`
  return second ? `${first} and ${second}` : first
}
