import type {LakeDocument} from '../lake/documents/document.ts'
import type {Store} from '../lake/store/store.ts'

const WORDS = (
  'tide moon river ledger grain harbour letter archive census vessel winter market bridge charter copper engine ' +
  'garden island journal kiln linen mill orchard parish quarry railway salt timber union valley weaver yard'
).split(' ')
const BATCH = 5_000

/** Documents of one size of publication: an author for every fifty, each named by about as many articles. */
export function* documentsOf(size: number): Generator<LakeDocument> {
  const authors = size / 50
  for (let index = 0; index < size; index++) yield index < authors ? author(index) : article(index, authors)
}

export function authorId(index: number): string {
  return `author-${index}`
}

export function slugOf(index: number): string {
  return `on-${word(index)}-${index}`
}

export function seed(store: Store, documents: Iterable<LakeDocument>): void {
  let batch: LakeDocument[] = []
  const flush = () => {
    const changes = batch.map((after) => ({
      documentId: after._id,
      before: null,
      after,
      effects: {apply: [], revert: []},
      mutations: [],
    }))
    store.commit({id: `seed-${after(batch)}`, dataset: 'production', author: 'seed', timestamp: time(0), changes})
    batch = []
  }
  for (const document of documents) if (batch.push(document) === BATCH) flush()
  if (batch.length > 0) flush()
}

function after(batch: LakeDocument[]): string {
  return batch.at(-1)?._id ?? 'nothing'
}

function author(index: number): LakeDocument {
  return {
    ...system(authorId(index), 'author', index),
    name: `${word(index)} ${word(index * 7)}`,
    slug: {current: `a-${index}`},
  }
}

function article(index: number, authors: number): LakeDocument {
  const body = [0, 1, 2].map((paragraph) => ({
    _type: 'block',
    _key: `b${paragraph}`,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 's0', marks: [], text: sentence(index * 3 + paragraph, 40)}],
  }))
  return {
    ...system(`article-${index}`, 'article', index),
    title: `On ${sentence(index, 4)}`,
    slug: {_type: 'slug', current: slugOf(index)},
    publishedAt: time((index * 7919) % 1_000_003),
    authors: [index, index * 31 + 7].map((by, place) => ({
      _type: 'reference',
      _key: `r${place}`,
      _ref: authorId(by % authors),
    })),
    body,
  }
}

function system(_id: string, _type: string, index: number): LakeDocument {
  return {_id, _type, _rev: `r${index}`, _createdAt: time(index), _updatedAt: time(index)}
}

/** Mostly the same words, as in a language, and now and then one of its own. */
function sentence(seed: number, length: number): string {
  return Array.from({length}, (_, place) =>
    place % 20 === 3 ? `${word(seed)}${seed % 5_000}` : word((seed + 1) * (place + 3) * 2_654_435_761),
  ).join(' ')
}

function word(index: number): string {
  return WORDS[Math.abs(index) % WORDS.length] ?? 'tide'
}

function time(minutes: number): string {
  return new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString()
}
