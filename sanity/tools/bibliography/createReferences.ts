import type {SanityClient} from 'sanity'

import type {ParsedReference} from '@/lib/bibliography/parsedEntry'
import {toReferenceDocument} from '@/lib/bibliography/toReferenceDocument'

import {appendTo, articleDraft, type ArticleDraft} from './articleDraft'
import type {EntryResult} from './paste'

/** Documents in one transaction; a hundred references are some 200 KB. */
const CHUNK = 100

export type PlannedEntry = {key: string; id: string} & (
  {kind: 'published' | 'draft'; reference: ParsedReference} | {kind: 'existing'; isPublished: boolean}
)

export interface ArticleTarget {
  /** Without `drafts.`. */
  id: string
  /** What its form holds, for one that is not stored yet. */
  unsaved: object
}

export interface CreationOptions {
  entries: readonly PlannedEntry[]
  /** Whose further reading gets them; null for none. */
  article: ArticleTarget | null
  createKey: () => string
  /** Called after every transaction with what is in the store for certain. */
  onStored: (results: Record<string, EntryResult>) => void
}

/**
 * Stores what is planned, in transactions of a hundred that each hold the references and their place in the article.
 * May be repeated with the same ids: what is there already is neither created nor listed again.
 */
export async function createReferences(client: SanityClient, options: CreationOptions): Promise<void> {
  const {entries, createKey, onStored} = options
  const article = options.article && (await articleDraft(client, options.article))
  for (let start = 0; start < entries.length; start += CHUNK) {
    const chunk = entries.slice(start, start + CHUNK)
    await store(client, {chunk, article, createKey})
    onStored(Object.fromEntries(chunk.map((entry) => [entry.key, {referenceId: entry.id, kind: entry.kind}])))
  }
}

interface Chunk {
  chunk: readonly PlannedEntry[]
  article: ArticleDraft | null
  createKey: () => string
}

async function store(client: SanityClient, {chunk, article, createKey}: Chunk): Promise<void> {
  const transaction = client.transaction()
  for (const entry of chunk) {
    if (entry.kind === 'existing') continue
    const id = entry.kind === 'draft' ? `drafts.${entry.id}` : entry.id
    transaction.createIfNotExists(toReferenceDocument(entry.reference, {id, createKey}))
  }
  if (article) {
    const members = chunk.map((entry) => ({
      id: entry.id,
      isPublished: entry.kind === 'existing' ? entry.isPublished : entry.kind === 'published',
    }))
    appendTo(article, {members, transaction, createKey})
  }
  if (transaction.serialize().length > 0) await transaction.commit({tag: 'bibliography.create'})
}
