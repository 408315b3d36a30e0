import type {ReferenceType} from '@/lib/citations/referenceTypes'

interface Genre {
  pattern: RegExp
  type: ReferenceType
  /** What styles print for the type anyway, so it needs no field. */
  usual?: RegExp
}

/** What stands in square brackets behind a title, and the type of work that it tells of. The first that fits counts. */
const GENRES: readonly Genre[] = [
  {pattern: /^data ?sets?\b|^database\b|statistics$/i, type: 'dataset', usual: /^data set$/i},
  {
    pattern: /software|^mobile app|^app$|source code|^computer (?:program|code)|^large language model|^R package/i,
    type: 'software',
    usual: /^computer software$/i,
  },
  {pattern: /\bthesis|dissertation|habilitation/i, type: 'thesis'},
  {pattern: /podcast|^radio|^tv |television|broadcast|^web series|series episode/i, type: 'broadcast'},
  {
    pattern:
      /conference (?:session|presentation|paper)|paper presentation|poster|keynote|lecture\b|^speech|^address\b|symposium|talk$|presentation$|^webinar|slides/i,
    type: 'speech',
    usual: /^speech$/i,
  },
  {pattern: /video|film|movie|documentary|^dvd|^motion picture|^ted/i, type: 'motion_picture', usual: /^video$/i},
  {pattern: /interview|^personal communication/i, type: 'interview', usual: /^interview$|^personal communication$/i},
  {pattern: /manuscript|^letter from|^diary|^archival|unpublished/i, type: 'manuscript', usual: /^manuscript$/i},
  {
    pattern:
      /^press release|^tweet|^post$|status update|^fact sheet|^infographic|^web ?page|^online forum|^thread|^instagram|^facebook|^blog/i,
    type: 'webpage',
  },
  {
    pattern:
      /^policy brief|^white paper|^working paper|^report|^brochure|^issue brief|^technical|^annual report|^discussion paper/i,
    type: 'report',
  },
  {
    pattern:
      /^map|photograph|painting|oil on|on (?:canvas|paper|panel|wood|board)|sculpture|etching|engraving|lithograph|woodcut|drawing|fresco|bronze|marble|poster|print$|artwork|installation|^image|^chart|^song|^album|^cd$|^audio|musical|score|^abstract|advertisement|^letter|^editorial|^review|^book review|^comment|^preprint|^obituary|^pamphlet|^patent|^clip art|^graph|^diagram|^treaty|^convention|^agreement|^figure|^table|^translation|^apparatus|^equipment|^(?:video |board |computer )?game|^toy|^costume|^exhibit|^poem|^play$|^screenplay|^libretto|^opera|^ballet|^performance|tapestry|mosaic|pottery|ceramic|textile|quilt|watercolou?r|pastel|gouache|acrylic|tempera|collage|mural|graffiti|cartoon|comic|postcard|^stamp|^coin|^flyer|^leaflet|^meme|^gif|screenshot|^syllabus|lecture notes|^handout|^transcript|^email|^newsletter|raw data|measurement instrument|^single$|^ep$|recording|^e-?book|^audiobook/i,
    type: 'document',
  },
]

/** What GB/T 7714 sets behind a title. */
const CHINESE_MARKS: Record<string, ReferenceType> = {
  M: 'book',
  J: 'article-journal',
  D: 'thesis',
  N: 'article-newspaper',
  R: 'report',
  C: 'paper-conference',
  'EB/OL': 'webpage',
  'J/OL': 'article-journal',
}

export interface GenreReading {
  /** Null when the description fits any type. */
  type: ReferenceType | null
  /** Undefined when the type says it already. */
  genre?: string
}

/** What a description in square brackets says, or null when it is not known to be one. */
export function readGenre(description: string): GenreReading | null {
  if (Object.hasOwn(CHINESE_MARKS, description)) return {type: CHINESE_MARKS[description] ?? null}
  const genre = GENRES.find(({pattern}) => pattern.test(description))
  if (!genre) return null
  const isUsual = genre.usual?.test(description)
  return {
    type:
      genre.type === 'document' &&
      !/map|photo|paint|on |sculp|etch|engrav|litho|woodcut|draw|fresco|bronze|marble|print|art|image|tapestry|mosaic|pottery|ceramic|watercolou?r|pastel|gouache|acrylic|tempera|collage|mural|graffiti/i.test(
        description,
      )
        ? null
        : genre.type,
    ...(isUsual ? {} : {genre: description}),
  }
}
