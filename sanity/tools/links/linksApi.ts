import type {SanityClient} from '@sanity/client'

import {checkedAddress} from '@/lib/links/checkedAddress'
import {pastedCopy} from '@/lib/links/pastedCopy'

import {editedQuery, editedResult, linksQuery, linksResult, type LinksOverview} from './linksQuery'

export interface LinksApi {
  overview: () => Promise<LinksOverview>
  /** Writes an archived copy into the reference's draft. @throws with a sentence when it is no address of a copy. */
  saveCopy: (referenceId: string, address: string) => Promise<void>
  /** Writes another address into the reference's draft. */
  saveAddress: (referenceId: string, url: string) => Promise<void>
  /** Has the address checked by the next run. */
  checkAgain: (healthId: string) => Promise<void>
}

const REFUSED = 'Your role may not change this. Ask an editor.'

/** What the Links tool does, with the rights of whoever is signed in. Every method rejects with a sentence. */
export function createLinksApi(signedIn: SanityClient): LinksApi {
  const client = signedIn.withConfig({perspective: 'raw'})

  async function editDraft(id: string, attributes: Record<string, unknown>): Promise<void> {
    const draftId = `drafts.${id}`
    const published = await client.getDocument(id)
    if (!published) throw new Error('This reference is not published any more.')
    const {_rev, _createdAt, _updatedAt, ...content} = published
    await plainly(
      client
        .transaction()
        .createIfNotExists({...content, _id: draftId})
        .patch(draftId, (patch) => patch.set(attributes))
        .commit(),
    )
  }

  return {
    overview: async () => {
      const {links, ...rest} = linksResult.parse(await client.fetch<unknown>(linksQuery))
      const ids = links.flatMap(({reference}) => (reference ? [reference._id, `drafts.${reference._id}`] : []))
      const edited = editedResult.parse(await client.fetch<unknown>(editedQuery, {ids}))
      const byId = new Map(edited.map((version) => [version._id, version]))
      const latestOf = (id: string) => {
        const published = byId.get(id)
        const latest = byId.get(`drafts.${id}`) ?? published
        if (!latest) return null
        const {copyUrl} = latest
        return {address: checkedAddress(latest), copyUrl, isCopyPublished: copyUrl === published?.copyUrl}
      }
      return {
        ...rest,
        links: links.flatMap(({reference, ...link}) =>
          reference ? [{...link, reference, latest: latestOf(reference._id)}] : [],
        ),
      }
    },
    saveCopy: async (referenceId, address) => {
      const copy = pastedCopy(address)
      if (!copy)
        throw new Error('Open one copy, and paste its whole address: https://web.archive.org/web/2026…/https://…')
      await editDraft(referenceId, {archive: {_type: 'archivedCopy', ...copy}})
    },
    saveAddress: (referenceId, url) => editDraft(referenceId, {url}),
    checkAgain: (healthId) => plainly(client.patch(healthId).set({isDue: true}).commit()),
  }
}

async function plainly(writing: Promise<unknown>): Promise<void> {
  try {
    await writing
  } catch (error) {
    const isRefused = error instanceof Error && 'statusCode' in error && error.statusCode === 403
    throw isRefused ? new Error(REFUSED, {cause: error}) : error
  }
}
