/** A field that only some types of reference have. Every type has a title, contributors, a date, an address and notes. */
export type ReferenceField =
  | 'containerTitle'
  | 'publisher'
  | 'publisherPlace'
  | 'genre'
  | 'number'
  | 'edition'
  | 'volume'
  | 'issue'
  | 'page'
  | 'editor'
  | 'translator'
  | 'doi'
  | 'isbn'

interface ReferenceTypeDefinition {
  value: string
  title: string
  fields: readonly ReferenceField[]
}

/** The CSL types that a reference can have, most used first, and the fields that each one's entry prints. */
export const referenceTypes = [
  {
    value: 'book',
    title: 'Book',
    fields: ['publisher', 'publisherPlace', 'edition', 'volume', 'editor', 'translator', 'isbn', 'doi'],
  },
  {
    value: 'chapter',
    title: 'Chapter in a book',
    fields: [
      'containerTitle',
      'editor',
      'translator',
      'publisher',
      'publisherPlace',
      'edition',
      'volume',
      'page',
      'isbn',
      'doi',
    ],
  },
  {
    value: 'article-journal',
    title: 'Journal article',
    fields: ['containerTitle', 'volume', 'issue', 'page', 'number', 'translator', 'doi'],
  },
  {
    value: 'article-magazine',
    title: 'Magazine article',
    fields: ['containerTitle', 'volume', 'issue', 'page', 'translator', 'doi'],
  },
  {value: 'article-newspaper', title: 'Newspaper article', fields: ['containerTitle', 'edition', 'page', 'translator']},
  {value: 'webpage', title: 'Web page', fields: ['containerTitle', 'publisher', 'genre']},
  {value: 'post-weblog', title: 'Blog post', fields: ['containerTitle', 'publisher']},
  {
    value: 'entry-encyclopedia',
    title: 'Encyclopedia entry',
    fields: ['containerTitle', 'editor', 'publisher', 'edition', 'volume', 'page', 'doi'],
  },
  {
    value: 'entry-dictionary',
    title: 'Dictionary entry',
    fields: ['containerTitle', 'editor', 'publisher', 'edition', 'volume', 'page', 'doi'],
  },
  {
    value: 'report',
    title: 'Report',
    fields: ['publisher', 'publisherPlace', 'genre', 'number', 'containerTitle', 'page', 'isbn', 'doi'],
  },
  {
    value: 'thesis',
    title: 'Thesis',
    fields: ['publisher', 'containerTitle', 'publisherPlace', 'genre', 'number', 'doi'],
  },
  {
    value: 'paper-conference',
    title: 'Conference paper',
    fields: ['containerTitle', 'editor', 'publisher', 'publisherPlace', 'volume', 'issue', 'page', 'doi', 'isbn'],
  },
  {value: 'dataset', title: 'Data set', fields: ['publisher', 'number', 'edition', 'genre', 'doi']},
  {value: 'legal_case', title: 'Legal case', fields: ['containerTitle', 'publisher', 'number', 'volume', 'page']},
  {value: 'legislation', title: 'Law or statute', fields: ['containerTitle', 'number', 'volume', 'page', 'publisher']},
  {
    value: 'motion_picture',
    title: 'Film or video',
    fields: ['publisher', 'containerTitle', 'publisherPlace', 'genre', 'number', 'edition'],
  },
  {
    value: 'broadcast',
    title: 'Radio, television or podcast',
    fields: ['containerTitle', 'publisher', 'genre', 'number', 'volume'],
  },
  {value: 'speech', title: 'Speech or lecture', fields: ['containerTitle', 'genre', 'publisher', 'publisherPlace']},
  {value: 'interview', title: 'Interview', fields: ['containerTitle', 'genre', 'publisher', 'page']},
  {
    value: 'manuscript',
    title: 'Manuscript or archive item',
    fields: ['genre', 'number', 'publisher', 'publisherPlace'],
  },
  {value: 'software', title: 'Software', fields: ['publisher', 'number', 'edition', 'genre', 'doi']},
  {
    value: 'document',
    title: 'Something else',
    fields: [
      'containerTitle',
      'publisher',
      'publisherPlace',
      'genre',
      'number',
      'edition',
      'volume',
      'issue',
      'page',
      'editor',
      'translator',
      'isbn',
      'doi',
    ],
  },
] as const satisfies readonly ReferenceTypeDefinition[]

export type ReferenceType = (typeof referenceTypes)[number]['value']

/** The words for a type, or the type itself when it is none of ours. */
export function referenceTypeTitle(type: string): string {
  return referenceTypes.find(({value}) => value === type)?.title ?? type
}

/** Whether entries of a type print a field; a type that is not chosen yet, or unknown, hides nothing. */
export function referenceTypeHasField(type: string | undefined, field: ReferenceField): boolean {
  const definition: ReferenceTypeDefinition | undefined = referenceTypes.find(({value}) => value === type)
  return definition?.fields.includes(field) ?? true
}
