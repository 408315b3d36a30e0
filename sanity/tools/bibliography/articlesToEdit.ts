import type {SanityClient} from '@sanity/client'
import type {useGrantsStore} from 'sanity'
import {z} from 'zod'

const MAX_ARTICLES = 300

const QUERY = `*[_type == "article"] | order(_updatedAt desc) [0...${MAX_ARTICLES}] {
  _id, _type, _system, "title": coalesce(title, "Untitled"), "isDraft": string::startsWith(_originalId, "drafts.")
}`

const articles = z.array(
  z.object({_id: z.string(), _type: z.string(), _system: z.unknown(), title: z.string(), isDraft: z.boolean()}),
)

type Article = z.infer<typeof articles>[number]
type Grants = Pick<ReturnType<typeof useGrantsStore>, 'checkDocumentPermission'>

/** Articles whose draft the account may change, or make where there is none; last changed first, ids without `drafts.`. */
export async function articlesToEdit(client: SanityClient, grants: Grants): Promise<{_id: string; title: string}[]> {
  const drafts = client.withConfig({perspective: 'drafts', useCdn: false})
  const all = articles.parse(await drafts.fetch<unknown>(QUERY)).map((one) => ({...one, _id: withoutDrafts(one._id)}))
  const granted = await Promise.all(all.map((article) => mayEdit(article, grants)))
  return all.filter((_, index) => granted[index]).map(({_id, title}) => ({_id, title}))
}

function mayEdit({_id, _type, _system, isDraft}: Article, grants: Grants): Promise<boolean> {
  const draft = {_id: `drafts.${_id}`, _type, ...(isDraft && _system ? {_system} : {})}
  const {promise, resolve, reject} = Promise.withResolvers<boolean>()
  const subscription = grants
    .checkDocumentPermission(isDraft ? 'update' : 'create', draft)
    .subscribe({next: ({granted}) => resolve(granted), error: reject})
  return promise.finally(() => subscription.unsubscribe())
}

function withoutDrafts(id: string): string {
  return id.replace(/^drafts\./, '')
}
