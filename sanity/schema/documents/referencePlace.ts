import {defineField} from 'sanity'

import type {ReferenceField} from '@/lib/citations/referenceTypes'

import {adviceRules} from './adviceRules'
import {isUnneeded} from './isUnneeded'

interface PlaceField {
  name: ReferenceField
  title: string
  description: string
}

const fields: PlaceField[] = [
  {
    name: 'containerTitle',
    title: 'Published in',
    description: 'The journal, newspaper, book, encyclopedia, site or programme. For a legal case, the reporter: U.S.',
  },
  {
    name: 'publisher',
    title: 'Publisher',
    description: 'Publisher, institution, university, studio or broadcaster. For a legal case, the court.',
  },
  {name: 'publisherPlace', title: 'Place', description: 'Boston; most styles no longer print it'},
  {
    name: 'genre',
    title: 'Kind',
    description: 'In the words of the work: Working paper, Doctoral dissertation, Podcast',
  },
  {name: 'number', title: 'Number', description: 'Of the report, docket, statute, episode or version: 18-2059'},
  {name: 'edition', title: 'Edition', description: 'The number or the word alone: 2, Revised'},
  {name: 'volume', title: 'Volume', description: '14'},
  {name: 'issue', title: 'Issue', description: '3'},
  {name: 'page', title: 'Pages', description: '45–67; for a newspaper, A1'},
]

/** Where a referenced work appeared; each field shows itself for the types whose entries print it. */
export const placeFields = fields.map(({name, title, description}) =>
  defineField({
    name,
    title,
    type: 'string',
    group: 'work',
    fieldset: 'place',
    description,
    hidden: isUnneeded(name),
    validation: (rule) => adviceRules(rule, name),
  }),
)
