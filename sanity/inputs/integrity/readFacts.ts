import type {SanityClient} from '@sanity/client'
import {z} from 'zod'

import {referenceRecord} from '@/lib/citations/referenceRecord'
import type {Acceptance} from '@/lib/integrity/acceptance'
import type {CitedReference} from '@/lib/integrity/problem'
import {referencesIn, type CitingDocument} from '@/lib/integrity/usesOf'
import {deadLinkId} from '@/lib/links/linkDocumentIds'

import {publishReasonId} from './publishReasonId'

const stored = z.looseObject({_id: z.string(), _type: z.string(), _rev: z.string()})

/** A document with everything in it, as the store holds it. */
export type StoredDocument = z.output<typeof stored>

const citing = z
  .object({_rev: z.string(), leadImage: z.unknown(), body: z.unknown(), furtherReading: z.unknown()})
  .nullable()

const pairResult = z.object({draft: citing, published: citing})

const acceptance: z.ZodType<Acceptance> = z.object({
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  warnings: z.array(z.object({code: z.string(), referenceId: z.string(), subject: z.string()})),
})

const aroundResult = z.object({
  documents: z.array(stored),
  deadLinks: z.array(z.object({_id: z.string(), since: z.string().nullish().catch(null)})),
  reasons: z.object({acceptances: z.array(acceptance.nullable().catch(null)).nullable()}).nullable(),
})

/** The draft and the published version of one document. Params: `{id, draftId}`. */
const PAIR = `{
  "draft": *[_id == $draftId][0]{_rev, leadImage, body, furtherReading},
  "published": *[_id == $id][0]{_rev, leadImage, body, furtherReading}
}`

/** What stands around it. Params: `{ids, deadLinkIds, reasonId}`. */
const AROUND = `{
  "documents": *[_id in $ids],
  "deadLinks": *[_id in $deadLinkIds]{_id, since},
  "reasons": *[_id == $reasonId][0]{acceptances}
}`

export interface Facts {
  document: CitingDocument
  /** Null when there is no draft. */
  draftRevision: string | null
  published: CitingDocument | null
  publishedRevision: string | null
  references: Map<string, CitedReference>
  /** Drafts of the references, by the reference's id. */
  drafts: Map<string, StoredDocument>
  publishedDocuments: Map<string, StoredDocument>
  acceptances: readonly Acceptance[]
  /** Whether there is a document for them. */
  hasReasons: boolean
}

/**
 * Everything that decides whether a document may be published as far as its references go, as it is stored now.
 * With `local`, the document is what the form holds, which may be newer than what is stored.
 */
export async function readFacts(client: SanityClient, id: string, local?: CitingDocument): Promise<Facts> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const {draft, published} = pairResult.parse(await raw.fetch<unknown>(PAIR, {id, draftId: `drafts.${id}`}))
  const document = local ?? draft ?? published ?? {}
  const ids = [...new Set([...referencesIn(document), ...referencesIn(published ?? {})])]
  const around = aroundResult.parse(
    await raw.fetch<unknown>(AROUND, {
      ids: ids.flatMap((reference) => [reference, `drafts.${reference}`]),
      deadLinkIds: ids.map(deadLinkId),
      reasonId: publishReasonId(id),
    }),
  )

  const byId = new Map(around.documents.map((one) => [one._id, one]))
  const deadSince = new Map(around.deadLinks.map(({_id, since}) => [_id, since ?? '']))
  const documents = (idOf: (reference: string) => string) =>
    new Map(ids.flatMap((reference): [string, StoredDocument][] => pairOf(reference, byId.get(idOf(reference)))))
  const [drafts, publishedDocuments] = [documents((one) => `drafts.${one}`), documents((one) => one)]

  return {
    document,
    draftRevision: draft?._rev ?? null,
    published,
    publishedRevision: published?._rev ?? null,
    references: new Map(
      ids.map((reference) => [
        reference,
        {
          published: recordOf(publishedDocuments.get(reference)),
          draft: recordOf(drafts.get(reference)),
          deadSince: deadSince.get(deadLinkId(reference)) ?? null,
        },
      ]),
    ),
    drafts,
    publishedDocuments,
    acceptances: (around.reasons?.acceptances ?? []).filter((one) => one !== null),
    hasReasons: around.reasons !== null,
  }
}

function pairOf(id: string, document: StoredDocument | undefined): [string, StoredDocument][] {
  return document ? [[id, document]] : []
}

function recordOf(document: StoredDocument | undefined) {
  return document?._type === 'bibliographicReference' ? referenceRecord.parse(document) : null
}
