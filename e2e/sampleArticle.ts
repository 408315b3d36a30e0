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

/** A published book of 1887, whose author is `family`. */
export function sampleBook({id, family, mark}: {id: string; family: string; mark: string}) {
  return {
    _id: id,
    _type: 'bibliographicReference',
    type: 'book',
    title: `Tables of the tides ${mark}`,
    author: [{_key: 'a', _type: 'person', family, given: 'Ebba'}],
    issued: {_type: 'issuedDate', status: 'dated', year: 1887},
    publisher: 'Harbour Press',
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
