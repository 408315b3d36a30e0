import type {SanityClient} from 'sanity'

import type {Member} from '@/lib/manuscripts/body'
import type {Mark} from '@/lib/manuscripts/works/marks'
import {applyPlan, planReferences, type ReferencePlan} from '@/lib/manuscripts/works/referencePlan'
import {worksOf} from '@/lib/manuscripts/worksOf'
import {createUuid} from '@/sanity/studio/createUuid'
import {appendTo, articleDraft} from '@/sanity/tools/bibliography/articleDraft'
import {type LibraryWork, readLibrary} from '@/sanity/works/library'
import {createWorkFinder} from '@/sanity/works/workFinder'

import {createKey} from '@/sanity/studio/createKey'

interface Making {
  /** Without `drafts.` */
  articleId: string
  /** As the editor has seen it. */
  plan: ReferencePlan
  /** Places of the entries that become references. */
  chosen: readonly number[]
  /** The marks that become citations. */
  marks: readonly Mark[]
}

/** What was made, and what it takes to take it back. */
export interface Made {
  articleId: string
  /** Ids of the references that were not there before. */
  created: readonly string[]
  citations: number
  /** Of the article and of the references that were made. */
  revision: string
  before: {body: readonly Member[]; furtherReading: unknown}
}

/**
 * Makes references of lines and citations of marks, in one transaction with the text they come from. A work that the
 * library has is not made again.
 *
 * @throws {Error} when the text is no longer the one that the plan was made of.
 */
export async function makeReferences(client: SanityClient, {articleId, plan, chosen, marks}: Making): Promise<Made> {
  const [article, library] = await Promise.all([
    articleDraft(client, {id: articleId, unsaved: {}}),
    readLibrary(client),
  ])
  const body = membersOf(article.initial.body)
  if (JSON.stringify(planReferences(body)) !== JSON.stringify(plan))
    throw new Error('The text has changed meanwhile: close this and look again.')

  const finder = createWorkFinder<LibraryWork>(library)
  const works = worksOf(plan.section.entries, {chosen, finder, createId: createUuid, createKey})
  const {references} = works
  const transaction = client.transaction()
  for (const document of works.documents) transaction.createIfNotExists(document)

  const applied = applyPlan(body, plan, {references, marks, createKey})
  const kept = new Map(applied.body.map((member) => [member._key, member]))
  const before = new Map(body.map((member) => [member._key, member]))
  const changed = applied.body.filter((member) => JSON.stringify(member) !== JSON.stringify(before.get(member._key)))
  const gone = body.filter(({_key}) => !kept.has(_key))
  transaction
    .createIfNotExists(article.initial)
    .patch(article.initial._id, (patch) =>
      patch
        .set(Object.fromEntries(changed.map((member) => [pathOf(member), member])))
        .unset(gone.map((member) => pathOf(member))),
    )
  const members = applied.uncited.map(({_ref, _weak}) => ({id: _ref, isPublished: _weak !== true}))
  appendTo(article, {members, transaction, createKey})
  const {transactionId} = await transaction.commit({tag: 'body.references'})
  return {
    articleId,
    created: works.documents.map(({_id}) => _id),
    citations: marks.length,
    revision: transactionId,
    before: {body, furtherReading: article.initial.furtherReading},
  }
}

function pathOf({_key}: Member): string {
  return `body[_key==${JSON.stringify(_key)}]`
}

function membersOf(body: unknown): Member[] {
  return Array.isArray(body) ? body.filter(isMember) : []
}

function isMember(value: unknown): value is Member {
  return typeof value === 'object' && value !== null && '_type' in value && '_key' in value
}
