/** A published article with one paragraph; `fields` overrides. Its author must exist first. */
export function sampleArticle({id, authorId, ...fields}: {id: string; authorId: string; [field: string]: unknown}) {
  return {
    _id: id,
    _type: 'article',
    title: 'On tides',
    slug: {_type: 'slug', current: id},
    dek: 'Why the sea comes back.',
    publishedAt: '2026-03-01T09:00:00Z',
    authors: [{_type: 'contribution', _key: 'first', author: {_type: 'reference', _ref: authorId}, role: 'author'}],
    body: [paragraph('opening', 'The sea comes back twice a day.')],
    ...fields,
  }
}

export function sampleAuthor(id: string, name: string) {
  return {
    _id: id,
    _type: 'author',
    name,
    slug: {_type: 'slug', current: id},
    bio: [paragraph('bio', 'Lives by the sea.')],
  }
}

export function paragraph(key: string, text: string) {
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: `${key}-text`, text, marks: []}],
  }
}

/** An id that no other test uses. */
export function uniqueId(name: string): string {
  return `e2e-${name}-${crypto.randomUUID().slice(0, 8)}`
}
