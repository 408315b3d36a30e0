import type {SanityClient, SanityDocument} from 'sanity'

/** An article as it is edited, and which references it has anywhere. */
export interface ArticleDraft {
  id: string
  /** What to create the draft from when there is none. */
  initial: {_id: string; _type: string; [field: string]: unknown}
  referenceIds: Set<string>
}

type Transaction = ReturnType<SanityClient['transaction']>

interface Appending {
  members: readonly {id: string; isPublished: boolean}[]
  transaction: Transaction
  createKey: () => string
}

/** Reads an article; one of which nothing is stored yet begins with `unsaved`. */
export async function articleDraft(
  client: SanityClient,
  {id, unsaved}: {id: string; unsaved: object},
): Promise<ArticleDraft> {
  const [draft, published] = await client.getDocuments([`drafts.${id}`, id])
  const {_rev, _updatedAt, ...fields}: Partial<SanityDocument> = draft ?? published ?? unsaved
  return {
    id,
    initial: {...fields, _id: `drafts.${id}`, _type: 'article'},
    referenceIds: new Set(referenceIdsIn(fields)),
  }
}

/** Adds to the further reading what the article does not have yet; a draft's reference is strong once it is published. */
export function appendTo(article: ArticleDraft, {members, transaction, createKey}: Appending): void {
  const missing = members.filter(({id}) => !article.referenceIds.has(id))
  const ids = new Set(missing.map(({id}) => id))
  if (ids.size === 0) return
  const items = missing
    .filter(({id}) => ids.delete(id))
    .map(({id, isPublished}) => ({
      _type: 'reference',
      _key: createKey(),
      _ref: id,
      ...(isPublished ? {} : {_weak: true, _strengthenOnPublish: {type: 'bibliographicReference'}}),
    }))
  transaction
    .createIfNotExists(article.initial)
    .patch(article.initial._id, (patch) =>
      patch.setIfMissing({furtherReading: []}).insert('after', 'furtherReading[-1]', items),
    )
  for (const {id} of missing) article.referenceIds.add(id)
}

function referenceIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referenceIdsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = '_ref' in value && typeof value._ref === 'string' ? [value._ref] : []
  return [...own, ...Object.values(value).flatMap(referenceIdsIn)]
}
