import type {LakeDocument} from '../documents/document.ts'

/** Published, drafts, versions in a release, and private in other ways. */
export const generatedIds =
  'a b c d g h i j k drafts.a drafts.e drafts.g versions.r.b versions.r.k _.groups.x e.f'.split(' ')

const types = ['article', 'author', 'article', 'topic', 'article']
const ranks = [1, 'two', undefined, 2, true, null, 1, ['x'], 10, false, {n: 1}, 'Two']
const dates = ['2026-01-02T00:00:00Z', '2026-01-02T01:00:00+01:00', '2025-12-31T00:00:00Z', 'no date', undefined]

/** A document with ties, gaps and values of every kind. The same one for the same index. */
export function generatedDocument(id: string, index: number): LakeDocument {
  const at = (step: number) => generatedIds[(index * step + 1) % generatedIds.length]
  return {
    _id: id,
    _type: types[index % types.length] ?? 'article',
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: `2026-01-0${(index % 3) + 1}T00:00:00Z`,
    title: `${id.includes('.') ? 'private' : 'public'} ${index % 8}`,
    ...(index % 4 === 3 ? {} : {slug: {current: at(5)}}),
    ...present('rank', ranks[index % ranks.length]),
    ...present('date', dates[index % dates.length]),
    nested: {a: index % 3},
    ...(index % 5 === 0 ? {_score: index / 5} : {}),
    ...(index % 3 === 0 ? {body: [block(index, ['mar', 'ked up']), block(index, ['public', ' harbour'])]} : {}),
    other: {_ref: at(3)},
    list: [0, 1, 2].map((n) => ({_key: `k${n}`, _ref: generatedIds[(index + n * 2) % generatedIds.length]})),
  }
}

/** A block in which a mark ends within a word. */
function block(index: number, texts: string[]): Record<string, unknown> {
  const children = texts.map((text, place) => ({
    _type: 'span',
    _key: `s${place}`,
    text: `${text}${index % 2 ? '.' : ''}`,
  }))
  return {_type: 'block', _key: 'b', children}
}

export function generatedDocuments(): Map<string, LakeDocument> {
  return new Map(generatedIds.map((id, index) => [id, generatedDocument(id, index)]))
}

function present(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : {[name]: value}
}
