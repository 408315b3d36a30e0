import {defineField} from 'sanity'

import {isIsbn} from '@/lib/identifiers/isbn'
import {isWebUrl} from '@/lib/links/isWebUrl'
import {AddressInput} from '@/sanity/inputs/linkHealth/AddressInput'

import {adviceRules} from './adviceRules'
import {isUnneeded} from './isUnneeded'

/** How a reader gets at a referenced work. */
export const accessFields = [
  defineField({
    name: 'doi',
    title: 'DOI',
    type: 'string',
    group: ['work', 'access'],
    description: 'Without the resolver: 10.5555/12345678. It makes the link of the entry.',
    hidden: isUnneeded('doi'),
    components: {input: AddressInput},
    validation: (rule) => adviceRules(rule, 'doi'),
  }),
  defineField({
    name: 'url',
    title: 'Address',
    type: 'url',
    group: ['work', 'access'],
    description: 'Of the work itself: https://www.who.int/publications/i/item/9789240094703. Not needed with a DOI.',
    components: {input: AddressInput},
    validation: (rule) => [
      rule.custom((url) => !url || isWebUrl(url) || 'Write a complete address that starts with https://'),
      ...adviceRules(rule, 'url'),
    ],
  }),
  defineField({
    name: 'accessed',
    title: 'Read on',
    type: 'date',
    group: ['work', 'access'],
    description: 'Only for pages that change, such as a live map or an encyclopedia without versions.',
    validation: (rule) => adviceRules(rule, 'accessed'),
  }),
  defineField({
    name: 'isbn',
    title: 'ISBN',
    type: 'string',
    group: 'access',
    description: '978-0-8070-5643-1. Hyphens may be left out.',
    hidden: isUnneeded('isbn'),
    validation: (rule) =>
      rule.custom((isbn) => !isbn || isIsbn(isbn) || 'Not a valid ISBN: the last digit does not fit the others'),
  }),
  defineField({
    name: 'language',
    title: 'Language',
    type: 'string',
    group: 'access',
    description: 'As a code, if it is not the language of the publication: de, fr, pt-BR',
    validation: (rule) =>
      rule.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {name: 'language code'}).error('Write a code such as de or pt-BR'),
  }),
  defineField({
    name: 'archive',
    title: 'Archived copy',
    type: 'archivedCopy',
    group: 'access',
    description: 'Web pages disappear. Save a copy at web.archive.org/save and write its address here.',
  }),
]
